import { setTimeout as pause } from "node:timers/promises";
import { dayOfInstant } from "../src/kernel/plain-date.ts";
import {
  announceEntries,
  consistencyProof,
  createSequencer,
  createSigner,
  findInclusion,
  keyOfSecret,
  latestCheckpoint,
} from "../src/modules/transparency/index.ts";
import { type Database, openDatabase } from "../src/platform/database/database.ts";
import { newId, sha256 } from "../src/platform/ids.ts";
import { makeKeys } from "../tests/faults/clients.ts";
import { runCommand } from "../tests/faults/running-server.ts";
import { withServer } from "./house.ts";
import { type Figure, median } from "./report.ts";
import { fileFor } from "./submissions.ts";

const HOTELS = 1_000;
const SECONDS = 8;
const ROUNDS = 4;
const LEAVES = 1_000_000;
const PROOFS = 500;

/**
 * The transparency log: what numbering costs submissions that stream in meanwhile (a round every second, sixty times
 * the rhythm of the setting), how fast it numbers, how long the check of all takes, and a proof at a million leaves.
 */
export const logFigures = (): Promise<readonly Figure[]> =>
  withServer({ LOG_CHECKPOINT_MINUTES: "59" }, async (server, place) => {
    const db = openDatabase({ url: server.database.appUrl, most: 4, name: "motcua bench" });
    try {
      const signer = createSigner("motcua.bench/log", keyOfSecret("of the bench"));
      const { run } = createSequencer({ db, clock: { now: () => Date.now() }, signer });
      const tokens = await makeKeys(server.database.ownerUrl, HOTELS);
      const day = dayOfInstant(Date.now());
      let next = 0;
      const file = (seconds: number) => fileFor(server, tokens, day, seconds, () => next++);
      await file(4);
      const [alone, beside]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round++) {
        alone.push((await file(SECONDS)).perSecond);
        await run();
        let over = false;
        const numbering = (async () => {
          while (!over) {
            await run();
            await pause(1_000);
          }
        })();
        beside.push((await file(SECONDS)).perSecond);
        over = true;
        await numbering;
      }
      await run();
      const checked = await timed(() => runCommand({ ...place, env: { ...place.env, ...OWN_KEY } }, "verify-log"));
      const real = (await latestCheckpoint(db))?.size ?? 0;
      const announced = await announceMany(db, LEAVES - real);
      const numbered = await timed(run);
      const size = (await latestCheckpoint(db))?.size ?? 0;
      const inclusion: number[] = [];
      const consistency: number[] = [];
      for (let n = 0; n < PROOFS; n++) {
        const leaf = Math.floor(Math.random() * size);
        inclusion.push((await timed(() => findInclusion(db, { leaf }, size))) * 1_000);
        consistency.push((await timed(() => consistencyProof(db, leaf + 1, size))) * 1_000);
      }
      const p99 = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? 0;
      return [
        {
          what: "submissions while a round numbers every second",
          value: median(beside),
          unit: "/s",
          baseline: { what: "without numbering, taking turns", value: median(alone) },
          runs: beside,
        },
        { what: "entries numbered, of batches of 64", value: announced / numbered, unit: "/s" },
        { what: `verify-log, ${real} real leaves, chains and books included`, value: real / checked, unit: "leaves/s" },
        { what: `inclusion proof at ${size} leaves, p50`, value: median(inclusion), unit: "ms" },
        { what: "… p99", value: p99(inclusion), unit: "ms" },
        { what: `consistency proof at ${size} leaves, p50`, value: median(consistency), unit: "ms" },
        { what: "… p99", value: p99(consistency), unit: "ms" },
      ];
    } finally {
      await db.close();
    }
  });

/** The check needs the key that signed, and the bench signed with one of its own. */
const OWN_KEY = {
  LOG_EARLIER_KEYS: createSigner("motcua.bench/log", keyOfSecret("of the bench")).verifier.text,
};

/** Seconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  const answer = await work();
  if (typeof answer === "object" && answer !== null && "code" in answer && answer.code !== 0)
    throw new Error(JSON.stringify(answer));
  return (performance.now() - started) / 1_000;
}

/** Announces so many entries that stand for no row, as submissions would: 64 in a statement. */
async function announceMany(db: Database, count: number): Promise<number> {
  const digest = sha256("an entry");
  for (let left = count; left > 0; left -= 64) {
    const entries = Array.from({ length: Math.min(64, left) }, () => ({ officeProvince: "79", id: newId(), digest }));
    await db.inTransaction((tx) => announceEntries(tx, "act", entries));
  }
  return Math.max(0, count);
}
