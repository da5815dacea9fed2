import { parseArgs } from "node:util";
import { text } from "../kernel/text.ts";
import { loadReferenceData } from "../modules/catalogue/index.ts";
import { householdsFor, insertHouseholds } from "../modules/population/index.ts";
import { type Database, openDatabase } from "../platform/database/database.ts";
import type { Settings } from "../platform/settings.ts";
import { Trouble } from "../platform/trouble.ts";
import { bringUpToDate } from "./boot.ts";
import { agreeOnKind } from "./installation.ts";
import { say, withDatabase } from "./upkeep.ts";

/** The numbers of the register are held in memory while it runs. */
const MOST = 15_000_000;
const TELL_EVERY = 50_000;

/**
 * `motcua generate-population --people N`: invents people in households until the register holds N. Running it again,
 * or after it was broken off, adds only those still missing. Never into a database of real people.
 */
export async function generatePopulationNow(args: readonly string[], settings: Settings): Promise<number> {
  const people = peopleWished(args);
  await withDatabase(settings, async (database) => {
    await bringUpToDate({ database, say });
    const owner = openDatabase({ url: database.ownerUrl, most: 2, name: "motcua generate-population" });
    try {
      await agreeOnKind(owner, true);
      await loadReferenceData(owner);
      await fillUpTo(owner, people);
    } finally {
      await owner.close();
    }
  });
  return 0;
}

async function fillUpTo(owner: Database, people: number): Promise<void> {
  const taken = await numbersOf(owner);
  const missing = Math.max(0, people - taken.length);
  // Another draw for each size of the register: those who are added are no doubles of those who are there.
  const households = householdsFor({ people: missing, seed: taken.length + 1, taken });
  const added = await insertHouseholds(owner, withProgress(households, missing));
  const now = taken.length + added;
  process.stdout.write(`${now} người trong sổ, vừa thêm ${added}. / ${now} people in the register, ${added} added.\n`);
}

function* withProgress<H extends { readonly persons: readonly unknown[] }>(households: Iterable<H>, of: number) {
  const started = performance.now();
  let [made, told] = [0, 0];
  for (const household of households) {
    yield household;
    made += household.persons.length;
    if (made - told < TELL_EVERY) continue;
    told = made;
    const seconds = Math.round((performance.now() - started) / 1000);
    say(text(`${made} / ${of} người, ${seconds} giây …`, `${made} of ${of} people, ${seconds} s …`));
  }
}

const numbersOf = async (owner: Database): Promise<readonly string[]> =>
  (await owner.query<{ number: string }>("generate.numbers", "select number from persons")).map(({ number }) => number);

function peopleWished(args: readonly string[]): number {
  try {
    const { values } = parseArgs({ args: [...args], options: { people: { type: "string" } } });
    const people = /^\d{1,8}$/.test(values.people ?? "") ? Number(values.people) : 0;
    if (people >= 1 && people <= MOST) return people;
  } catch {
    // An option we do not know: the same answer as a missing number.
  }
  throw new Trouble(
    text(`Cần số người từ 1 đến ${MOST}: --people N`, `A number of people from 1 to ${MOST} is needed: --people N`),
  );
}
