import { procedures, workingCalendar } from "../../../law/index.ts";
import { isWorkingDay } from "../../kernel/calendar.ts";
import { addDays, dayOfInstant, type Instant, type PlainDate, weekday } from "../../kernel/plain-date.ts";
import { createDesk, type DeskUnit, type SessionKind } from "../../modules/desk/index.ts";
import type { Database } from "../../platform/database/database.ts";
import { fixedId } from "./invented.ts";

/** The waiting room of the demonstration: three counters, and sessions in the days to come. */
const WARD: DeskUnit = { id: "ca-26740", provinceCode: "79", level: "commune", shortName: null };
const KEEPER = {
  account: fixedId("keeper of the waiting room"),
  name: "Bộ phận Một cửa",
  officeProvince: WARD.provinceCode,
  unitId: WARD.id,
  roles: ["deskOfficer"],
};
const DAYS = 10;
const SATURDAY = 6;
const OFFICE = "Bộ phận Một cửa, Công an phường Sài Gòn";
const TRIP = "Nhà văn hóa khu phố 3, phường Sài Gòn";

type Plan = {
  readonly kind: SessionKind;
  readonly day: PlainDate;
  readonly from: number;
  readonly until: number;
  readonly place: string;
};

/** Sets up what is not there: a second start on one day changes nothing, one a week later plans the days that have come. */
export async function seedDesk(owner: Database, now: Instant): Promise<void> {
  const desk = createDesk({
    db: owner,
    clock: { now: () => now },
    procedures,
    calendar: workingCalendar,
    birthOf: async () => null,
    hasDossier: async () => false,
  });
  const services = desk.servicesOf(WARD).map(({ key }) => key);
  if ((await desk.countersOf(WARD)).length === 0) {
    for (const number of [1, 2, 3]) await desk.addCounter(KEEPER, { number, services }, services);
  }
  const today = dayOfInstant(now);
  const planned = new Set((await desk.sessionsFrom(WARD, today)).map(({ day }) => day));
  const handled = desk.proceduresOf(WARD).map(({ key }) => key);
  for (const { from, until, ...plan } of plansFrom(today).filter(({ day }) => !planned.has(day)))
    await desk.planSession(KEEPER, WARD, {
      ...plan,
      fromMinute: from,
      untilMinute: until,
      slotMinutes: 30,
      capacity: 4,
      procedures: handled,
    });
}

function plansFrom(today: PlainDate): readonly Plan[] {
  const days = Array.from({ length: DAYS }, (_, n) => addDays(today, n + 1));
  return days.flatMap((day): Plan[] => {
    if (weekday(day) === SATURDAY)
      return [
        { kind: "saturday", day, from: 480, until: 690, place: OFFICE },
        { kind: "mobile", day, from: 840, until: 1_020, place: TRIP },
      ];
    const working = isWorkingDay(workingCalendar(), day);
    return working.ok && working.value ? [{ kind: "ordinary", day, from: 480, until: 690, place: OFFICE }] : [];
  });
}
