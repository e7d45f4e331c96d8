import { APPLICATION_ROLE, DatabaseRefused } from '@plimsoll/migrations';
import type { WorkspaceTransactions } from './workspace-transactions.js';

interface Standing {
  user: string;
  bypasses: boolean;
  open: string[] | null;
}

/**
 * Looks, from inside a transaction as requests have them, whether row-level security holds there.
 * @throws DatabaseRefused where it would not: workspaces would not be kept apart.
 */
export async function verifyWalls(transactions: WorkspaceTransactions): Promise<void> {
  const rows: Standing[] = await transactions.outside((manager) =>
    manager.query(
      `select current_user::text as "user", rolsuper or rolbypassrls as bypasses,
              (select array_agg(c.relname::text order by c.relname)
                 from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                  and has_table_privilege(c.oid, 'select, insert')
                  and not (c.relrowsecurity and c.relforcerowsecurity)) as open
         from pg_roles where rolname = current_user`,
    ),
  );
  const [standing] = rows;
  if (!standing || standing.user !== APPLICATION_ROLE || standing.bypasses) {
    throw new DatabaseRefused(
      `Units of work run as the database user "${standing?.user}", for whom row-level security does not hold: it has to be ${APPLICATION_ROLE}, neither superuser nor with BYPASSRLS.`,
    );
  }
  if (standing.open !== null) {
    throw new DatabaseRefused(`Row-level security is switched off for: ${standing.open.join(', ')}.`);
  }
}
