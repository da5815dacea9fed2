import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { guest, residence, type Stage, stage, stay } from "../../../tests/support/api-stage.ts";

let s: Stage;
beforeAll(async () => {
  s = await stage();
});
afterAll(() => s.close());

/** Values that have broken programs before: wrong types, ends of ranges, half characters, endless text. */
const nasty = fc.oneof(
  fc.jsonValue({ noUnicodeString: false, maxDepth: 2 }),
  fc.constantFrom<unknown>(
    "",
    " ",
    "\0",
    "\udc00",
    "\ud800",
    "\ufffd",
    "9999-12-31",
    "0000-01-01",
    "2999-12-31T23:59",
    "2026-02-30",
    1e308,
    -0,
    2 ** 53,
    "x".repeat(20_000),
    [],
    {},
    null,
    true,
    "<script>alert(1)</script>",
    "' or 1=1 --",
  ),
  fc.constantFrom<unknown>(
    { commune: "26740", line: "\u202e" },
    { commune: "__proto__", line: "1" },
    { year: 2999, month: 12, day: 31 },
    { year: 2026, day: 3 },
    { year: 2999, month: 13 },
    [null],
    [[]],
    ["a", "a"],
  ),
);

type Tree = { [key: string]: unknown };
/** A request that is right but for a value or two somewhere inside. */
const almost = fc
  .tuple(
    fc.constantFrom("stay", "residence"),
    fc.array(fc.tuple(fc.nat(), fc.nat(), nasty), { minLength: 1, maxLength: 3 }),
  )
  .map(([which, changes]) => {
    const body = structuredClone(which === "stay" ? stay([guest(1), guest(2)]) : residence()) as Tree;
    for (const [pick, deep, value] of changes) {
      const places = containersOf(body);
      const place = places[pick % places.length] ?? body;
      const names = [...Object.keys(place), "more"];
      place[names[deep % names.length] ?? "more"] = structuredClone(value);
    }
    return body;
  });
function containersOf(value: unknown): Tree[] {
  if (typeof value !== "object" || value === null) return [];
  return [value as Tree, ...Object.values(value).flatMap(containersOf)];
}

const bodies = fc.oneof(
  { weight: 6, arbitrary: almost.map((body) => JSON.stringify(body)) },
  { weight: 2, arbitrary: fc.json({ maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
);

it("whatever is sent, the answer is a receipt or a problem, never trouble", async () => {
  const app = s.open({ requestsPerMinute: 1e9 });
  let n = 0;
  await fc.assert(
    fc.asyncProperty(bodies, fc.constantFrom("hotel" as const, "citizen" as const), async (body, who) => {
      n += 1;
      const answer = await app.request("/api/v1/dossiers", {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "idempotency-key": `fuzz-${n}`,
          authorization: `Bearer ${s.keys[who]}`,
        },
        body: body as string,
      });
      const said = await answer.json();
      expect([200, 201, 400, 403, 409, 413, 422]).toContain(answer.status);
      if (answer.status > 299)
        expect(said).toMatchObject({ detail: expect.stringMatching(/\S/), detailEn: expect.stringMatching(/\S/) });
    }),
    { numRuns: 600 },
  );
}, 60_000);

it("whatever act is asked, in whatever way, the dossier answers", async () => {
  const app = s.open({ requestsPerMinute: 1e9 });
  const headers = {
    "content-type": "application/json",
    "idempotency-key": "acts",
    authorization: `Bearer ${s.keys.hotel}`,
  };
  const filed = await (
    await app.request("/api/v1/dossiers", {
      method: "POST",
      headers,
      body: JSON.stringify(stay([guest(900), guest(901)])),
    })
  ).json();
  const { stays } = await (await app.request(`/api/v1/dossiers/${filed.code}`, { headers })).json();
  const acts = fc
    .tuple(
      fc.constantFrom("withdrawn", "cancelled", "corrected", "supplemented", "decided"),
      fc.constantFrom(stays[0].entry, stays[1].entry, "x"),
      nasty,
      fc.constantFrom("full-name", "arrived-at", "leaves-on", "birth-date", "reason"),
      fc.boolean(),
    )
    .map(([act, entry, value, field, good]) => ({
      act,
      ...(act === "cancelled" || act === "corrected" ? { entry } : {}),
      reason: good ? "Vì lý do" : value,
      ...(act === "corrected" ? { replacement: guest(902, { [field]: value }) } : {}),
    }));
  await fc.assert(
    fc.asyncProperty(acts, fc.constantFrom('"2"', '"3"', "*", "x"), async (act, seen) => {
      const answer = await app.request(`/api/v1/dossiers/${filed.code}/acts`, {
        method: "POST",
        headers: { ...headers, "if-match": seen },
        body: JSON.stringify(act),
      });
      expect([200, 400, 409, 412, 422]).toContain(answer.status);
    }),
    { numRuns: 150 },
  );
}, 60_000);
