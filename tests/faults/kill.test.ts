import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { dayOfInstant } from "../../src/kernel/plain-date.ts";
import { drawFrom } from "../support/draw.ts";
import { freePorts } from "../support/free-ports.ts";
import { type Answer, createSender, makeKeys, submission } from "./clients.ts";
import {
  isReady,
  killOne,
  type RunningServer,
  runCommand,
  type ServerPlace,
  startServer,
  VICTIMS,
  type Victim,
} from "./running-server.ts";

/**
 * kill -9 of whatever process, at whatever moment, while submissions stream in: nothing acknowledged is lost, nothing
 * is filed twice, no chain breaks. KILLS (2 unless set; `npm run test:faults` sets 10) and SEED may be given.
 */

const KILLS = Number(process.env.KILLS ?? 2);
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));
const SENDERS = 24;
/** At ten requests a second for each, more than this machine files. */
const HOTELS = 300;

const dataDir = mkdtempSync(join(tmpdir(), "motcua-kill-"));
let server: RunningServer | null = null;
afterAll(async () => {
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

/** Each kind once, in an order drawn by lot, then any. */
function victimsBy(draw: () => number): readonly Victim[] {
  const first = [...VICTIMS].map((victim) => ({ victim, at: draw() })).sort((a, b) => a.at - b.at);
  const any = (): Victim => VICTIMS[Math.floor(draw() * VICTIMS.length)] ?? "primary";
  return Array.from({ length: KILLS }, (_, n) => first[n]?.victim ?? any());
}

test.skipIf(process.platform !== "linux" || !existsSync(join(import.meta.dirname, "../../dist/cli.js")))(
  `what was acknowledged survives ${KILLS} kills (SEED=${SEED})`,
  async () => {
    const draw = drawFrom(SEED);
    const port = await freePorts();
    const place: ServerPlace = { dataDir, port, env: { STAND_INS_PORT: String(port + 1), WEB_PROCESSES: "2" } };
    server = await startServer(place);
    const tokens = await makeKeys(server.database.ownerUrl, HOTELS);
    const sender = createSender(server.url, SENDERS);
    const day = dayOfInstant(Date.now());

    const receipts = new Map<number, string>();
    const unanswered = new Set<number>();
    const refused: string[] = [];
    let lastReceiptAt = 0;
    const note = (n: number, answer: Answer): void => {
      if (answer && (answer.status === 201 || answer.status === 200) && answer.code) {
        const before = receipts.get(n);
        if (before !== undefined && before !== answer.code) refused.push(`${n}: ${before} and ${answer.code}`);
        receipts.set(n, answer.code);
        unanswered.delete(n);
        lastReceiptAt = Date.now();
      } else {
        unanswered.add(n);
        if (answer && answer.status < 500) refused.push(`${n}: ${answer.status} ${answer.text.slice(0, 300)}`);
      }
    };

    let [next, streaming] = [0, true];
    const stream = Array.from({ length: SENDERS }, async () => {
      while (streaming) {
        const n = next++;
        note(n, await sender.send(submission(n, tokens, day)));
        if (unanswered.has(n)) await pause(200);
      }
    });

    const waits: number[] = [];
    const killed = new Map<Victim, number>();
    for (const victim of victimsBy(draw)) {
      await pause(400 + draw() * 1_600);
      let pid = killOne(server, dataDir, victim, (count) => Math.floor(draw() * count));
      while (pid === null) {
        await pause(20);
        pid = killOne(server, dataDir, victim, (count) => Math.floor(draw() * count));
      }
      const at = Date.now();
      killed.set(victim, (killed.get(victim) ?? 0) + 1);
      if (victim === "primary") {
        await server.ended;
        server = await startServer(place);
      }
      while (lastReceiptAt < at + 100 || !(await isReady(server.url))) {
        if (Date.now() - at > 60_000) throw new Error(`no receipt within a minute after the kill of the ${victim}`);
        await pause(10);
      }
      waits.push(lastReceiptAt - at);
    }
    streaming = false;
    await Promise.all(stream);
    const inDoubt = [...unanswered];
    const acknowledged = receipts.size;

    // Whoever got no answer asks again with the same key, as often as it takes; three times each here.
    let alreadyFiled = 0;
    const asking = inDoubt.values();
    await Promise.all(
      Array.from({ length: SENDERS }, async () => {
        for (const n of asking) {
          const first = await sender.send(submission(n, tokens, day));
          note(n, first);
          if (first?.replayed) alreadyFiled += 1;
          // Two at once, as an impatient sender may.
          const more = [sender.send(submission(n, tokens, day)), sender.send(submission(n, tokens, day))];
          for (const answer of await Promise.all(more)) note(n, answer);
        }
      }),
    );
    // And some who had their receipt ask again.
    for (let n = 0; n < next; n += Math.ceil(next / 200)) {
      const again = await sender.send(submission(n, tokens, day));
      expect(again?.replayed, `${n} asked again`).toBe(true);
      note(n, again);
    }
    expect(refused).toEqual([]);
    expect([...unanswered]).toEqual([]);
    expect(receipts.size).toBe(next);
    expect(new Set(receipts.values()).size, "each has a code of its own").toBe(next);

    const owner = new pg.Client({ connectionString: server.database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<{ code: string; stays: number }>(
      `select d.code, count(s.id)::int as stays from dossiers d
       left join stays s on s.office_province = d.office_province and s.dossier_id = d.id group by d.office_province, d.id`,
    );
    await owner.end();
    expect(rows.map((row) => row.code).sort(), "no receipt without its dossier, no dossier twice").toEqual(
      [...receipts.values()].sort(),
    );
    expect(
      rows.every((row) => row.stays === 1),
      "each guest stands in the register once",
    ).toBe(true);

    const running = await runCommand(place, "verify-log");
    expect(running.out).toContain(`ĐẠT: ${next} hồ sơ`);
    expect(running.code).toBe(0);
    await server.stop();
    const stopped = await runCommand(place, "verify-log");
    expect(stopped.out).toContain(`ĐẠT: ${next} hồ sơ`);
    sender.close();

    const kinds = [...killed].map(([victim, count]) => `${victim} ${count}`).join(", ");
    const longest = Math.max(...waits);
    process.stdout.write(
      `SEED=${SEED}: ${KILLS} kills (${kinds}); ${acknowledged} receipts while killing, ${inDoubt.length} requests without an answer, ` +
        `${alreadyFiled} of those had been filed; ${next} dossiers, 0 lost, 0 twice; next receipt after ${waits.map((ms) => `${ms}`).join(", ")} ms (longest ${longest}); chains verified\n`,
    );
  },
  600_000,
);
