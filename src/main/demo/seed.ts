import { loadOnce, loadReferenceData } from "../../modules/catalogue/index.ts";
import { generatePopulation, insertPopulation, type Person, type Population } from "../../modules/population/index.ts";
import type { Database } from "../../platform/database/database.ts";
import { sha256 } from "../../platform/ids.ts";
import { seedDesk } from "./desk.ts";
import { demoOfficers, demoPosts } from "./officers.ts";
import { demoCitizens, demoDwellings, demoOrganisations, demoRepresentatives } from "./people.ts";
import { upsertPosts } from "./rows.ts";

/** Posts of the demonstration begin with the two-level government. */
const POSTS_FROM = "2025-07-01";
const SEED = 20_261_123;

const PEOPLE = 5_000;

/** Everybody a trial's register starts with: those one can be, and the invented population around them. */
export function demoPopulation(people: number = PEOPLE): readonly Person[] {
  const named = [...demoCitizens, ...demoOfficers.map((officer) => officer.person)];
  const taken = named.map((person) => person.number);
  return [...named, ...generatePopulation({ people, seed: SEED, taken }).persons];
}

/**
 * Fills an empty house for a demonstration: places and offices, the demonstration's people and posts, and an invented
 * population around them. What is there stays; a second start reads a handful of rows. Needs the owner's connection.
 */
export async function seedDemo(
  owner: Database,
  options: { readonly people: number } = { people: PEOPLE },
): Promise<"seeded" | "unchanged"> {
  await loadReferenceData(owner);
  const named: Population = {
    persons: [...demoCitizens, ...demoOfficers.map((officer) => officer.person)],
    dwellings: demoDwellings,
    organisations: demoOrganisations,
    representatives: demoRepresentatives,
  };
  const hash = sha256(JSON.stringify([named, demoPosts])).toString("hex");
  const people = await loadOnce(owner, { name: "demo-people", hash }, async (tx) => {
    await insertPopulation(tx, named, Date.now());
    await upsertPosts(tx, demoPosts, POSTS_FROM);
  });
  // Once there is a population it is kept, whatever a later version would generate: dossiers name its people.
  const population = await loadOnce(owner, { name: "demo-population", hash: "kept" }, async (tx) => {
    const taken = named.persons.map((person) => person.number);
    await insertPopulation(tx, generatePopulation({ people: options.people, seed: SEED, taken }), Date.now());
  });
  await seedDesk(owner, Date.now());
  return people === "loaded" || population === "loaded" ? "seeded" : "unchanged";
}
