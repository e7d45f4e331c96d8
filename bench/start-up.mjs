import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { median, note, report } from './measure.mjs';
import { dataDirectory, startService } from './service.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const IDLE_MS = 5000;

/** From `node apps/api/dist/main.js` to ready, and the memory of Node and the database when nothing is asked of them. */
export async function startUp() {
  const buildMs = build();
  const data = dataDirectory();
  try {
    const first = await startService(data.path);
    await first.stop();
    const later = [];
    for (let round = 0; round < 3; round++) {
      const service = await startService(data.path);
      later.push(service.startMs);
      await service.stop();
    }
    const reference = { what: 'the build from nothing', value: buildMs / 1000 };
    startTime('first start: database made, migrated, examples', first.startMs, 8, reference);
    startTime('later start', median(later), 4, reference);
    const service = await startService(data.path);
    await sleep(IDLE_MS);
    idleMemory(service.pid, data.path);
    await service.stop();
  } finally {
    data.remove();
  }
}

function startTime(what, ms, target, reference) {
  report({
    what,
    unit: 's',
    measured: ms / 1000,
    reference,
    ratio: ms / 1000 / reference.value,
    target: `≤ ${target} s`,
    reached: ms / 1000 <= target,
  });
}

/** `tsc -b` on a copy of the sources, so that what was built here stays. */
function build() {
  const copy = dataDirectory();
  try {
    const built = (path) => /\/(dist|node_modules)(\/|$)|\.tsbuildinfo$/.test(path);
    for (const name of [
      'libs',
      'apps',
      'migrations',
      'package.json',
      'tsconfig.json',
      'tsconfig.base.json',
    ]) {
      cpSync(join(ROOT, name), join(copy.path, name), { recursive: true, filter: (from) => !built(from) });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(copy.path, 'node_modules'));
    const began = performance.now();
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules/typescript/bin/tsc'), '-b'],
      {
        cwd: copy.path,
        encoding: 'utf8',
      },
    );
    if (status !== 0) throw new Error(stdout);
    return performance.now() - began;
  } finally {
    copy.remove();
  }
}

const processes = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const parent = Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
        return [{ pid: Number(pid), parent }];
      } catch {
        return [];
      }
    });

/** A process and all below it. */
function family(root, all = processes()) {
  return [root, ...all.filter(({ parent }) => parent === root).flatMap(({ pid }) => family(pid, all))];
}

/** Proportional set size in MB: what is shared between processes is counted once. */
const pss = (pids) =>
  pids.reduce((sum, pid) => {
    const [, kib] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return sum + (Number(kib) * 1024) / 1e6;
  }, 0);

function idleMemory(node, directory) {
  const postmaster = Number(readFileSync(join(directory, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  const ofNode = pss([node]);
  const ofDatabase = pss(family(postmaster));
  report({
    what: 'idle memory of Node and the database, PSS',
    unit: 'MB',
    measured: ofNode + ofDatabase,
    reference: { what: 'of which Node', value: ofNode },
    target: '≤ 300 MB',
    reached: ofNode + ofDatabase <= 300,
  });
  note(`the database in ${family(postmaster).length} processes: ${Math.round(ofDatabase)} MB`);
}
