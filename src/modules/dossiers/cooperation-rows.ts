import type { Cooperation, DossierState, NationalStatus } from "../../engine/state/index.ts";
import { type Instant, isoInstant } from "../../kernel/plain-date.ts";
import type { Sql, Tx } from "../../platform/database/database.ts";

/** Another office at work for a dossier, as lists show it: nothing of what it was asked. */
export type CooperationRow = Pick<Cooperation, "id" | "kind" | "askedAt" | "dueAt" | "answeredAt"> & {
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly unitId: string;
  readonly askingUnit: string;
  readonly reportedAt: Instant | null;
};

const COLUMNS = `office_province as "officeProvince", dossier_id as "dossierId", id, kind, unit_id as "unitId",
  asking_unit as "askingUnit", asked_at as "askedAt", due_at as "dueAt", answered_at as "answeredAt",
  reported_at as "reportedAt"`;

const momentOf = (at: Instant | null): string | null => (at === null ? null : isoInstant(at));
type OfDossier = { readonly officeProvince: string; readonly id: string };

type Told = Pick<DossierState, "unit" | "cooperations" | "endedAt">;

/** Whether an act changes anything of what other offices are told; most do not, and write nothing there. */
export const changesCooperations = (before: Told, after: Told): boolean =>
  after.cooperations.length > 0 &&
  (before.unit !== after.unit ||
    before.endedAt !== after.endedAt ||
    JSON.stringify(before.cooperations) !== JSON.stringify(after.cooperations));

/** Brings the rows of a dossier up to what its acts say. */
export async function projectCooperations(
  tx: Tx,
  { officeProvince, id }: OfDossier,
  state: Told,
  at: Instant,
): Promise<void> {
  if (state.cooperations.length === 0) return;
  const rows = state.cooperations.map((one) => ({
    id: one.id,
    kind: one.kind,
    unit: one.unit,
    asked: isoInstant(one.askedAt),
    due: isoInstant(one.dueAt),
    // What has ended waits for nobody any more.
    answered: momentOf(one.answeredAt ?? state.endedAt),
    reported: one.reported ? isoInstant(at) : null,
  }));
  await tx.query(
    "cooperations-project",
    `insert into cooperations (office_province, dossier_id, id, kind, unit_id, asking_unit, asked_at, due_at, answered_at, reported_at)
     select $1, $2, id, kind, unit, $3, asked, due, answered, reported
     from jsonb_to_recordset($4::jsonb) as r(id uuid, kind text, unit text, asked timestamptz, due timestamptz,
       answered timestamptz, reported timestamptz)
     on conflict (office_province, id) do update set asking_unit = excluded.asking_unit,
       answered_at = excluded.answered_at, reported_at = coalesce(cooperations.reported_at, excluded.reported_at)`,
    [officeProvince, id, state.unit, JSON.stringify(rows)],
  );
}

/** What a unit was asked and has not answered, and what it asked of others, the most urgent first. */
export const cooperationsOfUnit = (sql: Sql, unit: string, limit: number): Promise<CooperationRow[]> =>
  sql.query<CooperationRow>(
    "cooperations-of-unit",
    `select ${COLUMNS} from cooperations
     where (unit_id = $1 and answered_at is null) or asking_unit = $1
     order by answered_at is not null, due_at, id limit $2`,
    [unit, limit],
  );

/** How many questions of other offices a unit has not answered, and how many past their time. */
export const countAsked = async (sql: Sql, unit: string, now: Instant): Promise<{ open: number; late: number }> => {
  const [row] = await sql.query<{ open: number; late: number }>(
    "cooperations-count-asked",
    `select count(*)::int as open, (count(*) filter (where due_at < $2))::int as late
     from cooperations where unit_id = $1 and answered_at is null`,
    [unit, isoInstant(now)],
  );
  return row ?? { open: 0, late: 0 };
};

/** Nobody answered in time and nobody was told: the oldest first. */
export const silentCooperations = (sql: Sql, now: Instant, limit: number): Promise<CooperationRow[]> =>
  sql.query<CooperationRow>(
    "cooperations-silent",
    `select ${COLUMNS} from cooperations where answered_at is null and reported_at is null and due_at < $1
     order by due_at, id limit $2`,
    [isoInstant(now), limit],
  );

/** The codes and procedures of dossiers by their ids. */
export const codesOf = (sql: Sql, ids: readonly string[]): Promise<{ id: string; code: string; procedure: string }[]> =>
  sql.query(
    "cooperations-codes",
    "select id, code, procedure_key as procedure from dossiers where id = any($1::uuid[])",
    [ids],
  );

/** From now on dossiers of this office are also looked for under the province's key. */
export const noteWorkElsewhere = (tx: Tx, unit: string, officeProvince: string): Promise<object[]> =>
  tx.query(
    "work-elsewhere-note",
    "insert into work_elsewhere (unit_id, office_province) values ($1, $2) on conflict do nothing",
    [unit, officeProvince],
  );

export const workElsewhere = async (sql: Sql, unit: string): Promise<readonly string[]> =>
  (
    await sql.query<{ province: string }>(
      "work-elsewhere",
      "select office_province as province from work_elsewhere where unit_id = $1 order by office_province",
      [unit],
    )
  ).map(({ province }) => province);

export type AnnouncementRow = {
  readonly seq: number;
  readonly code: NationalStatus;
  readonly outcome: "sent" | "failed";
};
export const announcementsOf = (sql: Sql, { officeProvince, id }: OfDossier): Promise<AnnouncementRow[]> =>
  sql.query<AnnouncementRow>(
    "portal-announcements-of",
    "select seq, code, outcome from portal_announcements where office_province = $1 and dossier_id = $2 order by at, seq, code",
    [officeProvince, id],
  );
export const insertAnnouncement = (
  tx: Tx,
  { officeProvince, id }: OfDossier,
  { seq, code, outcome }: AnnouncementRow,
  at: Instant,
): Promise<object[]> =>
  tx.query(
    "portal-announcement-insert",
    `insert into portal_announcements (office_province, dossier_id, seq, code, at, outcome)
     values ($1, $2, $3, $4, $5, $6)`,
    [officeProvince, id, seq, code, isoInstant(at), outcome],
  );
