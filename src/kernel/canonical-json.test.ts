import { expect, test } from "vitest";
import { vectorFiles } from "../../tests/support/shared-vectors.ts";
import { canonicalJson } from "./canonical-json.ts";

test("keys in order of their UTF-16 code units, no white space, members without a value left out", () => {
  expect(canonicalJson({ "\u{1f600}": 1, "\ufb33": 2, b: [1, { z: null, a: "é" }], a: undefined })).toBe(
    '{"b":[1,{"a":"é","z":null}],"\u{1f600}":1,"\ufb33":2}',
  );
  expect(() => canonicalJson(Number.NaN)).toThrow();
});

const inputs = vectorFiles("jcs/input");
const outputs = new Map(vectorFiles("jcs/output")?.map(({ name, content }) => [name, content]));
test.skipIf(inputs === null)("the vectors of RFC 8785's authors, byte for byte", () => {
  expect(inputs?.length).toBeGreaterThan(0);
  for (const { name, content } of inputs ?? [])
    expect(canonicalJson(JSON.parse(content)), name).toBe(outputs.get(name));
});

const numbers = vectorFiles("jcs")?.find(({ name }) => name.startsWith("es6-numbers"));
test.skipIf(numbers === undefined)("a thousand numbers as ECMAScript writes them", () => {
  const lines = numbers?.content.trim().split("\n") ?? [];
  expect(lines.length).toBeGreaterThan(900);
  for (const line of lines) {
    const [bits = "", wanted] = line.split(",");
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, BigInt(`0x${bits}`));
    expect(canonicalJson(view.getFloat64(0)), line).toBe(wanted);
  }
});
