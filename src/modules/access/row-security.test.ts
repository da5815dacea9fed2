import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/support/database.ts";
import { actFor, asSystem, inRequest, type Scope, SET_SCOPE, scopeSettings } from "../../platform/database/scope.ts";
import { newId } from "../../platform/ids.ts";

/** What the database itself lets the application's role read: asked as anybody with that role could ask, in plain SQL. */

const UNITS = ["ca-26740", "ca-19789", "ca-00070", "pc06-79"] as const;
const ACCOUNTS = [newId(), newId(), newId()] as const;
const NUMBERS = ["001190000001", "001190000002", "0100000009"] as const;
const COMMUNES = ["26740", "19789"] as const;
type Case = { id: string; province: string; unit: string; filer: string; owner: string; commune: string };

let t: TestDatabase;
let cases: readonly Case[];

beforeAll(async () => {
  t = await testDatabase();
  const owner = new pg.Client({ connectionString: t.ownerUrl });
  await owner.connect();
  cases = UNITS.flatMap((unit, u) =>
    ACCOUNTS.flatMap((filer, a) =>
      NUMBERS.map((number, n) => ({
        id: newId(),
        province: ["79", "46", "01", "79"][u] ?? "79",
        unit,
        filer,
        owner: number,
        commune: COMMUNES[(u + a + n) % 2] ?? "26740",
      })),
    ),
  );
  for (const one of cases) await insertCase(owner, one);
  await owner.end();
}, 60_000);
afterAll(() => t.drop());

async function insertCase(owner: pg.Client, { id, province, unit, filer, owner: number, commune }: Case) {
  const now = new Date("2026-11-23T02:00:00Z");
  await owner.query("begin");
  await owner.query(
    `insert into dossiers (office_province, id, code, procedure_key, edition_id, unit_id, channel, status, act_count, head_hash,
       owner_name, owner_search, owner_number, filer_account, filer_name, answers, papers, filed_at)
     values ($1, $2, $3, 'p', 'e', $4, 'online', 'filed', 1, '\\x00', 'A', 'a', $5, $6, 'A', '{}', '[]', $7)`,
    [province, id, `G.${id}`, unit, number, filer, now],
  );
  await owner.query(
    `insert into acts (office_province, dossier_id, seq, id, kind, at, actor, data, previous_hash, hash)
     values ($1, $2, 1, $3, 'filed', $4, '{}', '{}', '\\x00', '\\x00')`,
    [province, id, newId(), now],
  );
  const debt = newId();
  await owner.query(
    `insert into debts (office_province, id, dossier_id, dossier_code, fee_key, title, amount_dong, reference)
     values ($1, $2, $3, 'x', 'f', 'f', 1000, $4)`,
    [province, debt, id, `R${id}`],
  );
  await owner.query(
    `insert into payments (office_province, id, debt_id, bank_transaction, amount_dong, paid_at, receipt_number)
     values ($1, $2, $3, $4, 1000, $5, $4)`,
    [province, newId(), debt, `T${id}`, now],
  );
  await owner.query(
    `insert into documents (office_province, id, dossier_id, kind, act_seq, title, file_sha256)
     values ($1, $2, $3, 'receipt', 1, 't', 'x')`,
    [province, newId(), id],
  );
  await owner.query(
    "insert into notes (office_province, id, dossier_id, dossier_code, content) values ($1, $2, $3, 'x', '{}')",
    [province, newId(), id],
  );
  await owner.query(
    `insert into stays (office_province, id, dossier_id, dossier_code, host_key, host_name, commune_code, address_line, guest_name,
       guest_search, nationality, document_kind, document_number, reason, arrived_at, leaves_on, notified_at, due_at, on_time)
     values ($1, $2, $3, 'x', 'h', 'h', $4, 'l', 'g', 'g', 'VNM', 'k', $6, 'r', $5, '2026-12-01', $5, $5, true)`,
    [province, newId(), id, commune, now, id],
  );
  await owner.query(
    `insert into temporary_residences (office_province, id, dossier_id, dossier_code, person_number, person_name, commune_code,
       address_line, valid_from, valid_until, renewal_from)
     values ($1, $2, $3, 'x', $4, 'n', $5, 'l', '2026-01-01', '2027-01-01', '2026-12-01')`,
    [province, newId(), id, number, commune],
  );
  await owner.query(
    `insert into dossier_remarks (office_province, dossier_id, id, at, unit_id, by_account, by_name, body)
     values ($1, $2, $3, $4, $5, $6, 'A', 'x')`,
    [province, id, newId(), now, unit, filer],
  );
  await owner.query("commit");
}

/** The rule as a person would say it, written apart from the policies. */
function maySee(scope: Scope, one: Case): boolean {
  switch (scope.as) {
    case "nobody":
      return false;
    case "system":
      return true;
    case "officer":
      return scope.units.includes(one.unit);
    case "person":
      return one.filer === scope.account || scope.numbers.includes(one.owner);
  }
}
const maySeeInRegister = (scope: Scope, one: Case): boolean =>
  maySee(scope, one) ||
  (scope.as === "officer" && (scope.communes.includes(one.commune) || scope.provinces.includes(one.province)));

const OF_DOSSIER = ["acts", "documents", "debts", "notes"] as const;
const REGISTERS = ["stays", "temporary_residences"] as const;
/** Functions that ask as the owner: they answer to officers, of their own units, and to nobody else. */
const SEARCHES = {
  named: "select id from unit_dossiers_named($1, '{a}')",
  coded: "select id from unit_dossiers_coded($1, $2)",
} as const;

async function seen(client: pg.Client, scope: Scope) {
  await client.query(SET_SCOPE, [...scopeSettings(scope)]);
  const ids = async (sql: string) => (await client.query<{ id: string }>(sql)).rows.map(({ id }) => id).sort();
  const found: Record<string, string[]> = { dossiers: await ids("select id from dossiers") };
  for (const table of [...OF_DOSSIER, ...REGISTERS]) found[table] = await ids(`select dossier_id as id from ${table}`);
  found.payments = await ids("select substr(bank_transaction, 2) as id from payments");
  found.remarks = await ids("select dossier_id as id from dossier_remarks");
  for (const unit of UNITS) {
    const named = await client.query<{ id: string }>(SEARCHES.named, [unit]);
    found.named = [...(found.named ?? []), ...named.rows.map(({ id }) => id)].sort();
    for (const one of cases.filter((each) => each.unit === unit)) {
      const coded = await client.query<{ id: string }>(SEARCHES.coded, [unit, one.id.slice(-12)]);
      found.coded = [...(found.coded ?? []), ...coded.rows.map(({ id }) => id)].sort();
    }
  }
  return found;
}

const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const anyScope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant<Scope>({ as: "nobody" }),
  fc.constant<Scope>({ as: "system" }),
  fc.record({
    as: fc.constant("officer" as const),
    account: fc.constantFrom(...ACCOUNTS),
    units: some(UNITS),
    communes: some(COMMUNES),
    provinces: some(["79", "46"]),
  }),
  fc.record({
    as: fc.constant("person" as const),
    account: fc.constantFrom(newId(), ...ACCOUNTS),
    numbers: some(NUMBERS),
  }),
);

test("in plain SQL as the application's role, each scope sees what the rule says and nothing else", async () => {
  const seed = Number(process.env.FC_SEED ?? Date.now() % 1e9);
  console.log(`row security: fast-check seed ${seed} (FC_SEED=${seed} repeats it)`);
  const client = new pg.Client({ connectionString: t.appUrl });
  await client.connect();
  try {
    await fc.assert(
      fc.asyncProperty(anyScope, async (scope) => {
        const found = await seen(client, scope);
        const own = cases.filter((one) => maySee(scope, one)).map(({ id }) => id);
        const registered = cases.filter((one) => maySeeInRegister(scope, one)).map(({ id }) => id);
        for (const table of ["dossiers", "payments", ...OF_DOSSIER])
          expect(found[table], table).toEqual(own.toSorted());
        for (const table of REGISTERS) expect(found[table], table).toEqual(registered.toSorted());
        const ofUnits = scope.as === "officer" ? own.toSorted() : [];
        expect(found.named, "search by name").toEqual(ofUnits);
        expect(found.coded, "search by code").toEqual(ofUnits);
        expect(found.remarks, "remarks").toEqual(scope.as === "system" ? own.toSorted() : ofUnits);
      }),
      { seed, numRuns: 60 },
    );
  } finally {
    await client.end();
  }
});

test("a connection that has not said for whom it asks sees no case, and may write none", async () => {
  const client = new pg.Client({ connectionString: t.appUrl });
  await client.connect();
  try {
    for (const table of ["dossiers", "payments", ...OF_DOSSIER, ...REGISTERS]) {
      expect((await client.query(`select 1 from ${table}`)).rowCount, table).toBe(0);
    }
    const [one] = cases;
    expect((await client.query("select 1 from dossier_remarks")).rowCount).toBe(0);
    expect((await client.query(SEARCHES.named, [one?.unit])).rowCount).toBe(0);
    expect((await client.query(SEARCHES.coded, [one?.unit, one?.id.slice(-12)])).rowCount).toBe(0);
    expect((await client.query("update dossiers set status = 'x'")).rowCount).toBe(0);
    await expect(
      client.query(
        "insert into notes (office_province, id, dossier_id, dossier_code, content) values ($1, $2, $3, 'x', '{}')",
        [one?.province, newId(), one?.id],
      ),
    ).rejects.toMatchObject({ code: "42501" });
  } finally {
    await client.end();
  }
});

test("an officer cannot act on a dossier of another unit, even where the program forgot to ask", async () => {
  const client = new pg.Client({ connectionString: t.appUrl });
  await client.connect();
  try {
    const officer: Scope = {
      as: "officer",
      account: ACCOUNTS[0],
      units: ["ca-26740"],
      communes: ["26740"],
      provinces: [],
    };
    await client.query(SET_SCOPE, [...scopeSettings(officer)]);
    const foreign = cases.find(({ unit }) => unit === "ca-19789");
    const changed = await client.query("update dossiers set status = 'x' where id = $1", [foreign?.id]);
    expect(changed.rowCount).toBe(0);
    await expect(
      client.query(
        `insert into acts (office_province, dossier_id, seq, id, kind, at, actor, data, previous_hash, hash)
         values ($1, $2, 2, $3, 'decided', now(), '{}', '{}', '\\x00', '\\x00')`,
        [foreign?.province, foreign?.id, newId()],
      ),
    ).rejects.toMatchObject({ code: "42501" });
    const taken = await client.query("update dossiers set unit_id = 'ca-26740' where unit_id = 'ca-19789'");
    expect(taken.rowCount).toBe(0);
    await expect(
      client.query("update dossiers set unit_id = 'ca-19789' where unit_id = 'ca-26740'"),
    ).rejects.toMatchObject({ code: "42501" });
  } finally {
    await client.end();
  }
});

test("the pool asks on behalf of whoever's request it is, one after another and side by side", async () => {
  const count = async () =>
    (await t.db.query<{ n: number }>("rs-count", "select count(*)::int as n from dossiers"))[0]?.n;
  const asUnit = (unit: string) =>
    inRequest(async () => {
      const before = await count();
      actFor({ as: "officer", account: ACCOUNTS[0], units: [unit], communes: [], provinces: [] });
      const during = await count();
      const whole = await asSystem(count);
      return [before, during, whole, await count()];
    });
  const per = cases.length / UNITS.length;
  const all = await Promise.all(Array.from({ length: 40 }, (_, at) => asUnit(UNITS[at % UNITS.length] ?? "ca-26740")));
  for (const one of all) expect(one).toEqual([0, per, cases.length, per]);
  expect(await count()).toBe(cases.length);
});
