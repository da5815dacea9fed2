import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../tests/support/database.ts";
import { day } from "../../../kernel/plain-date.ts";
import { type Database, openDatabase } from "../../../platform/database/database.ts";
import { readForHouse } from "../../access/index.ts";
import { addressesOn, findOrganisation, findPerson, personAsKnown, representativesOf } from "../index.ts";
import { registerImports } from "./index.ts";

/** Files go in whole or in part, once, and every row that does not says why. Everybody in them is invented. */

let t: TestDatabase;
let owner: Database;
let folder: string;
let now = Date.parse("2026-11-23T08:00:00+07:00");
let files = 0;
const clock = { now: () => now };

beforeAll(async () => {
  t = await testDatabase();
  owner = openDatabase({ url: t.ownerUrl, most: 2 });
  folder = mkdtempSync(join(tmpdir(), "motcua-import-"));
});
afterAll(async () => {
  await owner.close();
  await t.drop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  now = Date.parse("2026-11-23T08:00:00+07:00");
  await owner.query(
    "empty",
    "truncate persons, person_versions, person_addresses, person_documents, person_relations, imports cascade",
  );
});

type Cells = Readonly<Record<string, string>>;
const LAN: Cells = {
  number: "001199000123",
  name: "Trần Thị Lan",
  birth: "15/03/1999",
  sex: "Nữ",
  permanent_commune: "00070",
  permanent_line: "Số 1 đường Ví Dụ",
};
const csv = (rows: readonly Cells[]): string => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return `${[columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))].map((cells) => cells.join(",")).join("\n")}\n`;
};
const write = (content: string | Uint8Array): string => {
  files += 1;
  const path = join(folder, `file-${files}.csv`);
  writeFileSync(path, content);
  return path;
};
const bring = (path: string, kind: "population" | "organisations" = "population") =>
  registerImports[kind].run({ owner, clock, kind, path });
const bringRows = async (...rows: readonly Cells[]) => {
  const done = await bring(write(csv(rows)));
  if (!done.ok) throw new Error(done.failure.en);
  return done.value;
};
const rejectsOf = (path: string | null): readonly string[] =>
  path ? readFileSync(path, "utf8").trim().split("\r\n").slice(1) : [];

describe("a file of persons", () => {
  it("goes in with all its fields", async () => {
    const done = await bringRows({
      ...LAN,
      other_names: "Lan Út",
      old_number: "912345678",
      cancelled_numbers: "001199000999",
      document_kind: "Thẻ căn cước",
      document_number: "001199000123",
      document_issued_on: "10/08/2025",
      father_name: "Trần Văn Ba",
      spouse_name: "Lê Văn Tư",
      spouse_number: "001097000555",
      household: "HK-1",
      relation_to_head: "Chủ hộ",
      religion: "Không",
      blood_group: "AB",
      marital_status: "Đã kết hôn",
      temporary_commune: "26740",
      temporary_line: "Số 2 đường Ví Dụ",
      temporary_since: "01/02/2026",
      temporary_until: "31/01/2028",
    });
    expect(done).toMatchObject({ added: 1, changed: 0, rejected: 0, rejectsPath: null });
    expect(await findPerson(readForHouse(t.db, "tells-nothing"), LAN.number ?? "")).toMatchObject({
      name: "Trần Thị Lan",
      birth: { year: 1999, month: 3, day: 15 },
      sex: "F",
      relationToHead: "head",
      permanent: { commune: "00070", line: "Số 1 đường Ví Dụ" },
    });
    const documents = await t.db.query("documents", "select kind, document_number from person_documents order by kind");
    expect(documents).toEqual([
      { kind: "can-cuoc", document_number: "001199000123" },
      { kind: "cancelled-number", document_number: "001199000999" },
      { kind: "cmnd9", document_number: "912345678" },
    ]);
    const relations = await t.db.query("relations", "select kind, related from person_relations order by kind");
    expect(relations).toEqual([
      { kind: "father", related: "name:tran van ba" },
      { kind: "spouse", related: "001097000555" },
    ]);
  });

  it("takes the good rows and says of each other one which line, which column and why", async () => {
    const path = write(
      csv([
        LAN,
        { ...LAN, number: "1199000123", birth: "31/02/1999" },
        { ...LAN, number: "001199000124", name: "NguyÔn V¨n A" },
        { ...LAN, number: "001199000125", permanent_commune: "99999" },
        { ...LAN, number: "001199000126", permanent_commune: "" },
        { ...LAN, number: "001199000127", sex: "X" },
        { ...LAN, number: "001199000128" },
      ]),
    );
    const done = await bring(path);
    if (!done.ok) throw new Error(done.failure.en);
    expect(done.value).toMatchObject({ added: 2, rejected: 5 });
    const rejects = rejectsOf(done.value.rejectsPath);
    expect(rejects.map((line) => line.split(",").slice(0, 2).join(" "))).toEqual([
      "3 number",
      "3 birth",
      "4 name",
      "5 permanent_commune",
      "6 permanent_commune",
      "7 sex",
    ]);
    expect(rejects.join("\n")).toContain("TCVN3");
    expect(rejects.join("\n")).not.toContain("Trần Thị Lan");
  });

  it.each(["NguyÔn Văn A", "Nguyeãn Vaên A", "TrÇn ThÞ B", "Lª V¨n C"])(
    "takes “%s” for an old encoding",
    async (name) => {
      expect(await bringRows({ ...LAN, name })).toMatchObject({ added: 0, rejected: 1 });
    },
  );
  it.each(["Özil João", "Y Thuột Niê", "H'Hen Êban", "Nguyễn Thị Khuê-Oanh"])("takes “%s” as it is", async (name) => {
    expect(await bringRows({ ...LAN, name })).toMatchObject({ added: 1, rejected: 0 });
  });

  it("changes nothing when it comes again, as the same file or with the same rows", async () => {
    await bringRows(LAN, { ...LAN, number: "001199000128", old_number: "912345679" });
    const again = await bringRows({ ...LAN, number: "001199000128", old_number: "912345679" }, LAN);
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    const path = write(csv([LAN, { ...LAN, number: "001199000129" }]));
    await bring(path);
    const once = await bring(path);
    expect(once).toMatchObject({ ok: true, value: { before: true, added: 1, unchanged: 1 } });
    const [{ versions } = { versions: -1 }] = await owner.query<{ versions: number }>(
      "versions",
      "select count(*) as versions from person_versions",
    );
    expect(versions).toBe(0);
  });

  it("keeps what was known when something changes, and answers what was known on a day", async () => {
    await bringRows({
      ...LAN,
      as_of: "01/01/2020",
      religion: "Không",
      permanent_since: "01/01/2020",
      permanent_commune: "00037",
      permanent_line: "Số 9 phố Cũ",
    });
    const then = now;
    now += 86_400_000;
    const done = await bringRows({ ...LAN, as_of: "01/09/2026", religion: "Phật giáo", permanent_since: "01/09/2026" });
    expect(done).toMatchObject({ changed: 1 });
    const at = async (on: string, knownAt: number) =>
      (await personAsKnown(t.db, LAN.number ?? "", { on: day(on), knownAt }))?.details.religion ?? null;
    expect(await at("2026-10-01", then)).toBe("Không");
    expect(await at("2026-10-01", now)).toBe("Phật giáo");
    expect(await at("2026-08-31", now)).toBe("Không");
    expect(await at("2019-12-31", now)).toBeNull();
    expect(await at("2026-10-01", then - 1)).toBeNull();
    const addresses = async (on: string) =>
      (await addressesOn(t.db, LAN.number ?? "", day(on))).map(({ commune, communesOnDay }) => [
        commune,
        communesOnDay,
      ]);
    // The old ward stays the old ward; which commune it is follows from the day of the question.
    expect(await addresses("2024-01-01")).toEqual([["00037", ["00037"]]]);
    expect(await addresses("2025-07-01")).toEqual([["00037", ["00097"]]]);
    expect(await addresses("2026-09-01")).toEqual([["00070", ["00070"]]]);
  });

  it("writes news of an earlier time into the history and leaves the present alone", async () => {
    await bringRows({ ...LAN, as_of: "01/01/2025", phone: "0950000001" });
    await bringRows({ ...LAN, as_of: "01/01/2020", phone: "0950000002" });
    expect((await findPerson(readForHouse(t.db, "tells-nothing"), LAN.number ?? ""))?.phone).toBe("0950000001");
    const earlier = await personAsKnown(t.db, LAN.number ?? "", { on: day("2024-12-31"), knownAt: now });
    expect(earlier?.person.phone).toBe("0950000002");
    const present = await personAsKnown(t.db, LAN.number ?? "", { on: day("2025-01-01"), knownAt: now });
    expect(present?.person.phone).toBe("0950000001");
  });

  it("tells of another person under a known number, and takes the row with its ground", async () => {
    await bringRows(LAN);
    const other = { ...LAN, name: "Phạm Văn Khác", sex: "Nam", birth: "16/03/1999" };
    const refused = await bringRows(other);
    expect(refused).toMatchObject({ changed: 0, rejected: 1 });
    expect(rejectsOf(refused.rejectsPath).map((line) => line.split(",")[1])).toEqual(["name", "birth", "sex"]);
    expect((await findPerson(readForHouse(t.db, "tells-nothing"), LAN.number ?? ""))?.name).toBe("Trần Thị Lan");
    await bringRows({ ...other, change_ground: "Quyết định 12/QĐ-UBND" });
    expect(await findPerson(readForHouse(t.db, "tells-nothing"), LAN.number ?? "")).toMatchObject({
      name: "Phạm Văn Khác",
      sex: "M",
    });
    const spelt = await bringRows({ ...other, name: "PHAM VAN KHAC" });
    expect(spelt).toMatchObject({ unchanged: 1, rejected: 0 });
  });

  it("asks for today's commune where an old ward was divided, and never guesses", async () => {
    const divided = { ...LAN, permanent_commune: "00007", permanent_since: "01/01/2020" };
    const refused = await bringRows(divided);
    expect(rejectsOf(refused.rejectsPath)[0]).toContain("permanent_commune_today");
    const wrong = await bringRows({ ...divided, permanent_commune_today: "26740" });
    expect(wrong.rejected).toBe(1);
    await bringRows({ ...divided, permanent_commune_today: "00025" });
    expect((await findPerson(readForHouse(t.db, "tells-nothing"), LAN.number ?? ""))?.permanent.commune).toBe("00025");
    const late = await bringRows({
      ...LAN,
      number: "001199000130",
      permanent_commune: "00037",
      permanent_since: "01/07/2025",
    });
    expect(late.rejected).toBe(1);
    const lastDay = await bringRows({
      ...LAN,
      number: "001199000131",
      permanent_commune: "00037",
      permanent_since: "30/06/2025",
    });
    expect(lastDay.rejected).toBe(0);
  });

  it("takes UTF-8 with a mark in front, semicolons, and a name in NFD; refuses other encodings with a sentence", async () => {
    const body = csv([{ ...LAN, name: LAN.name?.normalize("NFD") ?? "" }]).replaceAll(",", ";");
    expect((await bring(write(`\ufeff${body}`))).ok).toBe(true);
    expect((await findPerson(readForHouse(t.db, "tells-nothing"), LAN.number ?? ""))?.name).toBe("Trần Thị Lan");
    const utf16 = await bring(write(Buffer.from(`\ufeff${body}`, "utf16le")));
    expect(utf16).toMatchObject({ ok: false, failure: { en: expect.stringContaining("UTF-16") } });
    const old = await bring(write(Buffer.concat([Buffer.from(csv([LAN])), Buffer.from([0xae, 0xd4, 0x6e])])));
    expect(old).toMatchObject({ ok: false, failure: { vi: expect.stringContaining("TCVN3") } });
    const headless = await bring(write("a,b\n1,2\n"));
    expect(headless).toMatchObject({ ok: false, failure: { en: expect.stringContaining("required columns") } });
  });

  it("gives a template that it takes itself", async () => {
    const done = await bring(write(registerImports.population.template()));
    expect(done).toMatchObject({ ok: true, value: { added: 1, rejected: 0 } });
    const organisations = await bring(write(registerImports.organisations.template()), "organisations");
    expect(organisations).toMatchObject({ ok: true, value: { added: 1, rejected: 0 } });
  });

  it("goes on where a run was broken off, with nothing twice and nothing lost", async () => {
    const people = Array.from({ length: 1_700 }, (_, at) => ({
      ...LAN,
      number: `001199${String(at).padStart(6, "0")}`,
    }));
    people.splice(900, 0, { ...LAN, number: "wrong" });
    const path = write(csv(people));
    let batches = 0;
    // Dies as a killed process does: between two transactions, with nothing tidied up.
    const dying = registerImports.population.run({
      owner,
      clock,
      kind: "population",
      path,
      tell: () => {
        batches += 1;
        if (batches === 2) throw new Error("killed");
      },
    });
    await expect(dying).rejects.toThrow("killed");
    const [{ persons } = { persons: 0 }] = await owner.query<{ persons: number }>(
      "half",
      "select count(*) as persons from persons",
    );
    expect(persons).toBeGreaterThan(0);
    expect(persons).toBeLessThan(1_700);
    const done = await bring(path);
    expect(done).toMatchObject({ ok: true, value: { added: 1_700, changed: 0, unchanged: 0, rejected: 1 } });
    const [after] = await owner.query<{ persons: number }>("whole", "select count(*) as persons from persons");
    expect(after?.persons).toBe(1_700);
  });
});

describe("a file of organisations", () => {
  it("goes in with who speaks for them; another name needs its ground and keeps the old one", async () => {
    const hotel = {
      code: "9900000099",
      name: "Khách sạn Thử",
      kind: "Doanh nghiệp",
      commune: "00070",
      line: "Số 1 đường Thử",
    };
    const path = write(csv([{ ...hotel, representative_number: "001199000123", representative_since: "01/01/2026" }]));
    expect(await bring(path, "organisations")).toMatchObject({ ok: true, value: { added: 1 } });
    expect(await representativesOf(t.db, hotel.code, day("2026-01-01"))).toHaveLength(1);
    expect(await representativesOf(t.db, hotel.code, day("2025-12-31"))).toHaveLength(0);
    const renamed = { ...hotel, name: "Khách sạn Mới" };
    expect(await bring(write(csv([renamed])), "organisations")).toMatchObject({ ok: true, value: { rejected: 1 } });
    const ground = write(csv([{ ...renamed, change_ground: "Giấy đăng ký thay đổi lần 2" }]));
    expect(await bring(ground, "organisations")).toMatchObject({ ok: true, value: { changed: 1 } });
    expect((await findOrganisation(t.db, hotel.code))?.name).toBe("Khách sạn Mới");
    const versions = await owner.query<{ name: string }>(
      "v",
      "select data->>'name' as name from organisation_versions",
    );
    expect(versions).toEqual([{ name: "Khách sạn Thử" }]);
  });
});
