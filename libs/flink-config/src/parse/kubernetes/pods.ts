import { fieldAt, type Placed, textAt } from './resource.js';
import type { Tree } from './tree.js';

/** What the pod templates of a resource say of one component; Flink itself replaces the memory and the CPU of its container. */
export interface PodTemplate {
  readonly memoryRequest: Placed | undefined;
  readonly memoryLimit: Placed | undefined;
  readonly cpuRequest: Placed | undefined;
  readonly cpuLimit: Placed | undefined;
  /** Environment variables that give options to the JVM, such as `JAVA_TOOL_OPTIONS`. */
  readonly javaOptions: readonly ({ readonly name: string } & Placed)[];
}

const MAIN_CONTAINER = 'flink-main-container';
const JAVA_OPTIONS = /^(?:JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS|JVM_ARGS|FLINK_ENV_JAVA_OPTS\w*)$/;

/** @param component `jobManager` or `taskManager` */
export function podTemplate(spec: Tree, component: string): PodTemplate {
  const containers = [fieldAt(spec, component, 'podTemplate'), fieldAt(spec, 'podTemplate')].flatMap(
    (template) => mainContainer(template?.value),
  );
  const first = (...path: readonly string[]): Placed | undefined =>
    containers
      .map((container) => textAt(container, 'resources', ...path))
      .find((found) => found !== undefined);
  const named = new Map(
    containers
      .toReversed()
      .flatMap(javaOptions)
      .map((option) => [option.name, option]),
  );
  return {
    memoryRequest: first('requests', 'memory'),
    memoryLimit: first('limits', 'memory'),
    cpuRequest: first('requests', 'cpu'),
    cpuLimit: first('limits', 'cpu'),
    javaOptions: [...named.values()],
  };
}

function mainContainer(template: Tree | undefined): Tree[] {
  const containers = fieldAt(template, 'spec', 'containers')?.value;
  if (containers?.kind !== 'list') return [];
  return containers.items.filter((container) => textAt(container, 'name')?.text === MAIN_CONTAINER);
}

function javaOptions(container: Tree): ({ readonly name: string } & Placed)[] {
  const variables = fieldAt(container, 'env')?.value;
  if (variables?.kind !== 'list') return [];
  return variables.items.flatMap((variable) => {
    const [name, value] = [textAt(variable, 'name')?.text, textAt(variable, 'value')];
    return name !== undefined && value !== undefined && JAVA_OPTIONS.test(name) ? [{ name, ...value }] : [];
  });
}
