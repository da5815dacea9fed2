import type { Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";

/** The states of a seal and where each may lead (Decree 99/2016/NĐ-CP; licences.md section 1). */
const NEXT = {
  ORDERED: ["MADE"],
  MADE: ["DELIVERED_TO_POLICE"],
  DELIVERED_TO_POLICE: ["REGISTERED"],
  REGISTERED: ["IN_USE"],
  IN_USE: ["WORN", "LOST_REPORTED", "BODY_CHANGED", "SUSPENDED"],
  WORN: ["VALUE_CANCELLED"],
  LOST_REPORTED: ["VALUE_CANCELLED"],
  BODY_CHANGED: ["VALUE_CANCELLED"],
  SUSPENDED: ["VALUE_CANCELLED", "IN_USE"],
  VALUE_CANCELLED: ["DESTROYED"],
  DESTROYED: [],
} as const satisfies Record<string, readonly string[]>;
export type SealState = keyof typeof NEXT;

export type SealRow = {
  readonly officeProvince: string;
  readonly id: string;
  readonly dossierCode: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly sealKind: string;
  readonly sealText: string;
  readonly quantity: number;
  readonly certificateNumber: string;
  readonly validFrom: string;
  readonly state: SealState;
};

export const sealStatesAfter = (state: SealState): readonly SealState[] => NEXT[state];

/** The seals of a province's register with their state, newest first. */
export async function listSeals(
  sql: Sql,
  officeProvince: string,
  search: string,
  limit: number,
  offset: number,
): Promise<readonly SealRow[]> {
  return sql.query<SealRow>(
    "list-seals",
    `select s.office_province as "officeProvince", s.id, s.dossier_code as "dossierCode",
       s.organisation_code as "organisationCode", s.organisation_name as "organisationName", s.seal_kind as "sealKind",
       s.seal_text as "sealText", s.quantity, s.certificate_number as "certificateNumber", s.valid_from as "validFrom",
       (select state from seal_states t where t.office_province = s.office_province and t.seal_id = s.id
        order by seq desc limit 1) as state
     from seals s where s.office_province = $1
       and ($2 = '' or s.organisation_name ilike '%' || $2 || '%' or s.certificate_number ilike '%' || $2 || '%')
     order by s.id desc limit $3 offset $4`,
    [officeProvince, search.trim(), limit, offset],
  );
}

/** Moves a seal to its next state. A seal whose value was cancelled never comes back into use (art. 16.3.g). */
export async function moveSeal(
  tx: Tx,
  officeProvince: string,
  sealId: string,
  to: SealState,
  by: string,
  at: Instant,
  note: string | null,
): Promise<Result<true, { kind: "not-next"; from: SealState }>> {
  const [last] = await tx.query<{ seq: number; state: SealState }>(
    "last-seal-state",
    "select seq, state from seal_states where office_province = $1 and seal_id = $2 order by seq desc limit 1",
    [officeProvince, sealId],
  );
  if (!last || !sealStatesAfter(last.state).includes(to))
    return fail({ kind: "not-next", from: last?.state ?? "ORDERED" });
  await tx.query(
    "append-seal-state",
    "insert into seal_states (office_province, seal_id, seq, state, at, by_name, note) values ($1, $2, $3, $4, $5, $6, $7)",
    [officeProvince, sealId, last.seq + 1, to, new Date(at).toISOString(), by, note],
  );
  return ok(true);
}
