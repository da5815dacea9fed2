import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../src/engine/state/index.ts";
import { readForHouse } from "../../src/modules/access/index.ts";
import { readVerifierKey } from "../../src/modules/transparency/index.ts";
import { openNote, readCheckpointBody } from "../../src/modules/transparency/note.ts";
import { verifyConsistency, verifyInclusion } from "../../src/modules/transparency/proof.ts";
import { newId } from "../../src/platform/ids.ts";
import { type Browser, signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { type LogStage, logStage } from "../support/log-stage.ts";
import { fileResidence } from "../support/office-stage.ts";
import { textOf } from "../support/portal.ts";

/** A citizen takes home what proves, without us, that their dossier stands in the log; and anybody checks the log itself. */

let house: TestHouse;
let stage: LogStage;
let citizen: Browser;
let code = "";
let officer: Actor;
const folder = mkdtempSync(join(tmpdir(), "motcua-evidence-"));

beforeAll(async () => {
  house = await testHouse();
  stage = logStage(house);
  citizen = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" });
  const [account] = await house.db.query<{ id: string }>(
    "test-account",
    "select id from accounts where subject = 'cong-dan-minh'",
  );
  code = await fileResidence(house, account?.id);
}, 60_000);
afterAll(async () => {
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The small verifier in a process of its own, as a citizen runs it. */
function verifier(evidence: string, key = stage.key.text): { readonly code: number | null; readonly said: string } {
  const file = join(folder, "bang-chung.json");
  writeFileSync(file, evidence);
  const run = spawnSync(process.execPath, [join(import.meta.dirname, "../../tools/verify-receipt.mjs"), file, key], {
    encoding: "utf8",
    env: {},
  });
  return { code: run.status, said: run.stdout };
}
const download = async (): Promise<string> => (await citizen.get(`/ho-so/${code}/bang-chung.json`)).html;
const json = async (path: string) => (await fetch(`${house.url}${path}`)).json();

test("before the first checkpoint everything says so plainly", async () => {
  expect(textOf((await citizen.get(`/ho-so/${code}`)).html)).toContain("chưa vào nhật ký minh bạch");
  const file = await citizen.get(`/ho-so/${code}/bang-chung.json`);
  expect(file.status).toBe(404);
  expect(textOf(file.html)).toContain("thử lại sau vài phút");
  expect(textOf((await citizen.get("/minh-bach")).html)).toContain("Chưa có điểm kiểm tra nào");
  expect((await fetch(`${house.url}/log/checkpoint`)).status).toBe(404);
  expect(await json("/api/v1/log/proof?leaf=0")).toMatchObject({ type: "urn:motcua:problem:not-yet-in-log" });
});

test("after it the page offers the evidence, and the verifier proves it with the published key alone", async () => {
  expect(await stage.run()).toMatchObject({ numbered: 2, signed: 2 });
  const page = await citizen.get(`/ho-so/${code}`);
  expect(textOf(page.html)).toContain("Cả 2 bước của hồ sơ đã có trong nhật ký minh bạch");
  const { code: exit, said } = verifier(await download());
  expect(said).toContain(`ĐẠT / PASSED: ${code}, ${stage.key.name}, 2 lá`);
  expect(said).toContain("act 1 → lá / leaf 0: filed");
  expect(exit).toBe(0);
});

describe("the verifier refuses", () => {
  type Altering = { acts: Record<string, never>[]; checkpoint: string; dossier: { code: string } };
  const path = (file: Altering, act: number): string[] => file.acts[act]?.path as unknown as string[];
  const content = (file: Altering) => file.acts[0]?.content as unknown as { at: number; data: { answers: object } };
  const alterations: readonly [string, RegExp, (file: Altering) => void][] = [
    [
      "an answer altered",
      /content of act 1 was altered/,
      (f) => Object.assign(content(f).data.answers, { phone: "0" }),
    ],
    ["a moment altered", /content of act 1 was altered/, (f) => Object.assign(content(f), { at: 0 })],
    ["another dossier's code", /content of act 1 was altered/, (f) => Object.assign(f.dossier, { code: "G01" })],
    ["another dossier's id", /Act 1 does not follow/, (f) => Object.assign(f.dossier, { id: newId() })],
    ["another salt", /does not stand in the log/, (f) => Object.assign(f.acts[1] ?? {}, { salt: "00".repeat(16) })],
    [
      "another hash",
      /Act 2 does not|content of act 2/,
      (f) => Object.assign(f.acts[1] ?? {}, { hash: "00".repeat(32) }),
    ],
    ["another place", /does not stand in the log/, (f) => Object.assign(f.acts[0] ?? {}, { leafIndex: 1 })],
    ["a path cut short", /does not stand in the log/, (f) => void path(f, 0).pop()],
    ["a path grown", /does not stand in the log/, (f) => void path(f, 0).push(path(f, 0)[0] ?? "")],
    [
      "a larger tree than was signed",
      /not signed by this key/,
      (f) => void Object.assign(f, { checkpoint: f.checkpoint.replace("\n2\n", "\n3\n") }),
    ],
    ["acts out of order", /out of order/, (f) => void f.acts.reverse()],
    ["no acts", /no evidence file/, (f) => void f.acts.splice(0)],
  ];
  test.each(alterations)("%s", async (_what, reason, alter) => {
    const file = JSON.parse(await download());
    alter(file);
    const { code: exit, said } = verifier(JSON.stringify(file));
    expect(said).toMatch(/^KHÔNG ĐẠT/);
    expect(said).toMatch(reason);
    expect(exit).toBe(1);
  });

  test("a file that is no JSON, another log's key, a key that is none", async () => {
    expect(verifier("{").said).toMatch(/cannot be read/);
    const other = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    expect(verifier(await download(), other).said).toMatch(/not signed by this key/);
    expect(verifier(await download(), "key").said).toMatch(/key is malformed/);
  });
});

test("an officer's act enters the log too; of it the evidence tells the hash and nothing more", async () => {
  const view = await house.deps.dossiers.find(readForHouse(house.db, "tells-nothing"), code);
  if (!view) throw new Error("no dossier");
  officer = { account: newId(), name: "Phạm Thị Lan", as: "officer", unit: view.row.unitId, number: "001190000777" };
  const who = { ...officer, post: "tiep-nhan", roles: ["deskOfficer"] as const };
  const target = { officeProvince: view.row.officeProvince, id: view.row.id, seen: null };
  expect(await house.deps.dossiers.act(target, who, { act: "accepted" })).toMatchObject({ ok: true });
  expect(textOf((await citizen.get(`/ho-so/${code}`)).html)).toContain("2 trong 3 bước");
  expect(JSON.parse(await download()).notYet).toEqual([3]);
  await stage.run();
  const evidence = await download();
  expect(evidence).not.toContain(officer.name);
  expect(evidence).not.toContain(officer.number);
  expect(verifier(evidence).said).toContain("act 3 → lá / leaf 2: chỉ có giá trị băm / hash only");
});

test("nobody else gets the evidence", async () => {
  const other = await signInAs(house.url, "cong-dan-hoa", { start: "/dang-nhap?ve=/" });
  expect((await other.get(`/ho-so/${code}/bang-chung.json`)).status).toBe(404);
  expect((await fetch(`${house.url}/api/v1/dossiers/${code}/evidence`)).status).toBe(401);
});

const hash = (...parts: readonly Uint8Array[]): Buffer => {
  const made = createHash("sha256");
  for (const part of parts) made.update(part);
  return made.digest();
};
/** The root over the hashes of a tile, as RFC 6962 defines it. */
function rootOf(hashes: readonly Buffer[]): Buffer {
  const [only] = hashes;
  if (only && hashes.length === 1) return only;
  const half = 2 ** Math.floor(Math.log2(hashes.length - 1));
  return hash(Buffer.of(1), rootOf(hashes.slice(0, half)), rootOf(hashes.slice(half)));
}

test("anybody reads the log: checkpoint, tiles, inclusion of each leaf, consistency of any two sizes", async () => {
  const filed = await fileResidence(house);
  await stage.run();
  const checkpoint = await json("/api/v1/log/checkpoint");
  const note = await fetch(`${house.url}/log/checkpoint`);
  expect(note.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  const key = readVerifierKey(checkpoint.verifierKey);
  const opened = key && openNote(await note.text(), [key]);
  const head = opened && readCheckpointBody(opened.body);
  expect(head).toEqual({ origin: stage.key.name, size: 5, root: Buffer.from(checkpoint.root, "base64") });

  const tile = await fetch(`${house.url}/log/tile/0/000.p/5`);
  expect(tile.headers.get("content-type")).toBe("application/octet-stream");
  expect(tile.headers.get("cache-control")).toContain("immutable");
  const bytes = Buffer.from(await tile.arrayBuffer());
  const leaves = Array.from({ length: 5 }, (_, at) => bytes.subarray(at * 32, (at + 1) * 32));
  expect(rootOf(leaves)).toEqual(head?.root);

  for (const [index, leaf] of leaves.entries()) {
    const proof = await json(`/api/v1/log/proof?leaf=${index}`);
    expect(proof).toMatchObject({ leaf: { index, hash: leaf.toString("base64") }, checkpoint: { size: 5 } });
    const path = proof.path.map((beside: string) => Buffer.from(beside, "base64"));
    expect(verifyInclusion({ index, size: 5, leaf, path, root: rootOf(leaves) })).toBe(true);
  }
  for (let from = 1; from <= 5; from++)
    for (let to = from; to <= 5; to++) {
      const proof = await json(`/api/v1/log/consistency?from=${from}&to=${to}`);
      const path = proof.path.map((beside: string) => Buffer.from(beside, "base64"));
      const [firstRoot, secondRoot] = [rootOf(leaves.slice(0, from)), rootOf(leaves.slice(0, to))];
      expect(verifyConsistency({ first: from, firstRoot, second: to, secondRoot, path }), `${from} to ${to}`).toBe(
        true,
      );
    }

  const view = await house.deps.dossiers.find(readForHouse(house.db, "tells-nothing"), filed);
  expect(await json(`/api/v1/log/proof?act=${view?.acts[0]?.id}`)).toMatchObject({ leaf: { index: 3 } });
});

test.each([
  ["/log/tile/0/000", 404],
  ["/log/tile/0/000.p/6", 404],
  ["/log/tile/0/000.p/0", 404],
  ["/log/tile/0/000.p/256", 404],
  ["/log/tile/0/x000/000.p/5", 404],
  ["/log/tile/1/000.p/1", 404],
  ["/log/tile/64/000.p/1", 404],
  ["/log/tile/00/000.p/5", 404],
  ["/log/tile/entries/000.p/5", 404],
  ["/log/tile/63/x999/x999/x999/x999/999", 404],
  ["/api/v1/log/proof", 400],
  ["/api/v1/log/proof?leaf=-1", 400],
  ["/api/v1/log/proof?leaf=1&act=01a20674-348f-7241-a441-cd56eebf9370", 400],
  ["/api/v1/log/proof?act=1", 400],
  ["/api/v1/log/proof?leaf=5", 404],
  ["/api/v1/log/proof?act=01a20674-348f-7241-a441-cd56eebf9370", 404],
  ["/api/v1/log/consistency", 400],
  ["/api/v1/log/consistency?from=0&to=3", 400],
  ["/api/v1/log/consistency?from=4&to=3", 400],
  ["/api/v1/log/consistency?from=1&to=6", 400],
])("%s answers %i", async (path, status) => {
  expect((await fetch(`${house.url}${path}`)).status).toBe(status);
});

test("the page for people says where the log stands, in both languages", async () => {
  const page = await citizen.get("/minh-bach");
  expect(page.html).toContain(stage.key.text);
  expect((await citizen.get("/en/minh-bach")).html).toContain("Check it yourself");
  expect((await citizen.get("/")).html).toContain('href="/minh-bach"');
  expect((await citizen.get("/log")).url.pathname).toBe("/minh-bach");
});
