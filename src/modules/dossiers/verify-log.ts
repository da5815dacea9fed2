import { type Act, deriveState } from "../../engine/state/index.ts";
import type { Database } from "../../platform/database/database.ts";
import { actHash, chainStart } from "./chain.ts";
import { projection } from "./rows.ts";

/** What verify-log found: how much was read, and the first thing that does not fit, if any. */
export type LogVerdict =
  | { readonly ok: true; readonly dossiers: number; readonly acts: number }
  | { readonly ok: false; readonly dossiers: number; readonly acts: number; readonly code: string; readonly seq: number; readonly what: string };

type ChainRow = { readonly officeProvince: string; readonly dossierId: string; readonly code: string; readonly headHash: Buffer; readonly actCount: number } & ReturnType<typeof projection>;
type ActRow = Act & { readonly previousHash: Buffer; readonly hash: Buffer };

const PAGE = 500;

/**
 * Recomputes every chain from its acts, dossier by dossier, and compares it with what is stored: an altered, missing,
 * added or moved act shows, and so does a projection or a list that says something else than the acts. `onProgress`
 * hears how many dossiers are done.
 */
export async function verifyLog(db: Database, onProgress: (dossiers: number) => void = () => undefined): Promise<LogVerdict> {
  let [province, last] = ["", "00000000-0000-0000-0000-000000000000"];
  let [dossiers, acts] = [0, 0];
  for (;;) {
    const page = await chainsAfter(db, province, last);
    for (const chain of page) {
      const rows = await chainOf(db, chain);
      const problem = findProblem(chain, rows);
      if (problem) return { ok: false, dossiers, acts, code: chain.code, ...problem };
      dossiers += 1;
      acts += rows.length;
      [province, last] = [chain.officeProvince, chain.dossierId];
    }
    onProgress(dossiers);
    if (page.length < PAGE) break;
  }
  const orphan = await orphanedAct(db);
  return orphan ? { ok: false, dossiers, acts, code: orphan.dossierId, seq: orphan.seq, what: "the act belongs to no dossier" } : { ok: true, dossiers, acts };
}

/** The first act of a chain that does not fit, with the reason; null when all fits. */
function findProblem(chain: ChainRow, rows: readonly ActRow[]): { seq: number; what: string } | null {
  let head = chainStart(chain.dossierId);
  for (const [at, row] of rows.entries()) {
    const { previousHash, hash, ...act } = row;
    if (row.seq !== at + 1) return { seq: at + 1, what: "this act is missing" };
    if (!previousHash.equals(head)) return { seq: row.seq, what: "the act does not follow the one before it" };
    if (!actHash(head, act as Act).equals(hash)) return { seq: row.seq, what: "the act was altered" };
    head = hash;
  }
  if (rows.length < chain.actCount) return { seq: rows.length + 1, what: "the last acts are missing" };
  if (rows.length > chain.actCount || !head.equals(chain.headHash)) return { seq: rows.length, what: "an act stands behind the end of the chain" };
  return projectionProblem(chain, rows);
}

function projectionProblem(chain: ChainRow, rows: readonly ActRow[]): { seq: number; what: string } | null {
  const first = rows[0];
  if (first?.kind !== "filed" || first.data.code !== chain.code) return { seq: 1, what: "the dossier carries another code than its filing" };
  const told = projection(deriveState(rows));
  const differs = (Object.keys(told) as (keyof typeof told)[]).find((name) => millis(told[name]) !== millis(chain[name]));
  return differs ? { seq: rows.length, what: `the list says another "${differs}" than the acts` } : null;
}

const millis = (value: string | number | null): string => {
  const at = typeof value === "string" && /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : value;
  return String(at);
};

const chainsAfter = (db: Database, province: string, id: string): Promise<ChainRow[]> =>
  db.query<ChainRow>(
    "chains-after",
    `select office_province as "officeProvince", id as "dossierId", code, head_hash as "headHash", act_count as "actCount",
       status, act_count, assigned_to, filed_at, accepted_at, clock_from, due_at, closed_at, money
     from dossiers where (office_province, id) > ($1, $2::uuid) order by office_province, id limit ${PAGE}`,
    [province, id],
  );

const chainOf = (db: Database, chain: ChainRow): Promise<ActRow[]> =>
  db.query<ActRow>(
    "chain-of",
    `select seq, id, kind, at, actor as by, data, previous_hash as "previousHash", hash
     from acts where office_province = $1 and dossier_id = $2 order by seq`,
    [chain.officeProvince, chain.dossierId],
  );

async function orphanedAct(db: Database): Promise<{ dossierId: string; seq: number } | null> {
  const [row] = await db.query<{ dossierId: string; seq: number }>(
    "orphaned-act",
    `select a.dossier_id as "dossierId", a.seq from acts a
     where not exists (select from dossiers d where d.office_province = a.office_province and d.id = a.dossier_id)
     order by a.dossier_id, a.seq limit 1`,
  );
  return row ?? null;
}
