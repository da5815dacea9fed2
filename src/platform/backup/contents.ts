import type pg from "pg";
import { z } from "zod";

/** What stands at the beginning of a backup: enough to know whether it can be restored, before a row is read. */
export const headSchema = z.object({
  format: z.literal("motcua-backup-1"),
  at: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
export type Head = z.infer<typeof headSchema>;

/** What stands at its end and proves the rest. */
export const manifestSchema = z.object({
  tables: z.record(z.string(), z.object({ rows: z.number(), sha256: z.string() })),
  files: z.record(z.string(), z.string()),
  sequences: z.record(z.string(), z.object({ last: z.number(), called: z.boolean() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The history of the two schemas is made anew by the migrations themselves, never copied. */
const HISTORIES = ["public.migrations", "graphile_worker.migrations"];

/**
 * The tables of ours and of the queue with their columns, each after the tables its rows point to. Foreign keys that
 * wait for the commit put no order on them, and a table may point to itself.
 */
export async function tablesInOrder(client: pg.Client): Promise<Head["tables"]> {
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name,
       array(select quote_ident(a.attname) from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker')
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by 1`,
  );
  const { rows: arrows } = await client.query<{ from: string; to: string }>(
    `select format('%I.%I', n.nspname, c.relname) as "from", format('%I.%I', rn.nspname, rc.relname) as "to"
     from pg_constraint con
     join pg_class c on c.oid = con.conrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_class rc on rc.oid = con.confrelid join pg_namespace rn on rn.oid = rc.relnamespace
     where con.contype = 'f' and not con.condeferred and con.conrelid <> con.confrelid`,
  );
  const known = tables.filter((table) => !HISTORIES.includes(table.name));
  const done: typeof known = [];
  while (done.length < known.length) {
    const names = new Set(done.map((table) => table.name));
    const next = known.filter(
      (table) =>
        !names.has(table.name) &&
        arrows.every(({ from, to }) => from !== table.name || names.has(to) || HISTORIES.includes(to)),
    );
    if (next.length === 0) throw new Error("tables point to each other in a circle");
    done.push(...next);
  }
  return done;
}

/** Where each numbering stands, so that the next number after a restore is a new one. */
export async function sequencesOf(client: pg.Client): Promise<Manifest["sequences"]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, sequencename) as name from pg_sequences where schemaname in ('public', 'graphile_worker') order by 1`,
  );
  const found: Manifest["sequences"] = {};
  for (const { name } of rows) {
    const { rows: states } = await client.query<{ last: number; called: boolean }>(
      `select last_value as last, is_called as called from ${name}`,
    );
    if (states[0]) found[name] = states[0];
  }
  return found;
}
