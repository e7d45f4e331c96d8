import type { Client } from 'pg';
import { DatabaseRefused } from './database-refused.js';

/**
 * The role under which every unit of work runs. It owns nothing and cannot bypass row-level security,
 * so the policies hold even where the service logs in as a superuser.
 * Roles belong to the server, not to one database: this is checked at every start, not by a migration,
 * so that a database restored onto another server finds its role again.
 */
export const APPLICATION_ROLE = 'plimsoll_app';

interface Standing {
  user: string;
  mayCreateRoles: boolean;
  roleExists: boolean;
  roleIsPrivileged: boolean;
  mayActAsRole: boolean;
}

const CREATE_STATEMENT = `create role ${APPLICATION_ROLE} nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit`;

/** Two databases of one server may be migrated at the same moment, so each step accepts that the other was quicker. */
function unlessDoneMeanwhile(statement: string): string {
  return `do $$ begin ${statement}; exception when duplicate_object or unique_violation then null; end $$`;
}

async function standing(client: Client): Promise<Standing> {
  const { rows } = await client.query<Standing>(
    `select current_user::text as "user",
            (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as "mayCreateRoles",
            role.oid is not null as "roleExists",
            coalesce(role.rolsuper or role.rolbypassrls, false) as "roleIsPrivileged",
            role.oid is not null and pg_has_role(current_user, role.oid,
              case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as "mayActAsRole"
       from (select 1) as one left join pg_roles as role on role.rolname = $1`,
    [APPLICATION_ROLE],
  );
  const row = rows[0];
  if (!row) throw new Error('pg_roles answered with no row');
  return row;
}

/**
 * Makes sure that the application role exists and that the current user may act as it.
 * @throws DatabaseRefused naming the statements that an administrator has to run, where the user may not.
 */
export async function ensureApplicationRole(client: Client): Promise<void> {
  const before = await standing(client);
  if (before.roleIsPrivileged) {
    throw new DatabaseRefused(
      `The role ${APPLICATION_ROLE} is a superuser or bypasses row-level security, so workspaces would not be kept apart. ` +
        `An administrator has to run: alter role ${APPLICATION_ROLE} nosuperuser nobypassrls;`,
    );
  }
  if (before.roleExists && before.mayActAsRole) return;

  const grant = `grant ${APPLICATION_ROLE} to "${before.user.replaceAll('"', '""')}"`;
  if (!before.roleExists && !before.mayCreateRoles) {
    throw new DatabaseRefused(
      `The database user "${before.user}" may not create roles, and the role ${APPLICATION_ROLE} does not exist. ` +
        `An administrator has to run: ${CREATE_STATEMENT}; ${grant};`,
    );
  }
  if (!before.roleExists) await client.query(unlessDoneMeanwhile(CREATE_STATEMENT));
  try {
    await client.query(unlessDoneMeanwhile(grant));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseRefused(
      `The database user "${before.user}" may not act as the role ${APPLICATION_ROLE} and cannot grant it to itself (${reason}). ` +
        `An administrator has to run: ${grant};`,
    );
  }
}
