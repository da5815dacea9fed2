import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/support/database.ts";
import { dumpSchema } from "./dump-schema.ts";

describe("the schema of this server", () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase();
  });
  afterAll(() => t.drop());

  it("is the reviewed one, whichever version the server has", async () => {
    const reviewed = readFileSync(resolve(import.meta.dirname, "../../../db/schema.sql"), "utf8");
    const [, body] = reviewed.split(/\n\n(.*)/s);
    expect(await dumpSchema(t.ownerUrl)).toBe(body);
  });
});
