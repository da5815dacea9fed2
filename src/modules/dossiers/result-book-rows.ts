import type { Status } from "../../engine/state/index.ts";
import { type Instant, isoInstant } from "../../kernel/plain-date.ts";
import type { Reading } from "../access/index.ts";

/** The book of results of an office: one line a numbered result. */
export type BookLine = {
  readonly code: string;
  readonly procedureKey: string;
  readonly channel: string;
  readonly ownerName: string;
  readonly ownerNumber: string;
  readonly status: Status;
  readonly filedAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly number: string | null;
  readonly numberedAt: Instant | null;
  readonly returnedAt: Instant | null;
  /** How the result went, and to whom. */
  readonly way: string | null;
  readonly to: string | null;
};

const COLUMNS = `d.code, d.procedure_key as "procedureKey", d.channel, d.owner_name as "ownerName", d.owner_number as "ownerNumber",
  d.status, d.filed_at as "filedAt", d.accepted_at as "acceptedAt", d.due_at as "dueAt", d.ended_at as "endedAt",
  n.data->>'number' as number, n.at as "numberedAt", r.at as "returnedAt", r.data->>'way' as way, r.data->>'to' as "to"`;
const last = (kind: "numbered" | "returned"): string => `lateral (select a.at, a.data from acts a
    where a.office_province = d.office_province and a.dossier_id = d.id and a.kind = '${kind}' order by a.seq desc limit 1)`;

/** A stretch of time, and the page of the book. */
export type BookPage = {
  readonly officeProvinces: readonly string[];
  readonly unit: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly limit: number;
  readonly offset: number;
};
const params = (page: BookPage) => [
  page.officeProvinces,
  page.unit,
  isoInstant(page.from),
  isoInstant(page.until),
  page.limit,
  page.offset,
];

/** The book of results: what was numbered in a time, in the order of its numbering. Nothing takes more than two years. */
export const bookOfResults = (reading: Reading, page: BookPage): Promise<readonly BookLine[]> =>
  reading.query<BookLine>(
    "book-of-results",
    `select ${COLUMNS} from dossiers d join ${last("numbered")} n on true left join ${last("returned")} r on true
     where d.office_province = any($1) and d.unit_id = $2 and d.filed_at >= $3::timestamptz - interval '2 years'
       and d.filed_at < $4 and n.at >= $3 and n.at < $4
     order by n.at, d.code limit $5 offset $6`,
    params(page),
  );
