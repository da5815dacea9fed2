import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import {
  checkpointBody,
  createSigner,
  keyOfSecret,
  openNote,
  readCheckpointBody,
  readVerifierKey,
  signNote,
} from "./note.ts";

const signer = createSigner("motcua.example.vn/log", keyOfSecret("a secret of this test"));
const other = createSigner("motcua.example.vn/log", keyOfSecret("another secret"));
const head = { origin: "motcua.example.vn/log", size: 20_852_163, root: Buffer.alloc(32, 7) };
const note = signNote(checkpointBody(head), signer);

test("the note and key that the format's own tests use are read as they say", () => {
  const key = readVerifierKey("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
  const signed =
    "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
  expect(key && openNote(signed, [key])?.body).toBe("This is an example message.\n");
  expect(key && openNote(signed.replace("an example", "no example"), [key])).toBeNull();
});

test("a checkpoint is three lines, a blank one, and a signature that its key opens", () => {
  expect(note).toMatch(/^motcua\.example\.vn\/log\n20852163\n[A-Za-z0-9+/]{43}=\n\n— motcua\.example\.vn\/log \S+\n$/);
  const key = readVerifierKey(signer.verifier.text);
  const opened = key && openNote(note, [key]);
  expect(opened && readCheckpointBody(opened.body)).toEqual(head);
});

test("the same secret makes the same key; keys of other kinds are refused", () => {
  expect(createSigner(head.origin, keyOfSecret("a secret of this test")).verifier.text).toBe(signer.verifier.text);
  expect(other.verifier.text).not.toBe(signer.verifier.text);
  expect(() => createSigner("x", generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey)).toThrow(/Ed25519/);
  expect(() => createSigner("two words", keyOfSecret("x"))).toThrow(/spaces/);
});

test.each([
  ["another size", note.replace("20852163", "20852164")],
  ["no signature", note.slice(0, note.indexOf("—"))],
  ["a signature cut short", `${note.slice(0, -5)}\n`],
  ["a line that is no signature", note.replace("— ", "- ")],
])("a note with %s does not open", (_what, altered) => {
  expect(openNote(altered, [signer.verifier])).toBeNull();
});

test("signatures of others are passed over, also under the same name", () => {
  const cosigned = note + signNote(checkpointBody(head), other).split("\n\n")[1];
  expect(openNote(cosigned, [signer.verifier])?.by.text).toBe(signer.verifier.text);
  expect(openNote(note, [other.verifier])).toBeNull();
});

test.each([
  "",
  "motcua.example.vn/log",
  signer.verifier.text.replace("+", " "),
  signer.verifier.text.replace(/\+[0-9a-f]{8}/, "+00000000"),
])("%j is no verifier key", (text) => {
  expect(readVerifierKey(text)).toBeNull();
});

test.each(["a\n01\nAAAA\n", "a\n1\nAAAA\n", `a\n-1\n${Buffer.alloc(32).toString("base64")}\n`, ""])(
  "%j is no checkpoint",
  (body) => {
    expect(readCheckpointBody(body)).toBeNull();
  },
);
