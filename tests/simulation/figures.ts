import { day, dayOfInstant, instantAt } from "../../src/kernel/plain-date.ts";
import { groupings } from "../../src/modules/figures/index.ts";
import type { Kept } from "./invariants.ts";
import type { World } from "./world.ts";

/** The figures of the period, counted a second time from the acts. */
export async function checkFigures({ house, staff, tally, owner, now }: World, kept: readonly Kept[]): Promise<void> {
  const { figures } = house.deps;
  const today = dayOfInstant(now());
  const { rows } = await owner.query("select distinct unit_id from dossiers");
  const units = rows.map(({ unit_id }) => unit_id as string);
  const question = { units, from: today, until: today, procedures: null, officer: null, channel: null };
  const begins = instantAt(today, 0);
  const counted = kept.filter(
    ({ state }) => state.acceptedAt !== null && (state.endedAt === null || state.endedAt >= begins),
  );
  const online = ["online", "api", "kiosk"];
  const isOpen = ({ state }: Kept): boolean => state.endedAt === null;
  const lateBy = ({ state }: Kept, at: number): boolean => state.dueAt !== null && at > state.dueAt;
  const own = {
    received: counted.length,
    carriedOver: counted.filter(({ state }) => (state.acceptedAt ?? 0) < begins).length,
    receivedOnline: counted.filter(
      ({ row, state }) => (state.acceptedAt ?? 0) >= begins && online.includes(row.channel),
    ).length,
    done: counted.filter((one) => !isOpen(one)).length,
    late: counted.filter((one) => !isOpen(one) && lateBy(one, one.state.endedAt ?? 0)).length,
    open: counted.filter(isOpen).length,
    openPaused: counted.filter((one) => isOpen(one) && one.state.dueAt === null).length,
    openLate: counted.filter((one) => isOpen(one) && lateBy(one, now())).length,
  };
  for (const by of groupings) {
    const { lines, total } = await figures.table(question, by);
    for (const [name, value] of Object.entries(own)) {
      const told = total[name as keyof typeof own];
      if (told !== value) tally.violation("figures are what the acts say", `by ${by}, ${name}: ${told}, acts ${value}`);
      const sum = lines.reduce((all, line) => all + line[name as keyof typeof own], 0);
      if (sum !== told) tally.violation("figures add up", `by ${by}, ${name}: ${sum} of ${told}`);
    }
  }
  const ages = await figures.ages(units);
  const inHand = ages.reduce((sum, { inTime, late, paused }) => sum + inTime + late + paused, 0);
  if (inHand !== own.open) tally.violation("figures add up", `by age ${inHand}, open ${own.open}`);
  const flow = await figures.flow({ ...question, from: day("2026-11-01") });
  const received = flow.reduce((sum, one) => sum + one.received, 0);
  const accepted = kept.filter(({ state }) => state.acceptedAt !== null).length;
  if (received !== accepted) tally.violation("figures add up", `by day ${received}, accepted ${accepted}`);
  const listed = await Promise.all(
    [...new Set([...units, ...staff.units])].map((unit) =>
      figures.table({ ...question, units: [unit] }, "unit").then(({ total }) => total.received),
    ),
  );
  const sum = listed.reduce((all, one) => all + one, 0);
  if (sum !== own.received) tally.violation("each dossier counts in one unit", `${sum} of ${own.received}`);
  for (const [name, value] of Object.entries(own)) tally.count(`figures: ${name}`, value);
}
