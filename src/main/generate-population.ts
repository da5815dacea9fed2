import { parseArgs } from "node:util";
import { text } from "../kernel/text.ts";
import { loadReferenceData } from "../modules/catalogue/index.ts";
import { fillRegister, loadOldWards } from "../modules/population/index.ts";
import { openBulk } from "../platform/database/bulk.ts";
import { openDatabase } from "../platform/database/database.ts";
import type { Settings } from "../platform/settings.ts";
import { Trouble } from "../platform/trouble.ts";
import { bringUpToDate } from "./boot.ts";
import { agreeOnKind } from "./installation.ts";
import { say, withDatabase } from "./upkeep.ts";

/** Places given out and numbers that are others' are held in memory: some 300 MB for ten million people. */
const MOST = 15_000_000;
const SEED_MOST = 2_147_483_647;
const TELL_EVERY = 50_000;

type Wish = { readonly people: number; readonly seed: number };

/**
 * `motcua generate-population --people N [--seed S]`: invents people in households until the register holds N. Running it again,
 * or after it was broken off, adds only those still missing; the same seed gives the same people. Never into a database of real people.
 */
export async function generatePopulationNow(args: readonly string[], settings: Settings): Promise<number> {
  const wish = wishOf(args);
  await withDatabase(settings, async (database) => {
    await bringUpToDate({ database, say });
    const owner = openDatabase({ url: database.ownerUrl, most: 2, name: "motcua generate-population" });
    const bulk = await openBulk(database.ownerUrl);
    try {
      await agreeOnKind(owner, true);
      await loadReferenceData(owner);
      const filled = await fillRegister({
        ...wish,
        owner,
        bulk,
        at: Date.now(),
        oldWardsOf: await loadOldWards(),
        tell: progress(),
      });
      process.stdout.write(
        `${filled.people} người trong sổ, vừa thêm ${filled.added}. / ${filled.people} people in the register, ${filled.added} added.\n`,
      );
    } finally {
      await bulk.close();
      await owner.close();
    }
  });
  return 0;
}

function progress(): (added: number, of: number) => void {
  const started = performance.now();
  let told = 0;
  return (added, of) => {
    if (added - told < TELL_EVERY) return;
    told = added;
    const seconds = Math.round((performance.now() - started) / 1000);
    say(text(`${added} / ${of} người, ${seconds} giây …`, `${added} of ${of} people, ${seconds} s …`));
  };
}

function wishOf(args: readonly string[]): Wish {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { people: { type: "string" }, seed: { type: "string", default: "1" } },
    });
    const [people, seed] = [whole(values.people), whole(values.seed)];
    if (people >= 1 && people <= MOST && seed >= 1 && seed <= SEED_MOST) return { people, seed };
  } catch {
    // An option we do not know: the same answer as a missing number.
  }
  throw new Trouble(
    text(
      `Cần số người từ 1 đến ${MOST}: --people N [--seed S]`,
      `A number of people from 1 to ${MOST} is needed: --people N [--seed S]`,
    ),
  );
}

const whole = (value: string | undefined): number => (/^\d{1,10}$/.test(value ?? "") ? Number(value) : 0);
