import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fromLegacyText } from "./legacy-text.ts";

const FOLDER = new URL("../../../shared/vectors/text/legacy-encodings/", import.meta.url);
const absent = !existsSync(FOLDER);
if (absent) console.log("left out: tables of old encodings, ../shared/vectors/text is not there");
type Pair = { readonly encoding?: string; readonly legacy: string; readonly unicode: string };
const pairs = (file: string): readonly Pair[] =>
  absent ? [] : JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));

describe("text of before Unicode", () => {
  it("becomes Unicode, and what is no letter of it stays", () => {
    expect(fromLegacyText("NguyÔn V¨n ®øc, 1998", "tcvn3")).toBe("Nguyễn Văn đức, 1998");
    expect(fromLegacyText("Nguyeãn Vaên Ñöùc, 1998", "vni")).toBe("Nguyễn Văn Đức, 1998");
    expect(fromLegacyText("", "vni")).toBe("");
  });

  it.skipIf(absent).each(["tcvn3", "vni"] as const)("agrees with every character of the table of %s", (encoding) => {
    const table = pairs(`${encoding}.json`);
    expect(table.length).toBe({ tcvn3: 74, vni: 132 }[encoding]);
    for (const { legacy, unicode } of table) expect(fromLegacyText(legacy, encoding), legacy).toBe(unicode);
  });

  it.skipIf(absent)("agrees with the phrases of old documents", () => {
    const phrases = pairs("phrases.json");
    expect(phrases.length).toBe(12);
    for (const { encoding = "", legacy, unicode } of phrases)
      expect(fromLegacyText(legacy, encoding.startsWith("vni") ? "vni" : "tcvn3").toLowerCase(), legacy).toBe(
        unicode.toLowerCase(),
      );
  });
});
