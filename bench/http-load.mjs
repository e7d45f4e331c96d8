import autocannon from 'autocannon';

const HEADERS = { 'content-type': 'application/json' };

/** Requests per second at so many connections. Throws where any answer is not a success. */
export async function requestsPerSecond(url, body, { connections, seconds = 5 }) {
  const result = await autocannon({
    url,
    method: 'POST',
    headers: HEADERS,
    body: body === undefined ? undefined : JSON.stringify(body),
    connections,
    duration: seconds,
  });
  if (result.errors + result.non2xx > 0 || result['2xx'] === 0) {
    throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} answers that are no success`);
  }
  return result['2xx'] / result.duration;
}

/** One answer, whole. */
export async function answerOf(url, body) {
  const response = await fetch(url, { method: 'POST', headers: HEADERS, body: JSON.stringify(body) });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!response.ok) throw new Error(`${url}: ${response.status} ${bytes.toString().slice(0, 500)}`);
  return bytes;
}
