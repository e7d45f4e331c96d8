import type { Environment } from '../environment/environment.js';

/** Where to look, for the person who started the service in a terminal. */
export function welcome({
  url,
  environment,
  database,
}: {
  url: string;
  environment: Environment;
  database: string;
}): string {
  const keys =
    environment.auth === 'off'
      ? 'not needed (AUTH=off): everything belongs to the workspace default'
      : 'needed; make one with: npm run key -- create --workspace NAME --name NAME --scopes plans:read,plans:write';
  return [
    '',
    `Plimsoll is ready.`,
    `  A plan to look at   ${url}/`,
    `  REST                ${url}/docs`,
    `  GraphQL             ${url}/graphiql`,
    `  API keys            ${keys}`,
    `  Database            ${database}`,
    '',
  ].join('\n');
}
