import { describe, expect, it } from "vitest";
import { Trouble } from "../trouble.ts";
import { pendingOf } from "./migrate.ts";

const file = (name: string, sha256: string) => ({ name, sql: "", sha256 });
const ours = [file("000001_a.sql", "x"), file("000002_b.sql", "y")];

describe("the migrations still to be done", () => {
  it("are those after the last one applied", () => {
    expect(pendingOf(ours, []).map((one) => one.name)).toEqual(["000001_a.sql", "000002_b.sql"]);
    expect(pendingOf(ours, [{ name: "000001_a.sql", sha256: "x" }]).map((one) => one.name)).toEqual(["000002_b.sql"]);
  });
  it("are refused when one already applied was changed", () => {
    expect(() => pendingOf(ours, [{ name: "000001_a.sql", sha256: "other" }])).toThrow(Trouble);
  });
  it("are refused when the database knows one we do not", () => {
    const newer = [...ours, file("000003_c.sql", "z")];
    expect(() => pendingOf(ours, newer)).toThrow(/newer motcua/);
  });
});
