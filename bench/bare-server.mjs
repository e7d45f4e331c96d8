import Fastify from 'fastify';

/** The reference for the routes: reads the JSON body and answers with the bytes that it was given on standard input. */
const chunks = [];
let received = 0;
process.stdin.on('data', (chunk) => {
  chunks.push(chunk);
  received += chunk.length;
  if (received >= Number(process.env.BYTES)) answer = Buffer.concat(chunks);
});
let answer = Buffer.alloc(0);

const server = Fastify();
server.post('/*', (_request, reply) => {
  reply.header('content-type', 'application/json; charset=utf-8').send(answer);
});
const url = await server.listen({ port: 0, host: '127.0.0.1' });
console.log(`ready ${url}`);
process.on('SIGTERM', () => process.exit(0));
