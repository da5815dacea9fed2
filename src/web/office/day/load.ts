import type { Status } from "../../../engine/state/index.ts";
import { dayOfInstant, type Instant } from "../../../kernel/plain-date.ts";
import { type Colleague, readLogged } from "../../../modules/access/index.ts";
import type { SessionWithSlots } from "../../../modules/desk/index.ts";
import type { OfficerLoad, WorkCounts, WorkRow } from "../../../modules/dossiers/index.ts";
import type { WebDeps } from "../../context.ts";
import { workMoments } from "../forward.tsx";
import { type Officer, whoOf } from "../guard.ts";
import { statusesOfTurn } from "../turn.ts";
import { dayEnds, type readWorkQuery, workFilter } from "../work-query.ts";

/** How many of the most urgent dossiers the page names; the rest is behind the links. */
const NAMED = 12;
const WORDS_NAMED = 10;

export type Sum = Pick<OfficerLoad, "open" | "late" | "today" | "soon">;
/** Everything an officer's day is made of, found by few questions that are quick however long the books are. */
export type Day = {
  readonly now: Instant;
  readonly mine: Sum;
  readonly team: readonly (OfficerLoad & { readonly name: string | null; readonly awayUntil: string | null })[];
  readonly counts: readonly WorkCounts[];
  /** Dossiers of the unit that wait for a step of this post. */
  readonly turn: number;
  readonly turnStatuses: readonly Status[];
  readonly urgent: readonly WorkRow[];
  readonly unread: Awaited<ReturnType<WebDeps["messages"]["talk"]["unreadOfUnit"]>>;
  readonly asked: { readonly open: number; readonly late: number };
  readonly sessions: readonly SessionWithSlots[];
};

export async function loadDay(deps: WebDeps, officer: Officer, query: ReturnType<typeof readWorkQuery>): Promise<Day> {
  const now = deps.clock.now();
  const { unit, roles } = officer.post;
  const provinces = await deps.dossiers.cooperation.provincesOf(deps.db, unit.id);
  const at = workMoments(await deps.workingTime.hours.calendarOf(deps.db, unit.id), now);
  const accounts = await deps.access.worksFor(officer);
  const mineSoon = { ...query, given: "toi", status: "dang-lam" };
  const filter = {
    ...workFilter(mineSoon, officer, provinces, deps.procedures, at, accounts),
    dueBefore: at.soonUntil,
  };
  const ends = { now, dayEnds: dayEnds(now), soonUntil: Math.max(at.soonUntil, dayEnds(now)) };
  const [loads, counts, colleagues, absences, unread, asked, sessions, urgent] = await Promise.all([
    deps.dossiers.loadOfUnit(deps.db, provinces, unit.id, ends),
    deps.dossiers.countWork(deps.db, provinces, unit.id, now, ends.dayEnds, at.forwardedLateBefore),
    deps.access.officersOf(unit.id),
    deps.access.absences(unit.id),
    deps.messages.talk.unreadOfUnit(deps.db, provinces, unit.id, WORDS_NAMED),
    deps.dossiers.cooperation.countAsked(deps.db, unit.id),
    deps.desk.sessionsOn(unit, dayOfInstant(now)),
    readLogged(deps.db, now, whoOf(officer), { purpose: "work-list" }, async (reading) => {
      const rows = await deps.dossiers.work(reading, filter, NAMED, 0);
      for (const { ownerNumber, code } of rows)
        reading.note({ subjectNumber: ownerNumber, dossierCode: code, fields: ["name"] });
      return rows;
    }),
  ]);
  const turnStatuses = statusesOfTurn(deps.procedures, roles);
  return {
    now,
    mine: sumOf(loads.filter(({ account }) => account !== null && accounts.includes(account))),
    team: teamOf(loads, colleagues, absences),
    counts,
    turn: counts.filter(({ status }) => turnStatuses.includes(status)).reduce((all, { count }) => all + count, 0),
    turnStatuses,
    urgent,
    unread,
    asked,
    sessions: sessions.filter(({ endedAt }) => endedAt === null),
  };
}

const sumOf = (loads: readonly OfficerLoad[]): Sum => ({
  open: loads.reduce((all, { open }) => all + open, 0),
  late: loads.reduce((all, { late }) => all + late, 0),
  today: loads.reduce((all, { today }) => all + today, 0),
  soon: loads.reduce((all, { soon }) => all + soon, 0),
});

/** Every examiner of the unit, with nothing in hand too, the latest first; then what nobody has. */
function teamOf(
  loads: readonly OfficerLoad[],
  colleagues: readonly Colleague[],
  absences: Awaited<ReturnType<WebDeps["access"]["absences"]>>,
): Day["team"] {
  const examiners = colleagues.filter(
    ({ account, roles }) => roles.includes("caseOfficer") || loads.some((load) => load.account === account),
  );
  const known = examiners.map((one) => ({
    ...(loads.find(({ account }) => account === one.account) ?? { ...NOTHING, account: one.account }),
    name: one.name,
    awayUntil: absences.find(({ account }) => account === one.account)?.until ?? null,
  }));
  // Somebody who left the unit may still hold dossiers: they stand in the list until they are assigned anew.
  const others = loads
    .filter(({ account }) => !examiners.some((one) => one.account === account))
    .map((load) => ({ ...load, name: null, awayUntil: null }));
  return [...known.sort((a, b) => b.late - a.late || b.today - a.today || b.open - a.open), ...others];
}
const NOTHING = { open: 0, late: 0, today: 0, soon: 0, oldest: null };
