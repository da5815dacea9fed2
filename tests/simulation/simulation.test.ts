import { expect, test } from "vitest";
import { officeDay } from "./day.ts";
import { checkAll } from "./invariants.ts";

/**
 * A simulated office day: officers and citizens act by lot, within the law and against it, while buttons are pressed twice,
 * papers cannot be printed and the register is down. OFFICERS, DOSSIERS and SEED may be given; `npm run simulate` is the
 * day in its full size. The same seed draws the same people and the same wishes; what meets what is up to the machine.
 */

const OFFICERS = Number(process.env["OFFICERS"] ?? 6);
const DOSSIERS = Number(process.env["DOSSIERS"] ?? 45);
const SEED = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1e9));
const HOURS_MS = 3 * 3_600_000;

test(`a day of ${OFFICERS} officers and ${DOSSIERS} dossiers is explainable from its acts (SEED=${SEED})`, {
  timeout: HOURS_MS,
}, async () => {
  const tell = (line: string): void => void process.stdout.write(`${line}\n`);
  tell(`simulation: OFFICERS=${OFFICERS} DOSSIERS=${DOSSIERS} SEED=${SEED}`);
  const day = await officeDay({ officers: OFFICERS, dossiers: DOSSIERS, seed: SEED, tell });
  try {
    await checkAll(day.world, day.lives.length);
    const { tally } = day.world;
    tell(tally.lines().join("\n"));
    const seconds = tally.of("milliseconds the day took") / 1_000;
    tell(
      `SEED=${SEED}: ${day.lives.length} dossiers, ${tally.of("acts in the chains")} acts in ${seconds.toFixed(0)} s ` +
        `(${(tally.of("acts in the chains") / seconds).toFixed(1)} a second), ${tally.of("illegal attempts")} illegal attempts, ` +
        `${tally.of("conflicts")} conflicts, ${tally.violations.length} violations`,
    );
    expect(tally.violations.length, tally.violations[0]).toBe(0);
    expect(tally.of("illegal attempts")).toBeGreaterThan(0);
    expect(tally.of("conflicts")).toBeGreaterThan(0);
  } finally {
    await day.close();
  }
});
