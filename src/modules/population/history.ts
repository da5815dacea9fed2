import { communeStates, loadOldUnits } from "../../../law/index.ts";
import type { Instant, PlainDate } from "../../kernel/plain-date.ts";
import type { Sql } from "../../platform/database/database.ts";
import * as rows from "./history-rows.ts";
import type { RegisteredAddress } from "./record.ts";

/** What is known of a person now, and what was known before. Personal data: whoever asks records why (access log). */

/**
 * A person's data as they were on a day, by what the register knew at a moment; null where it knew nothing of that day. Of all that had
 * been written down by then and covers the day, the latest written counts: a correction stands in front of what it corrects.
 */
export async function personAsKnown(
  sql: Sql,
  number: string,
  at: { readonly on: PlainDate; readonly knownAt: Instant },
): Promise<rows.Statement | null> {
  const statements = [...(await rows.versionsOf(sql, number))];
  const now = await rows.presentOf(sql, number);
  if (now) statements.push(now);
  return statements
    .filter(
      ({ recordedAt, from, until }) =>
        recordedAt <= at.knownAt && (from === null || from <= at.on) && (until === null || at.on <= until),
    )
    .reduce<rows.Statement | null>(
      (latest, one) => (latest && latest.recordedAt > one.recordedAt ? latest : one),
      null,
    );
}

export type AddressOn = RegisteredAddress & {
  /** The communes of the day asked about: one, or several among which only an officer can choose (a divided ward). */
  readonly communesOnDay: readonly string[];
};

/** The addresses of a person that hold on a day, as registered and as the unit is called on that day. */
export async function addressesOn(sql: Sql, number: string, on: PlainDate): Promise<readonly AddressOn[]> {
  const held = (await rows.addressesOf(sql, number)).filter(
    ({ from, until }) => (from === null || from <= on) && (until === null || on <= until),
  );
  return Promise.all(held.map(async (address) => ({ ...address, communesOnDay: await communesOn(address, on) })));
}

/**
 * What the unit of an address is on a day: a commune of today for an address registered since the merger of 2025-07-01, for an older one
 * the old ward in its time and whatever took it since. Codes lived on with other borders, so the day of registration decides.
 */
async function communesOn({ commune, from }: RegisteredAddress, on: PlainDate): Promise<readonly string[]> {
  const { unitOfOldWard, LAST_OLD_DAY } = await loadOldUnits();
  const isOld = from === null ? !todays.has(commune) : from <= LAST_OLD_DAY;
  const unit = isOld ? unitOfOldWard(commune, on) : null;
  if (unit?.kind === "commune") return [unit.commune.code];
  return unit?.kind === "communes" ? unit.communes.map(({ code }) => code) : [commune];
}
const todays = new Set(
  communeStates()
    .filter(({ until }) => until === null)
    .map(({ code }) => code),
);
