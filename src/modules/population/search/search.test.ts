import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../tests/support/database.ts";
import type { Actor } from "../../../engine/state/acts.ts";
import { type Database, openDatabase } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/ids.ts";
import { logAccess } from "../../access/index.ts";
import { likelySamePersons } from "../duplicates.ts";
import { generatePopulation } from "../generate/generate.ts";
import type { Person } from "../person.ts";
import { type PersonRecord, recordOf } from "../record.ts";
import { insertPopulation } from "../store.ts";
import { insertRecords } from "../write-rows.ts";
import { closenessOf } from "./rank.ts";
import { createPersonSearch, type SearchWanted } from "./search.ts";
import { isOneSlip, slipsOf } from "./slips.ts";

/** Officers find people however they are written, and nobody is found without a dossier, a purpose and an entry in the log. */

const NOW = Date.parse("2026-11-23T08:00:00+07:00");
const STAMP = { source: "test", recordedAt: NOW };
let t: TestDatabase;
let owner: Database;
let search: ReturnType<typeof createPersonSearch>;

const person = (number: string, name: string, year: number, changes: Partial<Person> = {}): PersonRecord =>
  recordOf({
    number: number as Person["number"],
    name,
    birth: { year, month: 3, day: 15 },
    sex: "M",
    nationality: "VNM",
    ethnicity: "Kinh",
    householdId: null,
    relationToHead: null,
    permanent: { commune: "26740", line: "Số 1 đường Thử" },
    phone: null,
    email: null,
    deceased: false,
    ...changes,
  });
const withPapers = (record: PersonRecord, papers: Partial<PersonRecord>): PersonRecord => ({ ...record, ...papers });
const cmnd = (number: string) => ({ kind: "cmnd9" as const, number, issuedOn: null, issuedBy: null, expiresOn: null });
const parent = (kind: "father" | "mother", name: string) => ({
  kind,
  number: null,
  name,
  nationality: null,
  from: null,
  until: null,
});
const PARENTS = { relations: [parent("father", "Đặng Văn Cha"), parent("mother", "Lý Thị Mẹ")] };

const people: readonly PersonRecord[] = [
  withPapers(person("001070100001", "Đặng Khắc Thuỷ", 1970), { documents: [cmnd("911111111")], ...PARENTS }),
  withPapers(person("001070100002", "ĐẶNG KHẮC THỦY", 1970), PARENTS),
  person("001070100003", "Đặng Khắc Thúy", 1971, { permanent: { commune: "00070", line: "Số 2" } }),
  person("001070100004", "Đặng Khắc Thủy Tiên", 1972, { birth: { year: 1972 } }),
  person("001070100005", "Thủy Khắc Đặng", 1973),
  withPapers(person("001070100006", "Đặng Khắc Thủy", 1974, { birth: { year: 1974 } }), {
    documents: [cmnd("911111111")],
  }),
  person("001070100007", "Bàn Quý Mí", 1980),
  withPapers(person("001070100008", "Hoàng Kỳ Lạ", 1981), {
    documents: [{ ...cmnd("001070199999"), kind: "cancelled-number" }],
  }),
  withPapers(person("001170100009", "Đặng Khắc Song", 1970), PARENTS),
];

const officer: Actor = {
  account: newId(),
  name: "Lê Cán Bộ",
  as: "officer",
  unit: "ca-26740",
  post: newId(),
  roles: ["caseOfficer"],
  number: "001080000001",
};
const dossiers = {
  "D-1": { officeProvince: "79", code: "D-1", unit: "ca-26740", ownerNumber: "001070100001", closed: false },
  "D-2": { officeProvince: "79", code: "D-2", unit: "ca-00070", ownerNumber: "001070100001", closed: false },
  "D-3": { officeProvince: "79", code: "D-3", unit: "ca-26740", ownerNumber: "001080000001", closed: false },
  "D-4": { officeProvince: "79", code: "D-4", unit: "ca-26740", ownerNumber: "001070100001", closed: true },
} as const;

beforeAll(async () => {
  t = await testDatabase();
  owner = openDatabase({ url: t.ownerUrl, most: 2 });
  await owner.inTransaction(async (tx) => {
    await insertPopulation(tx, generatePopulation({ people: 2_000, seed: 5 }), NOW);
    await insertRecords(tx, people, STAMP);
  });
  search = createPersonSearch({
    logAccess,
    db: t.db,
    clock: { now: () => NOW },
    dossierOf: async (_sql, code) => Object.values(dossiers).find((dossier) => dossier.code === code) ?? null,
    communesNamed: async (name) => (name === "Sài Gòn" ? ["26740"] : []),
  });
});
afterAll(async () => {
  await owner.close();
  await t.drop();
});
beforeEach(() => owner.query("no looks", "delete from access_log").then(() => undefined));

const wanted = (criteria: SearchWanted["criteria"], more: Partial<SearchWanted> = {}): SearchWanted => ({
  officer,
  dossier: "D-1",
  purpose: "identify",
  criteria,
  secret: "of-this-session",
  ...more,
});
const find = async (criteria: SearchWanted["criteria"], more: Partial<SearchWanted> = {}) => {
  const found = await search.find(wanted(criteria, more));
  if (!found.ok) throw new Error(JSON.stringify(found.failure));
  return found.value;
};
const names = async (criteria: SearchWanted["criteria"]) => (await find(criteria)).people.map(({ name }) => name);
const looks = () =>
  owner.query<{ subject_number: string | null; purpose: string; fields: string[]; dossier_code: string }>(
    "looks",
    "select subject_number, purpose, fields, dossier_code from access_log order by subject_number nulls first",
  );

describe("the search for officers", () => {
  it("puts the marks that were typed first, and finds the others too", async () => {
    const found = await find({ name: "đặng khắc thủy" });
    expect(found.people.slice(0, 4).map(({ closeness }) => closeness)).toEqual(["same", "same", "same", "marks"]);
    expect(found.people[3]?.name).toBe("Đặng Khắc Thúy");
    expect(found.people.map(({ name }) => name)).toContain("Đặng Khắc Thủy Tiên");
  });

  it.each([
    ["dang khac thuy", "Đặng Khắc Thúy"],
    ["thuy dang khac", "Thủy Khắc Đặng"],
    ["khac thuy", "Đặng Khắc Thuỷ"],
    ["dang khax thuy", "Đặng Khắc Thuỷ"],
    ["dang kahc thuy", "Đặng Khắc Thuỷ"],
    ["dnag khac thuy tien", "Đặng Khắc Thủy Tiên"],
    ["ban quy my", "Bàn Quý Mí"],
    ["dang van khac thuy", "Đặng Khắc Thuỷ"],
  ])("finds by “%s” also %s", async (name, expected) => {
    expect(await names({ name })).toContain(expected);
  });

  it("narrows by birth date, also known in part, by commune and sex", async () => {
    expect(await names({ name: "dang khac", birth: "1970" })).toHaveLength(3);
    expect(await names({ name: "dang khac thuy", birth: "15/03/1972" })).toEqual(["Đặng Khắc Thủy Tiên"]);
    expect(await names({ name: "dang khac thuy", birth: "16/03/1970" })).toEqual([]);
    expect(await names({ name: "thuy", commune: "Sài Gòn", birth: "03/1970" })).toHaveLength(2);
    expect(await names({ name: "dang khac thuy", sex: "F" })).toEqual([]);
  });

  it("finds by number, old number, cancelled number", async () => {
    expect(await names({ number: "001070100007" })).toEqual(["Bàn Quý Mí"]);
    expect((await names({ number: "911 111 111" })).sort()).toEqual(["Đặng Khắc Thuỷ", "Đặng Khắc Thủy"].sort());
    expect(await names({ number: "001070199999" })).toEqual(["Hoàng Kỳ Lạ"]);
    expect(await names({ number: "000000000000" })).toEqual([]);
  });

  it.each([
    [{ name: "dang" }, "too-little"],
    [{ birth: "1970" }, "too-little"],
    [{ commune: "Sài Gòn", birth: "1970" }, "too-little"],
    [{ number: "12345" }, "number"],
    [{ name: "dang khac", birth: "31/02/1970" }, "birth"],
    [{ name: "dang khac", commune: "Không Có" }, "commune"],
  ])("asks for more where %o would list strangers", async (criteria, fault) => {
    expect(await search.find(wanted(criteria))).toEqual({ ok: false, failure: { kind: "criteria", fault } });
    expect(await looks()).toEqual([]);
  });

  it.each([
    ["D-2", {}, "not-yours"],
    ["D-0", {}, "not-yours"],
    ["D-3", {}, "own-dossier"],
    ["D-4", {}, "dossier-closed"],
    ["D-1", { as: "person" as const }, "not-yours"],
  ])("refuses for dossier %s with %o: %s", async (dossier, changes, kind) => {
    const refused = await search.find(
      wanted({ name: "dang khac thuy" }, { dossier, officer: { ...officer, ...changes } }),
    );
    expect(refused).toEqual({ ok: false, failure: { kind } });
    expect(await looks()).toEqual([]);
  });

  it("shows no number, and writes everybody shown and the search itself into the log", async () => {
    const found = await find({ name: "dang khac thuy", birth: "1970" });
    expect(JSON.stringify(found)).not.toMatch(/0010701000/);
    expect(found.people.map(({ numberEnds }) => numberEnds).sort()).toEqual(["001", "002"]);
    const written = await looks();
    expect(written.map(({ subject_number }) => subject_number)).toEqual([null, "001070100001", "001070100002"]);
    expect(written[0]?.fields).toEqual(["name", "birth-date", "address"]);
    expect(written.every(({ dossier_code, purpose }) => dossier_code === "D-1" && purpose.includes("D-1"))).toBe(true);
    expect(JSON.stringify(written)).not.toContain("dang khac");
  });

  it("gives the number of one who is chosen, says so in the log, and names nobody by another session's reference", async () => {
    const [first] = (await find({ name: "ban quy mi" })).people;
    const opened = await find({ name: "ban quy mi" }, { open: first?.ref ?? "" });
    expect(opened.opened).toMatchObject({ number: "001070100007", line: "Số 1 đường Thử" });
    expect((await looks()).filter(({ fields }) => fields.includes("number"))).toHaveLength(1);
    expect((await find({ name: "ban quy mi" }, { open: first?.ref ?? "", secret: "another" })).opened).toBeNull();
  });

  it("writes a search that found nobody", async () => {
    await find({ name: "xyz qwk" });
    expect(await looks()).toHaveLength(1);
  });
});

describe("who may be one person", () => {
  const others = async (number: string) =>
    (await likelySamePersons(t.db, [number])).map(({ other, reasons }) => [other, reasons]);

  it("names the reasons, and takes neither namesakes nor twins for one", async () => {
    expect(await others("001070100001")).toEqual([
      ["001070100002", ["same-name", "same-birth", "same-father", "same-mother"]],
      ["001070100006", ["same-name", "same-old-number"]],
    ]);
    // A twin shares birth and parents, a namesake the name and the day: neither is enough.
    expect(await others("001170100009")).toEqual([]);
    expect(await others("001070100007")).toEqual([]);
  });

  it("sees a cancelled number from both ends", async () => {
    await owner.inTransaction((tx) => insertRecords(tx, [person("001070199999", "Hoàng Kì Lạ", 1982)], STAMP));
    expect(await others("001070199999")).toEqual([["001070100008", ["cancelled-number"]]]);
    expect(await others("001070100008")).toEqual([["001070199999", ["cancelled-number"]]]);
  });
});

describe("words one slip apart", () => {
  it.each([
    ["hung", "hunh", true],
    ["hung", "hugn", true],
    ["hung", "hun", true],
    ["hung", "hungg", true],
    ["hung", "hung", false],
    ["hung", "hanh", false],
    ["ab", "ba", true],
  ])("%s and %s: %s", (a, b, apart) => {
    expect([isOneSlip(a, b), isOneSlip(b, a)]).toEqual([apart, apart]);
    if (apart) expect(slipsOf(a).some((slip) => slipsOf(b).includes(slip))).toBe(true);
  });

  it.each([
    ["nguyen thi hoa", "Nguyễn Thị Hòa", "same"],
    ["Nguyễn Thị Hoa", "Nguyễn Thị Hòa", "marks"],
    ["Nguyễn Thị Hoà", "Nguyễn Thị Hòa", "same"],
    ["Nguyễn Thị", "Nguyễn Thị Hòa", "begins"],
    ["Hòa Nguyễn", "Nguyễn Thị Hòa", "order"],
    ["nguyen thi hoaa", "Nguyễn Thị Hòa", "slip"],
    ["tran van a", "Nguyễn Thị Hòa", "far"],
  ])("%s beside %s: %s", (typed, name, closeness) => {
    expect(closenessOf(typed, name)).toBe(closeness);
  });
});
