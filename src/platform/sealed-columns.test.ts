import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TEST_FILE_KEY, testFileKeys } from "../../tests/support/file-keys.ts";
import { createColumnSealer } from "./sealed-columns.ts";
import { Trouble } from "./trouble.ts";

const SEED = 20261123;
const OTHER = Buffer.alloc(32, "other").toString("base64");
const PLACE = { column: "drafts.answers", row: "a b" };
const sealer = createColumnSealer(testFileKeys());

describe("values sealed in a column", () => {
  it(`come back as they were and show nothing of themselves (property, seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        const stored = sealer.seal(PLACE, value);
        expect(sealer.open(PLACE, stored)).toBe(Buffer.from(value).toString("utf8"));
        if (value.length > 8) expect(stored).not.toContain(value);
      }),
      { seed: SEED },
    );
    expect(sealer.seal(PLACE, "like")).not.toBe(sealer.seal(PLACE, "like"));
  });

  it("cannot be moved to another row or column, nor altered in any character", () => {
    const stored = sealer.seal(PLACE, "Nguyễn Văn An");
    expect(() => sealer.open({ ...PLACE, row: "a c" }, stored)).toThrow();
    expect(() => sealer.open({ ...PLACE, column: "drafts.pending" }, stored)).toThrow();
    const body = stored.lastIndexOf(".") + 1;
    for (let at = body; at < stored.length; at++) {
      const other = stored[at] === "A" ? "Q" : "A";
      const altered = stored.slice(0, at) + other + stored.slice(at + 1);
      if (Buffer.from(altered.slice(body), "base64url").equals(Buffer.from(stored.slice(body), "base64url"))) continue;
      expect(() => sealer.open(PLACE, altered), `character ${at}`).toThrow();
    }
  });

  it("are read under an earlier key and named when their key is gone", () => {
    const stored = sealer.seal(PLACE, "answers");
    const changed = createColumnSealer(testFileKeys(`${OTHER} ${TEST_FILE_KEY}`));
    expect(changed.open(PLACE, stored)).toBe("answers");
    expect([stored.startsWith(sealer.prefix()), stored.startsWith(changed.prefix())]).toEqual([true, false]);
    expect(() => createColumnSealer(testFileKeys(OTHER)).open(PLACE, stored)).toThrow(Trouble);
  });

  it("from before columns were sealed are read as they stand", () => {
    expect(sealer.open(PLACE, '{"a":1}')).toBe('{"a":1}');
  });
});
