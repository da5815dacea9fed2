import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/support/database.ts";
import { testFileKeys } from "../../../tests/support/file-keys.ts";
import type { Tx } from "../../platform/database/database.ts";
import { openFiles } from "../../platform/files.ts";
import { newId } from "../../platform/ids.ts";
import { createDocuments, type Documents, demoAuthority, findFile, type IssueOrder } from "./index.ts";
import { issuedAt, samples } from "./samples.test-support.ts";

let folder = "";
let database: TestDatabase;
let documents: Documents;
let now = issuedAt;
const unit = "Công an phường Buôn Ma Thuột";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "motcua-documents-"));
  database = await testDatabase();
  const clock = { now: () => now };
  documents = createDocuments({
    clock,
    files: await openFiles(join(folder, "files"), now, testFileKeys()),
    authority: demoAuthority({ folder: join(folder, "authority"), clock }),
  });
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function dossier(tx: Tx, id: string): Promise<void> {
  await tx.query(
    "test-dossier",
    `insert into dossiers (office_province, id, code, procedure_key, edition_id, unit_id, channel, status, act_count, head_hash,
       owner_name, owner_search, owner_number, filer_account, filer_name, answers, papers, filed_at)
     values ('66', $1, $2, 'p', 'e', 'u', 'online', 'filed', 1, '', 'n', 'n', '1', $1, 'n', '{}', '[]', now())`,
    [id, `code-${id}`],
  );
}

function order(dossierId: string, actSeq = 2): IssueOrder<"refusal"> {
  const { title: _title, number: _number, signatures: _signatures, ...data } = samples.refusal;
  return {
    officeProvince: "66",
    dossierId,
    kind: "refusal",
    actSeq,
    number: "05/TCHS",
    data,
    signers: [{ name: "Trần Văn Bình", title: "Trưởng Công an phường", unit }],
  };
}

const bytesOf = async (sha256: string): Promise<Buffer> => {
  const stream = await documents.read(sha256);
  if (!stream) throw new Error("no such file");
  return Buffer.concat(await stream.toArray());
};

test("a paper is issued once: asked again later it is the same paper, byte for byte", async () => {
  const id = newId();
  const first = await database.db.inTransaction(async (tx) => {
    await dossier(tx, id);
    return documents.issue(tx, order(id));
  });
  const bytes = await bytesOf(first.sha256);
  now += 60_000;
  const again = await database.db.inTransaction((tx) => documents.issue(tx, order(id)));
  expect(again).toEqual(first);
  expect(Buffer.compare(await bytesOf(again.sha256), bytes)).toBe(0);
  expect(bytes.toString("latin1").match(/\/SubFilter \/ETSI/g)?.length).toBe(2);
});

test("issued twice at once, both answers name the one paper", async () => {
  const id = newId();
  await database.db.inTransaction((tx) => dossier(tx, id));
  const [one, other] = await Promise.all(
    [1, 2].map(() => database.db.inTransaction((tx) => documents.issue(tx, order(id)))),
  );
  expect(one).toEqual(other);
  expect((await documents.listOf(database.db, "66", id)).length).toBe(1);
});

test("the row tells what was issued, who signed, and which file", async () => {
  const id = newId();
  const issued = await database.db.inTransaction(async (tx) => {
    await dossier(tx, id);
    await documents.issue(tx, order(id, 3));
    return documents.issue(tx, order(id, 2));
  });
  const found = await documents.find(database.db, "66", issued.id);
  expect(found).toMatchObject({
    id: issued.id,
    dossierId: id,
    kind: "refusal",
    actSeq: 2,
    number: "05/TCHS",
    title: "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
    sha256: issued.sha256,
    signedBy: ["Trần Văn Bình", unit],
  });
  expect((await documents.listOf(database.db, "66", id)).map((paper) => paper.actSeq)).toEqual([2, 3]);
  expect(await documents.find(database.db, "01", issued.id)).toBeNull();
  expect(await findFile(database.db, issued.sha256)).toMatchObject({
    mediaType: "application/pdf",
    sizeBytes: (await bytesOf(issued.sha256)).length,
  });
});

test("what is rolled back is not issued, and the next attempt issues anew", async () => {
  const id = newId();
  await database.db.inTransaction((tx) => dossier(tx, id));
  const attempt = database.db.inTransaction(async (tx) => {
    await documents.issue(tx, order(id));
    throw new Error("no");
  });
  await expect(attempt).rejects.toThrow("no");
  expect(await documents.listOf(database.db, "66", id)).toEqual([]);
  await database.db.inTransaction((tx) => documents.issue(tx, order(id)));
  expect((await documents.listOf(database.db, "66", id)).length).toBe(1);
});

test("a result is signed in one act and sealed in a later one: a paper of its own, once", async () => {
  const id = newId();
  const [signed, sealed, again] = await database.db.inTransaction(async (tx) => {
    await dossier(tx, id);
    const first = await documents.issue(tx, { ...order(id, 4), sealed: false });
    const sealing = { officeProvince: "66", dossierId: id, actSeq: 5, document: first.id, unit };
    return [first, await documents.countersign(tx, sealing), await documents.countersign(tx, sealing)];
  });
  expect(again).toEqual(sealed);
  const [before, after] = await documents.listOf(database.db, "66", id);
  expect([before?.signedBy, after?.signedBy]).toEqual([["Trần Văn Bình"], ["Trần Văn Bình", unit]]);
  expect(after).toMatchObject({ kind: before?.kind, number: "05/TCHS", actSeq: 5 });
  const early = await bytesOf(signed?.sha256 ?? "");
  expect(Buffer.compare((await bytesOf(sealed?.sha256 ?? "")).subarray(0, early.length), early)).toBe(0);
  const foreign = { officeProvince: "66", dossierId: newId(), actSeq: 5, document: signed?.id ?? "", unit };
  await expect(database.db.inTransaction((tx) => documents.countersign(tx, foreign))).rejects.toThrow(/no paper/);
});

test("without a person's certificate the name is printed and the seal alone signs; without any nobody issues", async () => {
  const files = await openFiles(join(folder, "files"), now, testFileKeys());
  const clock = { now: () => now };
  const demo = demoAuthority({ folder: join(folder, "authority"), clock });
  const sealOnly = createDocuments({
    clock,
    files,
    authority: { ...demo, findSigner: async (party) => (party.role === "seal" ? demo.findSigner(party) : null) },
  });
  const nobody = createDocuments({ clock, files, authority: { ...demo, findSigner: async () => null } });
  const id = newId();
  await database.db.inTransaction((tx) => dossier(tx, id));
  const issued = await database.db.inTransaction((tx) => sealOnly.issue(tx, order(id)));
  expect((await documents.find(database.db, "66", issued.id))?.signedBy).toEqual([unit]);
  await expect(database.db.inTransaction((tx) => nobody.issue(tx, order(id, 9)))).rejects.toThrow(/nobody can sign/);
});
