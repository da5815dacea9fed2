import { communeStates } from "../../../../law/index.ts";
import { day, type PlainDate, yearOf } from "../../../kernel/plain-date.ts";
import type { Population } from "../person.ts";
import { createOldNumbers } from "./documents.ts";
import { createDraw } from "./draw.ts";
import { generateHouseholds, type Household } from "./households.ts";
import { createNumbers } from "./numbers.ts";
import { generateOrganisations } from "./organisations.ts";
import type { OldWardsOf } from "./residence.ts";

export type PopulationOptions = {
  readonly people: number;
  readonly seed: number;
  /** The day on which the people have their ages; the same day gives the same people. */
  readonly asOf?: PlainDate;
  /** Numbers that belong to somebody already. */
  readonly taken?: readonly string[];
  /** The old wards of communes (`loadOldWards`), for addresses of before the merger of 2025. */
  readonly oldWardsOf?: OldWardsOf;
};

const DAY = day("2026-07-01");

/**
 * Whole households until there are as many people as asked for (the last household may make it a few more), one at a
 * time: of millions, only the addresses given are kept in memory.
 */
export function* householdsFor(options: PopulationOptions): Generator<Household> {
  const numberFor = createNumbers(options.taken ?? []);
  const draw = createDraw(options.seed);
  let people = 0;
  const setting = {
    draw,
    numberFor,
    oldNumber: createOldNumbers(),
    oldWardsOf: options.oldWardsOf ?? (() => []),
    asOf: options.asOf ?? DAY,
    namesakes: [],
  };
  for (const household of generateHouseholds(setting)) {
    if (people >= options.people) return;
    people += household.persons.length;
    yield household;
  }
}

/**
 * An invented population: persons in households all over the country, the dwellings they own, organisations and who
 * represents them. The same options always give the same population. Nobody in it exists.
 */
export function generatePopulation(options: PopulationOptions): Population {
  const households = [...householdsFor(options)];
  const persons = households.flatMap((household) => household.persons);
  const provinces = new Map(communeStates().map((commune) => [commune.code, commune.provinceCode]));
  const adultsBornBy = yearOf(options.asOf ?? DAY) - 25;
  // A draw of its own: another number of people leaves the organisations where they are.
  const draw = createDraw(options.seed ^ 0x5eed);
  return {
    persons,
    records: households.flatMap((household) => household.records),
    dwellings: households.flatMap((household) => (household.dwelling ? [household.dwelling] : [])),
    ...generateOrganisations(draw, persons, (commune) => provinces.get(commune) ?? "", adultsBornBy),
  };
}
