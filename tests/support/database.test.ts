import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "./database.ts";

describe("a test database", () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase();
  });
  afterAll(() => t.drop());

  it("works as the application's role, which may add acts but never change or remove them", async () => {
    const [who] = await t.db.query<{ who: string }>("who am i", "select current_user::text as who");
    expect(who?.who).toBe("motcua_app");
    await expect(t.db.query("change acts", "update acts set kind = 'x'")).rejects.toThrow(/permission denied/);
    await expect(t.db.query("remove acts", "delete from acts")).rejects.toThrow(/permission denied/);
  });

  it("is empty and its own", async () => {
    expect(await t.db.query("any act", "select 1 from acts limit 1")).toEqual([]);
  });
});
