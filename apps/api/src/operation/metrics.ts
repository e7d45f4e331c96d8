import { Injectable } from '@nestjs/common';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

/** What the service measures of itself, for Prometheus: requests by route, the database's connections, the process. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();

  private readonly requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered, by method, route template and status.',
    labelNames: ['method', 'route', 'status'],
    registers: [this.registry],
  });

  private readonly durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer, in seconds.',
    labelNames: ['method', 'route'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  constructor(dataSource: DataSource) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'database_connections',
      help: 'Connections to the database, by state; waiting: requests that wait for one.',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        for (const [state, count] of Object.entries(connectionsOf(dataSource))) this.set({ state }, count);
      },
    });
  }

  /** @param route the template that the request matched (`/v1/plans/:id`), never its path, of which there is no end. */
  answered(request: { method: string; route: string; status: number; seconds: number }): void {
    const { method, route, status, seconds } = request;
    this.requests.inc({ method, route, status });
    this.durations.observe({ method, route }, seconds);
  }

  async page(): Promise<{ contentType: string; text: string }> {
    return { contentType: this.registry.contentType, text: await this.registry.metrics() };
  }
}

function connectionsOf({ driver }: DataSource): Record<'busy' | 'idle' | 'waiting', number> {
  const pool: unknown = driver instanceof PostgresDriver ? driver.master : undefined;
  const count = (name: string): number => Number(Reflect.get(Object(pool), name) ?? 0);
  const idle = count('idleCount');
  return { busy: count('totalCount') - idle, idle, waiting: count('waitingCount') };
}
