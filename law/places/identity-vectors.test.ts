import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nameKey } from "../../src/kernel/vietnamese.ts";
import { numberPrefixes } from "./index.ts";

const FILE = new URL("../../../shared/vectors/identity/personal-number-province-codes.json", import.meta.url);
const absent = !existsSync(FILE);
if (absent) console.log("left out: the place codes of others, ../shared/vectors/identity is not there");
describe.skipIf(absent)("the place codes of ../shared/vectors/identity", () => {
  it("are our 63 prefixes", () => {
    const theirs = Object.entries(JSON.parse(readFileSync(FILE, "utf8")) as Readonly<Record<string, string>>);
    expect(theirs).toHaveLength(63);
    const bare = (name: string) => nameKey(name.replace(/^(Thành phố|Tỉnh) /, ""));
    const ours = new Map(numberPrefixes.map((row) => [row.prefix, nameKey(row.name)]));
    for (const [code, name] of theirs) expect(ours.get(code.padStart(3, "0")), name).toBe(bare(name));
  });
});
