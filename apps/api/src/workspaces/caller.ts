/** What an API key may allow: reading and calculating, storing, managing keys. */
export const SCOPES = ['plans:read', 'plans:write', 'admin'] as const;
export type ScopeName = (typeof SCOPES)[number];

/** Who sent a request: the workspace that its key belongs to, and what the key allows. */
export interface Caller {
  readonly workspaceId: string;
  readonly scopes: readonly string[];
}
