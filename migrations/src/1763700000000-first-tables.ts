import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Workspaces, keys, profiles with their versions, plans, what repeated requests stored, and the examples put in.
 *
 * Every row belongs to a workspace: primary, unique and foreign keys begin with `workspace_id`, because
 * PostgreSQL checks them past row-level security, and so that the tables can be partitioned by workspace.
 * Policies show a row only to transactions that named its workspace (see `workspace_of_transaction`).
 */
export class FirstTables1763700000000 implements MigrationInterface {
  readonly name = 'FirstTables1763700000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [TABLES, UNCHANGEABLE, WALLS, OPERATOR, GRANTS, KEY_LOOK_UP]) {
      await runner.query(statements);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function public.plimsoll_caller(bytea);
      drop table public.shipped_examples, public.idempotency_keys, public.plans, public.profile_versions, public.profiles,
                 public.api_keys, public.workspaces;
      drop function public.plimsoll_refuse_change();
    `);
  }
}

/**
 * Documents are `text`, not `jsonb`, which would reorder keys and rewrite numbers: they come back byte for byte.
 * Ids are UUIDv7, made by the service, so that descending ids are newest first.
 */
const TABLES = `
  create table public.workspaces (
    id uuid primary key,
    name text not null unique check (length(name) between 1 and 100),
    created_at timestamptz(3) not null default now()
  );

  create table public.api_keys (
    workspace_id uuid not null references public.workspaces (id),
    id uuid not null,
    name text not null check (length(name) between 1 and 100),
    key_hash bytea not null unique check (length(key_hash) = 32),
    scopes text[] not null check (scopes <@ array['plans:read', 'plans:write', 'admin'] and cardinality(scopes) > 0),
    created_at timestamptz(3) not null default now(),
    revoked_at timestamptz(3),
    primary key (workspace_id, id)
  );

  create table public.profiles (
    workspace_id uuid not null references public.workspaces (id),
    id uuid not null,
    version integer not null check (version >= 1),
    created_at timestamptz(3) not null,
    deleted_at timestamptz(3),
    primary key (workspace_id, id)
  );

  create table public.profile_versions (
    workspace_id uuid not null,
    profile_id uuid not null,
    version integer not null check (version >= 1),
    created_at timestamptz(3) not null,
    document text not null,
    primary key (workspace_id, profile_id, version),
    foreign key (workspace_id, profile_id) references public.profiles (workspace_id, id)
  );

  create table public.plans (
    workspace_id uuid not null,
    id uuid not null,
    profile_id uuid not null,
    profile_version integer not null,
    created_at timestamptz(3) not null,
    document text not null,
    primary key (workspace_id, id),
    foreign key (workspace_id, profile_id, profile_version)
      references public.profile_versions (workspace_id, profile_id, version)
  );
  create index plans_by_profile on public.plans (workspace_id, profile_id, id);

  create table public.idempotency_keys (
    workspace_id uuid not null references public.workspaces (id),
    operation text not null,
    key text not null,
    request_hash text not null,
    stored_id uuid not null,
    created_at timestamptz(3) not null,
    primary key (workspace_id, operation, key)
  );

  create table public.shipped_examples (
    workspace_id uuid not null,
    name text not null,
    profile_id uuid not null,
    plan_id uuid not null,
    primary key (workspace_id, name),
    foreign key (workspace_id, profile_id) references public.profiles (workspace_id, id),
    foreign key (workspace_id, plan_id) references public.plans (workspace_id, id)
  );
`;

/** The application role has no grant to change plans and versions; this also stops owners and superusers. */
const UNCHANGEABLE = `
  create function public.plimsoll_refuse_change() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
    as $$ begin
      raise exception 'a row of % is never changed', tg_table_name using errcode = 'restrict_violation';
    end $$;

  create trigger profile_versions_never_change before update on public.profile_versions
    for each statement execute function public.plimsoll_refuse_change();
  create trigger plans_never_change before update on public.plans
    for each statement execute function public.plimsoll_refuse_change();
`;

/** After its first use on a connection the setting is '' instead of null, hence nullif. */
const MINE = `nullif(current_setting('plimsoll.workspace', true), '')::uuid`;

const WALLS = `
  ${wall('workspaces', 'id')}
  ${['api_keys', 'profiles', 'profile_versions', 'plans', 'idempotency_keys', 'shipped_examples']
    .map((table) => wall(table, 'workspace_id'))
    .join('\n')}
`;

function wall(table: string, column: string): string {
  return `
    alter table public.${table} enable row level security;
    alter table public.${table} force row level security;
    create policy own_workspace on public.${table} to plimsoll_app
      using (${column} = ${MINE}) with check (${column} = ${MINE});`;
}

/**
 * Making workspaces and keys is the operator's work, done as the tables' owner. There is no such policy
 * on profiles and plans: tenants' documents are out of reach even of an owner who is not a superuser.
 */
const OPERATOR = `
  create policy operator on public.workspaces to current_user using (true) with check (true);
  create policy operator on public.api_keys to current_user using (true) with check (true);
`;

const GRANTS = `
  grant usage on schema public to plimsoll_app;
  grant select on public.workspaces to plimsoll_app;
  grant select, insert on public.profiles to plimsoll_app;
  grant update (version, deleted_at) on public.profiles to plimsoll_app;
  grant select, insert on public.profile_versions, public.plans, public.shipped_examples to plimsoll_app;
  grant select, insert, delete on public.idempotency_keys to plimsoll_app;
`;

/**
 * Who calls is asked before the workspace is known, so this one question is answered with its owner's rights:
 * from the hash of a whole key to the workspace and scopes, and nothing else. Every name in it is qualified,
 * so that no one else's object is ever picked up.
 */
const KEY_LOOK_UP = `
  create function public.plimsoll_caller(hash bytea)
    returns table (workspace_id uuid, scopes text[])
    language sql stable security definer set search_path = pg_catalog, pg_temp
    as $$
      select found.workspace_id, found.scopes
        from public.api_keys as found
       where found.key_hash = hash and found.revoked_at is null
    $$;
  revoke all on function public.plimsoll_caller(bytea) from public;
  grant execute on function public.plimsoll_caller(bytea) to plimsoll_app;
`;
