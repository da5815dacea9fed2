import { loadOldUnits } from "../../../../law/index.ts";
import { addDays, addMonths, type PlainDate, yearOf } from "../../../kernel/plain-date.ts";
import type { RegisteredAddress } from "../record.ts";
import { dayIn } from "./documents.ts";
import type { Draw } from "./draw.ts";
import { drawCommune, drawLine, drawProvince } from "./territory.ts";

/** The wards of before 2025-07-01 whose land a commune of today has. */
export type OldWardsOf = (communeCode: string) => readonly string[];

/** Reads the law's old wards; without them invented people have always lived in the communes of today. */
export async function loadOldWards(): Promise<OldWardsOf> {
  const { oldWards } = await loadOldUnits();
  const wards = new Map<string, string[]>();
  for (const ward of oldWards().values())
    for (const successor of ward.successors) wards.set(successor, [...(wards.get(successor) ?? []), ward.code]);
  return (code) => wards.get(code) ?? [];
}

const MERGER = "2025-07-01";
type Home = { readonly commune: string; readonly line: string };

/** Since when a household lives where it does, and under which ward that was written down. */
export type Settled = {
  readonly since: PlainDate;
  readonly registered: Home;
  readonly before: RegisteredAddress | null;
};

/** One home for a household: most of them older than the merger, some with an address before it. */
export function drawSettled(draw: Draw, home: Home, oldWardsOf: OldWardsOf, asOf: PlainDate): Settled {
  const since = dayIn(draw, yearOf(asOf) - 1 - Math.floor(draw.next() ** 2 * 34));
  const registered = { commune: wardAt(draw, home.commune, since, oldWardsOf), line: home.line };
  if (!draw.chance(0.22)) return { since, registered, before: null };
  const commune = drawCommune(draw, drawProvince(draw));
  const from = dayIn(draw, yearOf(since) - draw.between(1, 15));
  const before: RegisteredAddress = {
    kind: "permanent",
    commune: wardAt(draw, commune.code, from, oldWardsOf),
    line: drawLine(draw, commune),
    from,
    until: addDays(since, -1),
  };
  return { since, registered, before };
}

function wardAt(draw: Draw, commune: string, on: PlainDate, oldWardsOf: OldWardsOf): string {
  const wards = on < MERGER ? oldWardsOf(commune) : [];
  return wards.length > 0 ? draw.pick(wards) : commune;
}

/** Where somebody is registered: the household's home since they are in it, and for some a place to stay beside it. */
export function drawAddresses(
  draw: Draw,
  who: { readonly age: number; readonly birthYear: number },
  home: Home,
  { since, registered, before }: Settled,
  oldWardsOf: OldWardsOf,
  asOf: PlainDate,
): readonly RegisteredAddress[] {
  const bornInto = who.birthYear > yearOf(since);
  const from = bornInto ? dayIn(draw, who.birthYear) : since;
  const commune = bornInto ? wardAt(draw, home.commune, from, oldWardsOf) : registered.commune;
  const addresses: RegisteredAddress[] = [{ kind: "permanent", commune, line: home.line, from, until: null }];
  if (before?.from && !bornInto && who.birthYear < yearOf(before.from)) addresses.unshift(before);
  if (who.age >= 18 && who.age <= 35 && draw.chance(0.12)) {
    const there = drawCommune(draw, drawProvince(draw));
    const start = dayIn(draw, yearOf(asOf) - draw.between(1, 2));
    addresses.push({
      kind: "temporary",
      commune: wardAt(draw, there.code, start, oldWardsOf),
      line: drawLine(draw, there),
      from: start,
      until: addMonths(start, 24),
    });
  }
  return addresses;
}
