import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { procedures } from "../../../../law/index.ts";
import { type Stage, stage } from "../../../../tests/support/api-stage.ts";
import { demoPopulation } from "../../../main/demo/index.ts";
import type { Session } from "../../../modules/access/index.ts";
import { insertPopulation, type Person } from "../../../modules/population/index.ts";
import { openDatabase } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/ids.ts";
import { firstAnswers } from "./prefill.ts";

let s: Stage;
let people: readonly Person[];
beforeAll(async () => {
  s = await stage();
  people = demoPopulation(200);
  const owner = openDatabase({ url: s.ownerUrl, most: 1 });
  await owner.inTransaction((tx) =>
    insertPopulation(tx, { persons: people, dwellings: [], organisations: [], representatives: [] }, 0),
  );
  await owner.close();
});
afterAll(() => s.close());

const sessionOf = (name: string, number: string | null): Session =>
  ({
    account: newId(),
    kind: "citizen",
    name,
    number,
    organisation: null,
    post: null,
    assurance: 2,
  }) as unknown as Session;

test("what is filled in beforehand is of the person who signed in, in every procedure", async () => {
  for (const person of people.filter((one) => one.phone).slice(0, 20)) {
    const household = new Set(people.filter((one) => one.householdId === person.householdId).map(({ name }) => name));
    const others = people.filter((one) => one.number !== person.number);
    for (const procedure of procedures) {
      const said = JSON.stringify(await firstAnswers(s.deps, procedure, sessionOf(person.name, person.number)));
      expect(said.match(/\d{12}/g) ?? []).toEqual((said.match(/\d{12}/g) ?? []).map(() => person.number));
      for (const other of others) {
        expect(said).not.toContain(other.number);
        if (other.phone !== person.phone) expect(said).not.toContain(other.phone ?? "no phone");
        // The head of one's own household is asked for in the form and known to whoever lives there.
        if (!household.has(other.name) && !person.name.includes(other.name)) expect(said).not.toContain(other.name);
      }
    }
  }
});

test("without a number proven at sign-in nothing comes from the register", async () => {
  const [person] = people;
  for (const procedure of procedures) {
    const said = JSON.stringify(await firstAnswers(s.deps, procedure, sessionOf(person?.name ?? "", null)));
    expect(said).not.toMatch(/\d{12}/);
    for (const { number, permanent, phone } of people) {
      expect(said).not.toContain(number);
      expect(said).not.toContain(permanent.line);
      if (phone) expect(said).not.toContain(phone);
    }
  }
});

// A new reader of records in the pages must say here under whose sign-in it reads.
const READERS: Readonly<Record<string, string>> = {
  "portal/acting-wish.ts": "the commune of the visitor's own home, by the number of their session",
  "portal/draft/prefill.ts": "the visitor's own, by the number of their session",
};

test("no other page reads a record of a person", () => {
  const web = join(import.meta.dirname, "../..");
  const found = readdirSync(web, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .filter((path) => /\bfind(Person|Household)\b/.test(readFileSync(join(web, path), "utf8")));
  expect(found.sort()).toEqual(Object.keys(READERS).sort());
});
