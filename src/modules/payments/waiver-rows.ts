import { type Dong, dong } from "../../kernel/dong.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";
import type { Debt } from "./debt.ts";
import type { Hand } from "./ledger.ts";

export type NewWaiver = {
  readonly id: string;
  readonly ground: string;
  readonly amount: Dong;
  readonly evidence: string;
  readonly reason: string;
  /** Granted at once by what the office knows itself. */
  readonly automatic: boolean;
  readonly by: Hand & { readonly number: string | null };
  readonly at: Instant;
};

/** A proposal not to ask for a fee, and what became of it. */
export type Waiver = {
  readonly officeProvince: string;
  readonly id: string;
  readonly debtId: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly unitId: string;
  readonly feeTitle: string;
  readonly ground: string;
  readonly amount: Dong;
  readonly evidence: string;
  readonly reason: string;
  readonly automatic: boolean;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedNumber: string | null;
  readonly askedAt: Instant;
  readonly outcome: "granted" | "refused" | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Instant | null;
  readonly decisionReason: string;
};
const COLUMNS = `office_province as "officeProvince", id, debt_id as "debtId", dossier_id as "dossierId", dossier_code as "dossierCode",
  unit_id as "unitId", fee_title as "feeTitle", ground, amount_dong as amount, evidence, reason, automatic, asked_by as "askedBy",
  asked_by_name as "askedByName", asked_number as "askedNumber", asked_at as "askedAt", outcome,
  decided_by_name as "decidedByName", decided_at as "decidedAt", decision_reason as "decisionReason"`;

export async function insertWaiver(tx: Tx, debt: Debt, waiver: NewWaiver): Promise<void> {
  const at = new Date(waiver.at);
  await tx.query(
    "payments.insert-waiver",
    `insert into fee_waivers (office_province, id, debt_id, dossier_id, dossier_code, unit_id, fee_title, ground, amount_dong,
                              evidence, reason, automatic, asked_by, asked_by_name, asked_number, asked_at,
                              outcome, decided_by, decided_by_name, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
    [
      debt.officeProvince,
      waiver.id,
      debt.id,
      debt.dossierId,
      debt.dossierCode,
      debt.unitId,
      debt.title,
      waiver.ground,
      waiver.amount,
      waiver.evidence,
      waiver.reason,
      waiver.automatic,
      waiver.by.account,
      waiver.by.name,
      waiver.by.number,
      at,
      ...(waiver.automatic ? ["granted", waiver.by.account, waiver.by.name, at] : [null, null, null, null]),
    ],
  );
}

/** Whether a proposal for the debt is undecided. */
export async function waits(tx: Tx, debt: Pick<Debt, "officeProvince" | "id">): Promise<boolean> {
  const found = await tx.query(
    "payments.waiver-waits",
    "select 1 from fee_waivers where office_province = $1 and debt_id = $2 and outcome is null",
    [debt.officeProvince, debt.id],
  );
  return found.length > 0;
}

export async function findWaiver(sql: Sql, officeProvince: string, id: string): Promise<Waiver | null> {
  const [row] = await sql.query<Waiver>(
    "payments.find-waiver",
    `select ${COLUMNS} from fee_waivers where office_province = $1 and id = $2`,
    [officeProvince, id],
  );
  return row ? { ...row, amount: dong(row.amount) } : null;
}

/** Writes the decision, unless there is one. */
export async function decide(
  tx: Tx,
  waiver: Pick<Waiver, "officeProvince" | "id">,
  decision: { readonly outcome: string; readonly by: Hand; readonly reason: string; readonly at: Instant },
): Promise<boolean> {
  const done = await tx.query(
    "payments.decide-waiver",
    `update fee_waivers set outcome = $3, decided_by = $4, decided_by_name = $5, decided_at = $6, decision_reason = $7
      where office_province = $1 and id = $2 and outcome is null returning id`,
    [
      waiver.officeProvince,
      waiver.id,
      decision.outcome,
      decision.by.account,
      decision.by.name,
      new Date(decision.at),
      decision.reason,
    ],
  );
  return done.length === 1;
}

/** The proposals of an office, undecided first, newest first. */
export const waiversOfUnit = (sql: Sql, officeProvince: string, unitId: string, most: number): Promise<Waiver[]> =>
  sql.query<Waiver>(
    "payments.waivers-of-unit",
    `select ${COLUMNS} from fee_waivers where office_province = $1 and unit_id = $2
      order by (outcome is null) desc, asked_at desc, id limit $3`,
    [officeProvince, unitId, most],
  );

/** What was granted in a dossier, for its owner and its office. */
export const waiversOfDossier = (sql: Sql, officeProvince: string, dossierId: string): Promise<Waiver[]> =>
  sql.query<Waiver>(
    "payments.waivers-of-dossier",
    `select ${COLUMNS} from fee_waivers w
      where office_province = $1 and outcome = 'granted'
        and debt_id in (select id from debts where office_province = $1 and dossier_id = $2)
      order by decided_at, id`,
    [officeProvince, dossierId],
  );
