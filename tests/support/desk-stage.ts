import { procedures, workingCalendar } from "../../law/index.ts";
import { day, type Instant, instantAt, type PartialDate } from "../../src/kernel/plain-date.ts";
import type { Result } from "../../src/kernel/result.ts";
import { loadReferenceData } from "../../src/modules/catalogue/index.ts";
import { createDesk, type Desk, type DeskOfficer, type DeskUnit } from "../../src/modules/desk/index.ts";
import { openDatabase } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/ids.ts";
import { type TestDatabase, testDatabase } from "./database.ts";

/** The waiting room of one ward on a real database, with a clock that can be set. */

export const WARD: DeskUnit = { id: "ca-26740", provinceCode: "79", level: "commune", shortName: null };
/** A Monday; the Saturday of its week is 28/11. */
export const MONDAY = day("2026-11-23");
export const SATURDAY = day("2026-11-28");
export const at = (minute: number, on = MONDAY): Instant => instantAt(on, minute);
const NINE = 9 * 60;

export type DeskStage = {
  readonly t: TestDatabase;
  readonly desk: Desk;
  setClock(now: Instant): void;
  /** An officer of the ward with a counter of their own, opened. */
  counter(number: number, services?: readonly string[]): Promise<Counter>;
  close(): Promise<void>;
};
type Counter = {
  readonly account: string;
  readonly officeProvince: string;
  readonly unitId: string;
  readonly counterId: string;
};

export const officer = (roles: readonly string[] = ["deskOfficer"]): DeskOfficer => ({
  account: newId(),
  name: "Cán bộ Thử",
  officeProvince: WARD.provinceCode,
  unitId: WARD.id,
  roles,
});

/** @param births what the register knows, by personal number */
export async function deskStage(births: Readonly<Record<string, PartialDate>> = {}): Promise<DeskStage> {
  const t = await testDatabase();
  const owner = openDatabase({ url: t.ownerUrl, most: 1 });
  await loadReferenceData(owner);
  await owner.close();
  let now = at(NINE);
  const desk = createDesk({
    db: t.db,
    clock: { now: () => now },
    procedures,
    calendar: workingCalendar,
    birthOf: async (number) => births[number] ?? null,
    hasDossier: async (_sql, unitId, code) => unitId === WARD.id && code.startsWith("G01"),
  });
  const known = desk.servicesOf(WARD).map(({ key }) => key);
  return {
    t,
    desk,
    setClock(to) {
      now = to;
    },
    async counter(number, services = known) {
      const by = officer();
      const { id } = got(await desk.addCounter(by, { number, services }, known));
      got(await desk.open(by, id));
      return { account: by.account, officeProvince: by.officeProvince, unitId: by.unitId, counterId: id };
    },
    close: () => t.drop(),
  };
}

/** The value of what must have gone well. */
export function got<T, F>(result: Result<T, F>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

export const drawing = {
  service: "residence",
  channel: "kiosk",
  birth: null,
  declared: null,
  confirmed: false,
  account: null,
} as const;
