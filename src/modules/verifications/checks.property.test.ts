import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/support/database.ts";
import { type PopulationRegister, unavailable } from "../../gateways/population/port.ts";
import { fail, ok } from "../../kernel/result.ts";
import { text } from "../../kernel/text.ts";
import type { Database } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { type CheckedDossier, createChecks, type Named } from "./index.ts";

let t: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  t = await testDatabase();
  owner = new pg.Client({ connectionString: t.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await t.drop();
});

const START = Date.parse("2026-11-23T09:00:00+07:00");

/** What may happen, in any order and however often. */
const event = fc.oneof(
  fc.record({ kind: fc.constant("file" as const), people: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constantFrom("run", "run-twice", "die-after-asking", "die-while-answering", "open") }),
  fc.record({ kind: fc.constant("wait" as const), seconds: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constantFrom("down", "up", "lose-answers") }),
);

// Goal: whatever fails when, each check is answered once, logged once, and is one call to the register.
// Method: a register that counts ids and fails in three ways, runners that die at two places, time set by hand.
test("each dossier's checks complete exactly once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 25 }), async (events) => {
      let now = START;
      let state: "up" | "down" | "lose-answers" = "up";
      let dies: "never" | "after-asking" | "while-answering" = "never";
      const asked = new Map<string, Set<string>>();
      const register: PopulationRegister = {
        async verify(claim, { id }) {
          if (state === "down") return fail(unavailable("down"));
          asked.set(id, (asked.get(id) ?? new Set()).add(claim.number));
          return state === "lose-answers"
            ? fail({ kind: "timeout" })
            : ok({ number: "match", name: "match", living: true });
        },
      };
      const dying: Database = {
        ...t.db,
        inTransaction: (work) =>
          t.db.inTransaction(async (tx) => {
            if (dies === "after-asking") throw new Killed();
            const value = await work(tx);
            if (dies === "while-answering") throw new Killed();
            return value;
          }),
      };
      const dossiers = new Map<string, CheckedDossier>();
      const checks = createChecks({
        db: dying,
        clock: { now: () => now },
        register,
        peopleOf: async (_sql, _province, id) => {
          const found = dossiers.get(id);
          return found ? { ...found, agency: "G01" } : null;
        },
      });
      const officer = { account: newId(), name: "Cán bộ", as: "officer" as const };
      const fileOne = async (people: number): Promise<void> => {
        const dossier = dossierOf(people);
        dossiers.set(dossier.dossierId, dossier);
        await insertDossier(dossier, now);
        await t.db.inTransaction((tx) => checks.planFiled(tx, [dossier], now));
      };

      await fileOne(1);
      for (const step of events) {
        if (step.kind === "file") await fileOne(step.people);
        else if (step.kind === "wait") now += step.seconds * 1000;
        else if (step.kind === "up" || step.kind === "down" || step.kind === "lose-answers") state = step.kind;
        else if (step.kind === "run") await checks.run();
        else if (step.kind === "run-twice") await Promise.all([checks.run(), checks.run()]);
        else if (step.kind === "open") await checks.whenOpened([...dossiers.values()][0] as CheckedDossier, officer);
        else {
          dies = step.kind === "die-after-asking" ? "after-asking" : "while-answering";
          await checks.run().catch((cause: unknown) => {
            if (!(cause instanceof Killed)) throw cause;
          });
          dies = "never";
        }
      }
      // The register is back. Nobody does anything: the job comes each minute.
      state = "up";
      for (let minute = 0; minute < 7; minute++) {
        now += 60_000;
        await checks.run();
      }

      const ids = [...dossiers.keys()];
      const { rows } = await owner.query(
        "select id, state, dossier_id, place from verifications where dossier_id = any($1)",
        [ids],
      );
      const expected = [...dossiers.values()].reduce((sum, { people }) => sum + people.length, 0);
      expect(rows).toHaveLength(expected);
      expect(rows.filter((row) => row.state !== "answered")).toEqual([]);
      expect([...asked.keys()].sort()).toEqual(rows.map(({ id }) => id).sort());
      for (const numbers of asked.values()) expect(numbers.size).toBe(1);
      const looks = await owner.query(
        "select dossier_code, subject_number from access_log where dossier_code = any($1)",
        [[...dossiers.values()].map(({ dossierCode }) => dossierCode)],
      );
      expect(looks.rows).toHaveLength(expected);
      expect(new Set(looks.rows.map((row) => `${row.dossier_code} ${row.subject_number}`)).size).toBe(expected);
    }),
    { numRuns: 25, seed: 20_261_123 },
  );
});

class Killed extends Error {}

let counter = 0;
function dossierOf(people: number): CheckedDossier {
  counter += 1;
  const code = `G01.079.1X-261123-${String(counter).padStart(6, "0")}`;
  const named = Array.from({ length: people }, (_, at): Named => {
    const number = `0790990${String(counter).padStart(4, "0")}${at}`;
    return {
      place: `people/${at}/number`,
      as: text("Người", "Person"),
      name: "Nguyễn Văn A",
      claim: { number, name: "Nguyễn Văn A" },
    };
  });
  return {
    officeProvince: "79",
    dossierId: newId(),
    dossierCode: code,
    answersSeq: 1,
    procedure: "1.004194",
    people: named,
  };
}

async function insertDossier({ officeProvince, dossierId, dossierCode }: CheckedDossier, now: number): Promise<void> {
  await owner.query(
    `insert into dossiers (office_province, id, code, procedure_key, edition_id, unit_id, channel, status, act_count,
       head_hash, owner_name, owner_search, owner_number, filer_account, filer_name, answers, papers, filed_at)
     values ($1, $2, $3, 'k', 'e', 'u', 'online', 'filed', 1, '\\x00', 'A', 'a', '1', $2, 'A', '{}', '[]', $4)`,
    [officeProvince, dossierId, dossierCode, new Date(now)],
  );
}
