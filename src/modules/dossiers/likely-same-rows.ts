import type { Answers } from "../../engine/form/index.ts";
import type { Status } from "../../engine/state/index.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql } from "../../platform/database/database.ts";

type OpenOfOwner = {
  readonly code: string;
  readonly officeProvince: string;
  readonly unitId: string;
  readonly status: Status;
  readonly filedAt: Instant;
  readonly answers: Answers;
};

/** Somebody with more open dossiers of one kind than this files for others; comparing them all would help nobody. */
const COMPARED_MOST = 50;

/** The open dossiers of an owner for a procedure filed between two moments, the newest first. */
export const openOfOwner = (
  sql: Sql,
  ownerNumber: string,
  procedureKey: string,
  from: Instant,
  until: Instant,
): Promise<OpenOfOwner[]> =>
  sql.query(
    "open-dossiers-of-owner",
    `select code, office_province as "officeProvince", unit_id as "unitId", status, filed_at as "filedAt", answers from dossiers
     where owner_number = $1 and procedure_key = $2 and closed_at is null and filed_at between $3 and $4
     order by filed_at desc limit $5`,
    [ownerNumber, procedureKey, new Date(from).toISOString(), new Date(until).toISOString(), COMPARED_MOST],
  );
