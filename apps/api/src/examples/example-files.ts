import { readFile } from 'node:fs/promises';

/** One row of `examples/index.json`. */
export interface ExampleFile {
  /** A capacity request below `examples/`. */
  readonly file: string;
  readonly name: string;
  readonly description: string;
  readonly flinkVersion?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly config?: Readonly<Record<string, string>>;
  /** What was seen in use under that configuration. */
  readonly observed?: Readonly<Record<string, number>>;
}

/** The examples ship beside the service's own code. */
const FOLDER = new URL('../../../../examples/', import.meta.url);

/** The examples in the order in which they are listed, each with the body of the profile that it becomes. */
export async function shippedExamples(): Promise<{ readonly name: string; readonly profile: object }[]> {
  const rows: ExampleFile[] = JSON.parse(await readFile(new URL('index.json', FOLDER), 'utf8'));
  return Promise.all(
    rows.map(async ({ file, name, flinkVersion, labels, config, observed }) => {
      const { workload, cluster, checkpointing }: Record<string, unknown> = JSON.parse(
        await readFile(new URL(file, FOLDER), 'utf8'),
      );
      const profile = { name, flinkVersion, workload, cluster, checkpointing, config, observed, labels };
      return { name: file.replace(/\.json$/, ''), profile };
    }),
  );
}
