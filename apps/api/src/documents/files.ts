import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The documents that are written down, reviewed and served. */
export const OPENAPI_FILE = fileURLToPath(new URL('../../openapi.json', import.meta.url));
export const SCHEMA_FILE = fileURLToPath(new URL('../../schema.graphql', import.meta.url));

const { resolve } = createRequire(import.meta.url);
const inPackage = (name: string, file: string): string =>
  join(dirname(resolve(`${name}/package.json`)), file);

export interface Asset {
  readonly file: string;
  readonly type: string;
}

const script = (name: string, file: string): Asset => ({
  file: inPackage(name, file),
  type: 'text/javascript; charset=utf-8',
});
const style = (name: string, file: string): Asset => ({
  file: inPackage(name, file),
  type: 'text/css; charset=utf-8',
});

/** What the two pages load, all of it from this host, by the name in the address. */
export const ASSETS: Readonly<Record<string, Asset>> = {
  'swagger-ui.css': style('swagger-ui-dist', 'swagger-ui.css'),
  'swagger-ui.js': script('swagger-ui-dist', 'swagger-ui-bundle.js'),
  'graphiql.css': style('graphiql', 'graphiql.min.css'),
  'graphiql.js': script('graphiql', 'graphiql.min.js'),
  'react.js': script('react', 'umd/react.production.min.js'),
  'react-dom.js': script('react-dom', 'umd/react-dom.production.min.js'),
};
