import { KEEP_IT_GOING } from '../calculators/capacity/keep-it-going.js';

/** Only this host, and no script in the page itself. Both tools write styles into their elements. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page = (
  title: string,
  root: string,
  styles: readonly string[],
  scripts: readonly string[],
): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${styles.map((file) => `<link rel="stylesheet" href="/assets/${file}">`).join('\n')}
</head>
<body>
<div id="${root}"></div>
${scripts.map((file) => `<script src="/assets/${file}"></script>`).join('\n')}
</body>
</html>
`;

export const DOCS_PAGE = page(
  'Plimsoll: REST',
  'swagger-ui',
  ['swagger-ui.css'],
  ['swagger-ui.js', 'docs.js'],
);

export const GRAPHIQL_PAGE = page(
  'Plimsoll: GraphQL',
  'graphiql',
  ['graphiql.css', 'pages.css'],
  ['react.js', 'react-dom.js', 'graphiql.js', 'start-graphiql.js'],
);

export const PAGES_CSS = 'html, body, #graphiql { height: 100%; margin: 0; }\n';

export const DOCS_JS = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger-ui',
  validatorUrl: null,
  deepLinking: true,
  tryItOutEnabled: true,
});
`;

const QUERY = `# Plan the capacity of a cluster. The variables hold the worked example of a talk.
query Capacity($input: CapacityInput!) {
  capacity(input: $input) {
    fits
    bottleneck { resource utilization }
    perMachine {
      networkIn { bytesPerSecond flows { id bytesPerSecond runningBytesPerSecond formula } }
      networkOut { bytesPerSecond flows { id bytesPerSecond runningBytesPerSecond formula } }
    }
    findings { severity title message }
  }
}
`;

/** The sample as GraphQL spells it: its enumerations in upper case. */
const VARIABLES = JSON.stringify(
  { input: KEEP_IT_GOING },
  (name, value: unknown) =>
    typeof value === 'string' && ['model', 'kind', 'connector', 'assigner', 'attachment'].includes(name)
      ? value.toUpperCase()
      : value,
  2,
);

export const GRAPHIQL_JS = `ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultQuery: ${JSON.stringify(QUERY)},
    variables: ${JSON.stringify(VARIABLES)},
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
  }),
);
`;
