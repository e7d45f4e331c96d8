import 'reflect-metadata';
import { capacity } from '@plimsoll/planner';
import { capacityJson } from '../apps/api/dist/calculators/capacity/capacity-json.js';
import { CapacityRequestModel } from '../apps/api/dist/calculators/capacity/capacity-request.model.js';
import { readBody } from '../apps/api/dist/fields/read-body.js';
import { inGraphql, wholePlanQuery } from './graphql-query.mjs';
import { answerOf, requestsPerSecond } from './http-load.mjs';
import { byTurns, note, rateOf, report } from './measure.mjs';
import { dataDirectory, startBare, startService } from './service.mjs';
import { SAMPLE } from './workloads.mjs';

const CONNECTIONS = 50;
const SECONDS = 4;

/** `POST /v1/capacity` beside a bare Fastify route that gives the same bytes, and the same by GraphQL. */
export async function capacityRoute() {
  const data = dataDirectory();
  const service = await startService(data.path);
  const stops = [service.stop];
  try {
    const rest = `${service.url}/v1/capacity`;
    const graphql = `${service.url}/graphql`;
    const query = { query: wholePlanQuery(), variables: { input: inGraphql(SAMPLE) } };
    const restBytes = await answerOf(rest, SAMPLE);
    const graphqlBytes = await answerOf(graphql, query);
    if (graphqlBytes.includes('"errors"')) throw new Error(graphqlBytes.toString().slice(0, 1000));
    const bareRest = await startBare(restBytes);
    const bareGraphql = await startBare(graphqlBytes);
    stops.push(bareRest.stop, bareGraphql.stop);
    const load = (url, body) => () =>
      requestsPerSecond(url, body, { connections: CONNECTIONS, seconds: SECONDS });
    await load(rest, SAMPLE)();
    const rates = await byTurns(3, {
      rest: load(rest, SAMPLE),
      bareRest: load(bareRest.url, SAMPLE),
      graphql: load(graphql, query),
      bareGraphql: load(bareGraphql.url, query),
    });
    report({
      what: `POST /v1/capacity, ${kilobytes(restBytes)} answered`,
      unit: 'req/s',
      measured: rates.rest,
      reference: { what: 'bare route, same bytes', value: rates.bareRest },
      ratio: rates.rest / rates.bareRest,
      target: 'ratio ≥ 0.25',
      reached: rates.rest / rates.bareRest >= 0.25,
    });
    report({
      what: `the same by GraphQL, ${kilobytes(graphqlBytes)} answered`,
      unit: 'req/s',
      measured: rates.graphql,
      reference: { what: 'bare route, same bytes', value: rates.bareGraphql },
      ratio: rates.graphql / rates.bareGraphql,
    });
    whatTakesTheRest(rates);
  } finally {
    for (const stop of stops) await stop();
    data.remove();
  }
}

const kilobytes = (bytes) => `${Math.round(bytes.length / 1000)} kB`;

/** Where a request's time goes, from the parts on this thread alone. */
function whatTakesTheRest({ rest, bareRest }) {
  const plan = capacity(SAMPLE).value;
  const micros = (call) => {
    rateOf(call, { ms: 500, batch: 50 });
    return 1e6 / rateOf(call, { ms: 1000, batch: 50 });
  };
  const whole = 1e6 / rest;
  const bare = 1e6 / bareRest;
  const read = micros(() => readBody(CapacityRequestModel, SAMPLE));
  const planned = micros(() => capacity(SAMPLE));
  const written = micros(() => capacityJson(plan));
  const others = whole - bare - read - planned - written;
  const share = (part) => `${Math.round(part)} µs`;
  note(
    `of ${share(whole)} a request: bare route ${share(bare)}, reading the body ${share(read)}, the plan ${share(planned)}, ` +
      `writing JSON ${share(written)}, all else (Nest, guard, log, metrics, and the same work among other requests) ${share(others)}`,
  );
}
