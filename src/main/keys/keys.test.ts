import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/support/database.ts";
import { makeCertificate } from "../../modules/documents/certificates.ts";
import { makePkcs12 } from "../../modules/documents/pkcs12.ts";
import { createMetrics } from "../../platform/metrics.ts";
import { openSecrets } from "../../platform/secrets.ts";
import { readSettings, type Settings } from "../../platform/settings.ts";
import { keysNow } from "./keys.ts";
import { noteSecrets, ownKeys, partnerKeys } from "./report.ts";
import { watchKeys } from "./watch.ts";

/** The schedule of keys: nothing is written down by hand, and nothing of a value is told. */

const DAY_MS = 86_400_000;
const NOW = Date.parse("2026-11-23T09:00:00+07:00");
let database: TestDatabase;
let dataDir: string;
let settings: Settings;
beforeAll(async () => {
  database = await testDatabase();
}, 60_000);
afterAll(() => database?.drop());
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "motcua-keys-"));
  settings = await withCertificate(400);
  return () => rmSync(dataDir, { recursive: true, force: true });
});

/** Settings of a real installation whose seal's certificate ends in so many days from NOW. */
async function withCertificate(days: number): Promise<Settings> {
  const p12 = join(dataDir, "seal.p12");
  const content = makeCertificate({ subject: { commonName: "Con dấu thử" }, purpose: "signing", now: NOW, days });
  writeFileSync(p12, await makePkcs12(content, "mật khẩu"));
  return readSettings({
    DATA_DIR: dataDir,
    DATABASE_URL: database.ownerUrl,
    SIGNING_P12: p12,
    SIGNING_P12_PASSWORD: "mật khẩu",
    BANK_CALLBACK_SECRET: "a secret of the bank",
    OIDC_ISSUER: "https://id.example",
    OIDC_CLIENT_ID: "motcua",
    OIDC_CLIENT_SECRET: "a secret of the provider",
    DEMO: "off",
  });
}
const linesAt = async (at: number, of: Settings = settings) => {
  const lines = await ownKeys(of, noteSecrets(of, openSecrets(dataDir), at), at);
  return new Map(lines.map((line) => [line.name, line]));
};

test("a secret's age counts from when it was first seen as it is; a new value begins anew; a year later it is overdue", async () => {
  openSecrets(dataDir).get("http_messages");
  expect((await linesAt(NOW)).get("http_messages")).toMatchObject({
    since: "2026-11-23",
    due: "2027-11-23",
    state: "ok",
  });
  expect((await linesAt(NOW + 335 * DAY_MS)).get("http_messages")?.state).toBe("soon");
  expect((await linesAt(NOW + 334 * DAY_MS)).get("http_messages")?.state).toBe("ok");
  expect((await linesAt(NOW + 365 * DAY_MS)).get("BANK_CALLBACK_SECRET")?.state).toBe("soon");
  expect((await linesAt(NOW + 366 * DAY_MS)).get("BANK_CALLBACK_SECRET")?.state).toBe("overdue");
  const changed = readSettings({
    DATA_DIR: dataDir,
    BANK_CALLBACK_SECRET: "another secret of the bank",
    SIGNING_P12: join(dataDir, "seal.p12"),
    SIGNING_P12_PASSWORD: "mật khẩu",
  });
  expect((await linesAt(NOW + 366 * DAY_MS, changed)).get("BANK_CALLBACK_SECRET")).toMatchObject({
    since: "2027-11-24",
    state: "ok",
  });
});

test("a secret nobody thought of has a term all the same", async () => {
  openSecrets(dataDir).get("files_of_a_later_edition");
  expect((await linesAt(NOW)).get("files_of_a_later_edition")).toMatchObject({ due: "2027-11-23", state: "ok" });
});

test("a certificate is told 30 days before its end", async () => {
  for (const [days, state] of [
    [31, "ok"],
    [30, "soon"],
    [1, "soon"],
    [-1, "overdue"],
  ] as const)
    expect((await linesAt(NOW, await withCertificate(days))).get("SIGNING_P12")?.state, `${days} days`).toBe(state);
});

test("what is kept beside the data tells a change and no value", async () => {
  await linesAt(NOW);
  const place = join(dataDir, "keys-seen.json");
  const kept = readFileSync(place, "utf8");
  expect(kept).not.toContain("a secret of the bank");
  expect(JSON.parse(kept).BANK_CALLBACK_SECRET.mark).toMatch(/^[0-9a-f]{4}$/);
  expect(statSync(place).mode & 0o777).toBe(0o600);
});

test("keys of agencies and programs stand in the list too", async () => {
  const { db } = database;
  const owner = await import("../../platform/database/database.ts").then((m) =>
    m.openDatabase({ url: database.ownerUrl }),
  );
  try {
    await owner.query(
      "t1",
      "insert into connected_agencies (code, name, province_code, fields, valid_from) values ('G99', 'Cơ quan thử', '01', '{}', '2024-01-01')",
    );
    await owner.query(
      "t2",
      "insert into agency_keys (id, agency_code, algorithm, jwk, created_at) values ('thumbprint-of-a-key', 'G99', 'ed25519', '{}', '2024-01-01')",
    );
  } finally {
    await owner.close();
  }
  const lines = await partnerKeys(db, NOW);
  expect(lines.find(({ name }) => name.startsWith("agency"))).toMatchObject({
    since: "2024-01-01",
    due: "2025-12-31",
    state: "overdue",
  });
});

test("`motcua keys` prints them, the most urgent first, and ends with 1 where one is overdue", async () => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  const said: string[] = [];
  const write = vi.spyOn(process.stdout, "write").mockImplementation((part) => said.push(String(part)) > 0);
  try {
    // The agency's key of the test before is overdue.
    expect(await keysNow(settings)).toBe(1);
    await database.db.query("t", "select 1");
    expect(said.join("")).toMatch(/^QUÁ HẠN \/ OVERDUE: agency/);
    expect(said.join("")).toContain("BANK_CALLBACK_SECRET");
    expect(said.join("")).not.toContain("a secret of");
  } finally {
    write.mockRestore();
    vi.useRealTimers();
  }
});

test("/metrics tells the days left", async () => {
  openSecrets(dataDir).get("http_messages");
  noteSecrets(settings, openSecrets(dataDir), NOW);
  const metrics = createMetrics();
  watchKeys(settings, metrics, () => NOW + 366 * DAY_MS);
  const page = await metrics.registry.metrics();
  expect(page).toContain('motcua_key_days_left{key="http_messages"} -1');
  expect(page).toContain('motcua_key_days_left{key="SIGNING_P12"} 34');
});
