import { type Act, deriveState, type PaperSent } from "../../engine/state/index.ts";
import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import { provinceOfDossierCode } from "../../kernel/dossier-code.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Database, Sql } from "../../platform/database/database.ts";
import { actHash, chainStart } from "./chain.ts";
import { projection } from "./rows.ts";

/** How much was read, and the first thing that does not fit, if any: in which dossier, at which act, and what. */
export type LogVerdict =
  | { readonly ok: true; readonly dossiers: number; readonly acts: number }
  | ({ readonly ok: false; readonly dossiers: number; readonly acts: number; readonly code: string } & Misfit);
type Misfit = { readonly seq: number; readonly what: Text };

type ChainRow = {
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly code: string;
  readonly channel: string;
  readonly filerAccount: string;
  readonly filerName: string;
  readonly answers: Json;
  readonly papers: Json;
  readonly headHash: Buffer;
  readonly actCount: number;
} & ReturnType<typeof projection>;
type ActRow = {
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly act: Act;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
  /** Our acts stand on whole milliseconds; what was added behind them would not show in the hash. */
  readonly finerThanMs: boolean;
};

const PAGE = 200;

/**
 * Recomputes every chain from its acts and compares it with what is stored: an altered, missing, added or moved act
 * shows, and so does a list that says something else than the acts. Runs beside the work: each page is read from one
 * snapshot. `onProgress` hears how many dossiers are done.
 */
export async function verifyLog(
  db: Database,
  onProgress: (dossiers: number) => void = () => undefined,
): Promise<LogVerdict> {
  let after: Place = { officeProvince: "", dossierId: "00000000-0000-0000-0000-000000000000" };
  let [dossiers, acts] = [0, 0];
  for (;;) {
    const page = await pageAfter(db, after);
    for (const { chain, rows } of page) {
      const misfit = findMisfit(chain, rows);
      if (misfit) return { ok: false, dossiers, acts, code: filedCode(rows) ?? chain.code, ...misfit };
      dossiers += 1;
      acts += rows.length;
      after = chain;
    }
    onProgress(dossiers);
    if (page.length < PAGE) break;
  }
  const orphan = await orphanedAct(db);
  if (!orphan) return { ok: true, dossiers, acts };
  return { ok: false, dossiers, acts, code: orphan.dossierId, seq: orphan.seq, what: WRONG.orphan };
}

const WRONG = {
  missing: text("hành vi này không còn", "this act is missing"),
  tail: text("các hành vi cuối không còn", "the last acts are missing"),
  order: text("hành vi không nối tiếp hành vi trước nó", "the act does not follow the one before it"),
  altered: text("nội dung hành vi đã bị sửa", "the act was altered"),
  added: text("hành vi này được thêm vào sau cuối chuỗi", "the act stands behind the end of the chain"),
  head: text("chuỗi kết thúc bằng hành vi khác", "the chain ends with another act"),
  code: text("hồ sơ mang mã khác với mã khi nộp", "the dossier carries another code than its filing"),
  orphan: text("hành vi không thuộc hồ sơ nào", "the act belongs to no dossier"),
} satisfies Record<string, Text>;

/** The first act of a chain that does not fit, with the reason; null when all fits. */
function findMisfit(chain: ChainRow, rows: readonly ActRow[]): Misfit | null {
  let head = chainStart(chain.dossierId);
  for (const [at, { act, previousHash, hash, finerThanMs }] of rows.entries()) {
    if (act.seq !== at + 1) return { seq: at + 1, what: WRONG.missing };
    if (!previousHash.equals(head)) return { seq: act.seq, what: WRONG.order };
    if (finerThanMs || !actHash(head, act).equals(hash)) return { seq: act.seq, what: WRONG.altered };
    head = hash;
  }
  if (rows.length < Math.max(1, chain.actCount)) return { seq: rows.length + 1, what: WRONG.tail };
  if (rows.length > chain.actCount) return { seq: chain.actCount + 1, what: WRONG.added };
  if (!head.equals(chain.headHash)) return { seq: rows.length, what: WRONG.head };
  return findOtherWord(
    chain,
    rows.map(({ act }) => act),
  );
}

/** Where the row of the dossier, from which lists are made, says something else than its acts. */
function findOtherWord(chain: ChainRow, acts: readonly Act[]): Misfit | null {
  const first = acts[0];
  if (first?.kind !== "filed") return { seq: 1, what: WRONG.altered };
  const { code, channel } = first.data;
  if (code !== chain.code || provinceOfDossierCode(code) !== chain.officeProvince) return { seq: 1, what: WRONG.code };
  const projected = projectionOf(acts);
  if (!projected) return { seq: acts.length, what: WRONG.altered };
  const told: Readonly<Record<string, Json | undefined>> = {
    ...projected,
    channel,
    filerAccount: first.by.account,
    filerName: first.by.name,
    ...contentOf(acts),
  };
  const stored: Readonly<Record<string, unknown>> = chain;
  const differs = Object.keys(told).find((name) => comparable(told[name]) !== comparable(stored[name] as Json));
  if (differs === undefined) return null;
  const what = text(
    `danh sách ghi "${differs}" khác với các hành vi`,
    `the list says another "${differs}" than the acts`,
  );
  return { seq: acts.length, what };
}

/** What the acts come to; null for acts that we cannot have written: then they make no sense together. */
function projectionOf(acts: readonly Act[]): ReturnType<typeof projection> | null {
  try {
    return projection(deriveState(acts));
  } catch {
    return null;
  }
}

/** The answers and papers in force: as filed, and as supplemented since. */
function contentOf(acts: readonly Act[]): { answers: Json; papers: Json } {
  let answers: object = {};
  const papers: PaperSent[] = [];
  for (const act of acts) {
    if (act.kind !== "filed" && act.kind !== "supplemented") continue;
    answers = act.data.answers ?? answers;
    papers.push(...act.data.papers);
  }
  return { answers: answers as Json, papers };
}

/** Moments come as text from the acts and as milliseconds from the row: they are compared as moments. */
function comparable(value: Json | undefined): string {
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}T/.test(value)) return String(Date.parse(value));
  return canonicalJson(value ?? null);
}

const filedCode = (rows: readonly ActRow[]): string | null => {
  const first = rows[0]?.act;
  return first?.kind === "filed" && typeof first.data.code === "string" ? first.data.code : null;
};

type Place = { readonly officeProvince: string; readonly dossierId: string };
type Chain = { readonly chain: ChainRow; readonly rows: readonly ActRow[] };

/** The next dossiers with all their acts, as they stood at one moment. */
function pageAfter(db: Database, after: Place): Promise<readonly Chain[]> {
  return db.inTransaction(async (tx) => {
    await tx.query("verify-log.snapshot", "set transaction isolation level repeatable read, read only");
    const chains = await chainsAfter(tx, after);
    const last = chains.at(-1);
    if (!last) return [];
    const acts = Map.groupBy(await actsBetween(tx, after, last), nameOf);
    return chains.map((chain) => ({ chain, rows: acts.get(nameOf(chain)) ?? [] }));
  });
}
const nameOf = ({ officeProvince, dossierId }: Place): string => `${officeProvince} ${dossierId}`;

const chainsAfter = (sql: Sql, { officeProvince, dossierId }: Place): Promise<ChainRow[]> =>
  sql.query<ChainRow>(
    "verify-log.chains-after",
    `select office_province as "officeProvince", id as "dossierId", code, unit_id, channel,
       filer_account as "filerAccount", filer_name as "filerName", answers, papers, head_hash as "headHash",
       act_count as "actCount", status, act_count, assigned_to, filed_at, accepted_at, clock_from, due_at, ended_at, closed_at, supplements, money
     from dossiers where (office_province, id) > ($1, $2::uuid) order by office_province, id limit ${PAGE}`,
    [officeProvince, dossierId],
  );

const actsBetween = async (sql: Sql, after: Place, last: Place): Promise<ActRow[]> => {
  type Row = Omit<ActRow, "act"> & Act;
  const rows = await sql.query<Row>(
    "verify-log.acts-between",
    `select office_province as "officeProvince", dossier_id as "dossierId", seq, id, kind, at, actor as by, data,
       previous_hash as "previousHash", hash, at <> date_trunc('milliseconds', at) as "finerThanMs"
     from acts where (office_province, dossier_id) > ($1, $2::uuid) and (office_province, dossier_id) <= ($3, $4::uuid)
     order by office_province, dossier_id, seq`,
    [after.officeProvince, after.dossierId, last.officeProvince, last.dossierId],
  );
  return rows.map(({ officeProvince, dossierId, previousHash, hash, finerThanMs, ...act }) => ({
    officeProvince,
    dossierId,
    act: act as Act,
    previousHash,
    hash,
    finerThanMs,
  }));
};

async function orphanedAct(sql: Sql): Promise<{ dossierId: string; seq: number } | null> {
  const [row] = await sql.query<{ dossierId: string; seq: number }>(
    "verify-log.orphaned-act",
    `select a.dossier_id as "dossierId", a.seq from acts a
     where not exists (select from dossiers d where d.office_province = a.office_province and d.id = a.dossier_id)
     order by a.dossier_id, a.seq limit 1`,
  );
  return row ?? null;
}
