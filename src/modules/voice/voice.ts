import { dayOfInstant, type PlainDate } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql, Tx } from "../../platform/database/database.ts";
import { randomId } from "../../platform/ids.ts";

/** Scores by question, 1 (very dissatisfied) to 5 (very satisfied), and words of the person's own. */
export type Rating = { readonly scores: { readonly [question: string]: number }; readonly comment: string };
export type RatingFailure = { readonly kind: "already-rated" };
export type Voice = ReturnType<typeof createVoice>;

export function createVoice(deps: { readonly db: Database; readonly clock: Clock }) {
  return {
    /** Takes one rating of a closed dossier. Mark and answer are written together and bear no relation to each other. */
    async rate(
      dossier: { officeProvince: string; id: string; unitId: string; procedureKey: string },
      rating: Rating,
    ): Promise<Result<true, RatingFailure>> {
      return deps.db.inTransaction(async (tx) => {
        if (!(await markRated(tx, dossier.officeProvince, dossier.id))) return fail({ kind: "already-rated" as const });
        await insertAnswer(tx, dossier, rating, monthOf(dayOfInstant(deps.clock.now())));
        return ok(true as const);
      });
    },
    /** Whether a dossier was rated; not by whom nor how. */
    isRated: (sql: Sql, officeProvince: string, dossierId: string): Promise<boolean> =>
      isRated(sql, officeProvince, dossierId),
  };
}

/** The day is rounded to its month, so that the time of an answer does not give its writer away. */
const monthOf = (day: PlainDate): string => `${day.slice(0, 7)}-01`;

async function markRated(tx: Tx, officeProvince: string, dossierId: string): Promise<boolean> {
  const rows = await tx.query(
    "mark-rated",
    "insert into ratings_given (office_province, dossier_id) values ($1, $2) on conflict do nothing returning dossier_id",
    [officeProvince, dossierId],
  );
  return rows.length === 1;
}

async function insertAnswer(
  tx: Tx,
  dossier: { officeProvince: string; unitId: string; procedureKey: string },
  rating: Rating,
  month: string,
): Promise<void> {
  await tx.query(
    "insert-survey-answer",
    `insert into survey_answers (office_province, id, unit_id, procedure_key, month, scores, comment) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      dossier.officeProvince,
      randomId(),
      dossier.unitId,
      dossier.procedureKey,
      month,
      JSON.stringify(rating.scores),
      rating.comment || null,
    ],
  );
}

async function isRated(sql: Sql, officeProvince: string, dossierId: string): Promise<boolean> {
  const rows = await sql.query(
    "is-rated",
    "select 1 from ratings_given where office_province = $1 and dossier_id = $2",
    [officeProvince, dossierId],
  );
  return rows.length > 0;
}
