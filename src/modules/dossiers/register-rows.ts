import type { Answers } from "../../engine/form/index.ts";
import type { ReturnWay, Status } from "../../engine/state/index.ts";
import type { Instant, PlainDate } from "../../kernel/plain-date.ts";
import type { Sql } from "../../platform/database/database.ts";
import { pagesOf } from "../../platform/database/pages.ts";
import type { Reading, ReadingTx } from "../access/index.ts";

/** The SQL of the register of dossiers, and of its prints. */

/** A dossier as the register has it. */
export type RegisteredRow = {
  readonly officeProvince: string;
  readonly code: string;
  readonly procedureKey: string;
  readonly unitId: string;
  readonly status: Status;
  readonly ownerName: string;
  readonly ownerNumber: string;
  readonly filerName: string;
  readonly answers: Answers;
  readonly acceptedAt: Instant;
  readonly dueAt: Instant | null;
  readonly endedAt: Instant | null;
  /** Number of the receipt; null for what was accepted before receipts bore one, or acknowledged at once. */
  readonly number: string | null;
  readonly returnedAt: Instant | null;
  readonly way: ReturnWay | null;
  readonly takenBy: string | null;
};
/** Which part: dossiers of a unit that were accepted between two moments, the second left out. */
export type RegisterPart = { readonly unit: string; readonly from: Instant; readonly end: Instant };

const COLUMNS = `d.office_province as "officeProvince", d.code, d.procedure_key as "procedureKey", d.unit_id as "unitId",
  d.status, d.owner_name as "ownerName", d.owner_number as "ownerNumber", d.filer_name as "filerName", d.answers,
  d.accepted_at as "acceptedAt", d.due_at as "dueAt", d.ended_at as "endedAt", a.number,
  r.at as "returnedAt", r.way, r.taken_by as "takenBy"`;
/** The last act of each kind: a dossier may be accepted anew, a result replaced. */
const JOINS = `left join lateral (select data->>'number' as number from acts where acts.office_province = d.office_province
    and acts.dossier_id = d.id and acts.kind = 'accepted' order by seq desc limit 1) a on true
  left join lateral (select acts.at, data->>'way' as way, data->>'to' as taken_by from acts
    where acts.office_province = d.office_province and acts.dossier_id = d.id and acts.kind = 'returned'
    order by seq desc limit 1) r on true
  where d.unit_id = $1 and d.accepted_at >= $2 and d.accepted_at < $3`;
const iso = (at: Instant): string => new Date(at).toISOString();
const valuesOf = ({ unit, from, end }: RegisterPart): unknown[] => [unit, iso(from), iso(end)];

export const registerPage = (
  reading: Reading,
  part: RegisterPart,
  limit: number,
  offset: number,
): Promise<RegisteredRow[]> =>
  reading.query<RegisteredRow>(
    "dossiers-register-page",
    `select ${COLUMNS} from dossiers d ${JOINS} order by d.accepted_at, d.code limit $4 offset $5`,
    [...valuesOf(part), limit, offset],
  );

/** All of a part, page by page, in the order of acceptance. */
export const registerPages = (reading: ReadingTx, part: RegisterPart) =>
  pagesOf<RegisteredRow>(
    reading,
    "dossiers-register-all",
    `select ${COLUMNS} from dossiers d ${JOINS} order by d.accepted_at, d.code`,
    valuesOf(part),
  );

export type RegisterPrint = {
  readonly id: string;
  readonly unitId: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly dossiers: number;
  readonly sha256: string;
  readonly signedBy: readonly string[];
  readonly printedBy: string;
  readonly printedByName: string;
  readonly printedAt: Instant;
};
const PRINT = `id, unit_id as "unitId", to_char(from_day, 'YYYY-MM-DD') as "from", to_char(until_day, 'YYYY-MM-DD') as until,
  dossiers, file_sha256 as sha256, signed_by as "signedBy", printed_by as "printedBy", printed_by_name as "printedByName",
  printed_at as "printedAt"`;

export const insertPrint = (sql: Sql, officeProvince: string, print: RegisterPrint): Promise<unknown> =>
  sql.query(
    "register-prints-insert",
    `insert into register_prints (office_province, id, unit_id, from_day, until_day, dossiers, file_sha256, signed_by,
       printed_by, printed_by_name, printed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      officeProvince,
      print.id,
      print.unitId,
      print.from,
      print.until,
      print.dossiers,
      print.sha256,
      [...print.signedBy],
      print.printedBy,
      print.printedByName,
      iso(print.printedAt),
    ],
  );

/** The latest prints of a unit. */
export const printsOf = (sql: Sql, officeProvince: string, unit: string, limit: number): Promise<RegisterPrint[]> =>
  sql.query<RegisterPrint>(
    "register-prints-of-unit",
    `select ${PRINT} from register_prints where office_province = $1 and unit_id = $2 order by printed_at desc limit $3`,
    [officeProvince, unit, limit],
  );

export async function findPrint(
  sql: Sql,
  officeProvince: string,
  unit: string,
  id: string,
): Promise<RegisterPrint | null> {
  const [print] = await sql.query<RegisterPrint>(
    "register-prints-find",
    `select ${PRINT} from register_prints where office_province = $1 and unit_id = $2 and id = $3`,
    [officeProvince, unit, id],
  );
  return print ?? null;
}
