import type { Server } from 'node:http';
import request from 'supertest';
import { EXAMPLE } from '../apps/api/src/profiles/profile-example.js';

/** The body of a profile that can be planned, as a person would write it. */
export const PROFILE = EXAMPLE;

/** An id of the right form that nothing has. */
export const NOBODYS_ID = '01890a5d-ac96-774b-bcce-b302099a8057';

/** A body in GraphQL's spelling of enumerations. */
export const graphqlInput = (body: object): object =>
  JSON.parse(JSON.stringify(body), (name, value) =>
    ENUMERATIONS.has(name) ? String(value).toUpperCase() : value,
  );

const ENUMERATIONS = new Set(['kind', 'connector', 'assigner', 'attachment', 'stateBackend']);

/** Requests of one caller to one service: by REST, and by GraphQL. */
export interface Client {
  get(path: string): request.Test;
  post(path: string, body?: object): request.Test;
  put(path: string, body: object): request.Test;
  delete(path: string): request.Test;
  graphql(query: string, variables?: object): request.Test;
  /** Stores a profile and gives its id. */
  profile(more?: object): Promise<string>;
  /** Stores a plan of a profile and gives its id. */
  plan(profileId: string): Promise<string>;
}

export function clientOf(server: Server, key?: string): Client {
  const as = (test: request.Test) => (key === undefined ? test : test.set('Authorization', `Bearer ${key}`));
  const client: Client = {
    get: (path) => as(request(server).get(path)),
    post: (path, body) => as(request(server).post(path)).send(body),
    put: (path, body) => as(request(server).put(path)).send(body),
    delete: (path) => as(request(server).delete(path)),
    graphql: (query, variables = {}) => as(request(server).post('/graphql')).send({ query, variables }),
    profile: async (more = {}) => {
      const { body } = await client.post('/v1/profiles', { ...PROFILE, ...more }).expect(201);
      return body.id;
    },
    plan: async (profileId) => {
      const { body } = await client.post(`/v1/profiles/${profileId}/plans`).expect(201);
      return body.id;
    },
  };
  return client;
}
