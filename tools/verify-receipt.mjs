// Checks the evidence of one dossier (bang-chung.json) against the published key of the transparency log, offline.
//   node verify-receipt.mjs bang-chung.json 'motcua.example.vn/log+1a2b3c4d+AbCd…'
// This file stands alone: Node 18 or later, nothing of motcua, no network. It is short so that you can read it.
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

/** What is wrong, in both languages; ends the check. */
class Refusal extends Error {}
const refuse = (vi, en) => {
  throw new Refusal(`${vi} / ${en}`);
};
const sha256 = (...parts) => parts.reduce((made, part) => made.update(part), createHash("sha256")).digest();
const bytes = (text, encoding, length) => {
  const made = Buffer.from(String(text), encoding);
  if (made.length !== length || made.toString(encoding) !== text)
    refuse("Tệp không đúng dạng", "The file is malformed");
  return made;
};

/** RFC 8785: keys sorted, no white space. */
function canonical(value) {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}

/** https://c2sp.org/signed-note: `name+id+base64(1 and the 32 bytes of an Ed25519 key)`. */
function readKey(text) {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text.trim()) ?? [];
  const typed = Buffer.from(encoded ?? "", "base64");
  const known = name && sha256(`${name}\n`, typed).subarray(0, 4).toString("hex");
  if (typed.length !== 33 || typed[0] !== 1 || known !== id) refuse("Khóa không đúng dạng", "The key is malformed");
  const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), typed.subarray(1)]);
  return { name, id: Buffer.from(id, "hex"), key: createPublicKey({ key: spki, format: "der", type: "spki" }) };
}

/** https://c2sp.org/tlog-checkpoint: origin, size and root, signed by this key. */
function readCheckpoint(note, { name, id, key }) {
  const end = String(note).lastIndexOf("\n\n");
  const body = String(note).slice(0, end + 1);
  const signatures = String(note)
    .slice(end + 2)
    .split("\n")
    .filter((line) => line.startsWith(`— ${name} `))
    .map((line) => Buffer.from(line.slice(name.length + 3), "base64"))
    .filter((signature) => signature.subarray(0, 4).equals(id));
  const signed = signatures.length > 0 && signatures.every((s) => verify(null, Buffer.from(body), key, s.subarray(4)));
  if (end < 0 || !signed) refuse("Điểm kiểm tra không do khóa này ký", "The checkpoint was not signed by this key");
  const [origin, size, root] = body.split("\n");
  if (origin !== name || !/^\d{1,15}$/.test(size))
    refuse("Điểm kiểm tra của nhật ký khác", "A checkpoint of another log");
  return { origin, size: Number(size), root: bytes(root, "base64", 32) };
}

/** RFC 9162, 2.1.3.2: whether the leaf stands at this index of the tree. */
function isIncluded(leaf, index, path, { size, root }) {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  const half = (n) => Math.floor(n / 2);
  let [node, last, made] = [index, size - 1, leaf];
  for (const beside of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      made = sha256(Buffer.of(1), beside, made);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else made = sha256(Buffer.of(1), made, beside);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && made.equals(root);
}

/** One act: its content hashes to what is said, follows the act before it, and stands in the log. */
function checkAct(act, evidence, checkpoint, before) {
  const { seq } = act;
  const previous = bytes(act.previousHash, "hex", 32);
  const hash = bytes(act.hash, "hex", 32);
  const follows =
    seq === 1 ? sha256(`motcua dossier ${evidence.dossier.id}`) : before?.seq === seq - 1 ? before.hash : null;
  if (follows && !follows.equals(previous))
    refuse(`Hành vi ${seq} không nối tiếp hành vi trước`, `Act ${seq} does not follow the one before it`);
  if (act.content !== undefined) {
    const ofFiling = act.content.kind !== "filed" || act.content.data?.code === evidence.dossier.code;
    if (act.content.seq !== seq || !ofFiling || !sha256(previous, canonical(act.content)).equals(hash))
      refuse(`Nội dung hành vi ${seq} đã bị sửa`, `The content of act ${seq} was altered`);
  }
  const leaf = sha256(
    Buffer.of(0),
    `motcua act v1\n${bytes(act.salt, "hex", 16).toString("hex")}\n${hash.toString("hex")}\n`,
  );
  const path = act.path.map((beside) => bytes(beside, "base64", 32));
  if (!isIncluded(leaf, act.leafIndex, path, checkpoint))
    refuse(`Hành vi ${seq} không có trong nhật ký`, `Act ${seq} does not stand in the log`);
  return { seq, hash };
}

function check(file, keyText) {
  const evidence = JSON.parse(readFileSync(file, "utf8"));
  if (evidence?.format !== "motcua-evidence-1" || !Array.isArray(evidence.acts) || evidence.acts.length === 0)
    refuse("Không phải tệp bằng chứng", "This is no evidence file");
  const checkpoint = readCheckpoint(evidence.checkpoint, readKey(keyText));
  let before = null;
  for (const act of evidence.acts) {
    if (!Number.isSafeInteger(act.seq) || act.seq <= (before?.seq ?? 0))
      refuse("Thứ tự hành vi sai", "The acts are out of order");
    before = checkAct(act, evidence, checkpoint, before);
  }
  return { evidence, checkpoint };
}

const [file, key] = process.argv.slice(2);
try {
  if (!file || !key)
    refuse("Cần: tệp bằng chứng và khóa đã công bố", "Needed: the evidence file and the published key");
  const { evidence, checkpoint } = check(file, key);
  const say = (line) => process.stdout.write(`${line}\n`);
  say(`ĐẠT / PASSED: ${evidence.dossier.code}, ${checkpoint.origin}, ${checkpoint.size} lá / leaves`);
  for (const { seq, leafIndex, content } of evidence.acts) {
    const what = content ? `${content.kind}, ${new Date(content.at).toISOString()}` : "chỉ có giá trị băm / hash only";
    say(`  hành vi / act ${seq} → lá / leaf ${leafIndex}: ${what}`);
  }
  if (evidence.notYet?.length > 0) say(`  chưa có bằng chứng / not yet proven: ${evidence.notYet.join(", ")}`);
} catch (error) {
  const what =
    error instanceof Refusal ? error.message : `Không đọc được tệp / The file cannot be read: ${error.message}`;
  process.stdout.write(`KHÔNG ĐẠT / FAILED: ${what}\n`);
  process.exitCode = 1;
}
