import type { FastifyInstance, FastifyRequest } from 'fastify';

interface KnownPath {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
}

/** The paths of each running server, as they were registered. */
const paths = new WeakMap<object, Map<string, KnownPath>>();

/** Notes every route that is registered from now on, so that a wrong method can be told from a wrong path. */
export function watchRoutes(fastify: FastifyInstance): void {
  const known = new Map<string, KnownPath>();
  paths.set(fastify.server, known);
  fastify.addHook('onRoute', ({ url, method }) => {
    const path = known.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
    known.set(url, path);
    for (const one of Array.isArray(method) ? method : [method]) path.methods.add(one);
  });
}

/** The methods of the path that a request asks for, in alphabetical order; none where there is no such path. */
export function allowedMethods(request: FastifyRequest): string[] {
  const [path = ''] = (request.raw.url ?? '').split('?', 1);
  const methods = new Set<string>();
  for (const known of paths.get(request.server.server)?.values() ?? []) {
    if (known.pattern.test(path)) for (const method of known.methods) methods.add(method);
  }
  return [...methods].sort();
}

/** `/v1/profiles/:id` as a pattern of one path segment for each parameter; `*` stands for the rest. */
function patternOf(url: string): RegExp {
  const source = url
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:[A-Za-z]\w*/g, '[^/]+')
    .replaceAll('*', '.*');
  return new RegExp(`^${source}$`);
}
