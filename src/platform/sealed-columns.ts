import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { text } from "../kernel/text.ts";
import type { FileKey, FileKeys } from "./file-keys.ts";
import { Trouble } from "./trouble.ts";

/**
 * Values that lie encrypted in a column: never searched for, and worth nothing to whoever reads a copy of the
 * database without the keys. Written `sealed.1.<key id>.<nonce, ciphertext and tag>`, AES-256-GCM under a key derived
 * for the column from the current file key.
 */
export type ColumnSealer = {
  /** Seals a value for one column of one row: elsewhere it cannot be opened. */
  seal(place: ColumnPlace, value: string): string;
  /** The value; one that was never sealed, from before columns were, is given back as it is. @throws Trouble when its key is missing, Error when it was altered or moved */
  open(place: ColumnPlace, stored: string): string;
  /** How every value under the current key begins. */
  prefix(): string;
};

/** `table.column`, and the primary key of the row. */
export type ColumnPlace = { readonly column: string; readonly row: string };

const FORM = /^sealed\.1\.([0-9a-f]{16})\.([A-Za-z0-9_-]+)$/;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function createColumnSealer(keys: FileKeys): ColumnSealer {
  const derived = new Map<string, Buffer>();
  const keyFor = (key: FileKey, column: string): Buffer => {
    const name = `${key.id} ${column}`;
    const known = derived.get(name);
    if (known) return known;
    const made = Buffer.from(hkdfSync("sha256", key.bytes, "", `motcua column ${column}`, 32));
    derived.set(name, made);
    return made;
  };
  return {
    seal({ column, row }, value) {
      const key = keys.current();
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", keyFor(key, column), nonce).setAAD(Buffer.from(row));
      const sealed = [nonce, cipher.update(value, "utf8"), cipher.final(), cipher.getAuthTag()];
      return prefixOf(key) + Buffer.concat(sealed).toString("base64url");
    },
    open({ column, row }, stored) {
      const [, id, body] = FORM.exec(stored) ?? [];
      if (id === undefined || body === undefined) return stored;
      const key = keys.find(id);
      if (!key) throw missing(id, column);
      const bytes = Buffer.from(body, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", keyFor(key, column), bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(row))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      const plain = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
      return Buffer.concat([plain, decipher.final()]).toString("utf8");
    },
    prefix: () => prefixOf(keys.current()),
  };
}

const prefixOf = (key: FileKey): string => `sealed.1.${key.id}.`;

const missing = (id: string, column: string): Trouble =>
  new Trouble(
    text(
      `Thiếu khóa ${id} để đọc ${column}. Hãy đặt lại khóa này vào FILES_KEYS_FILE hoặc secrets.json.`,
      `The key ${id} to read ${column} is missing. Put it back into FILES_KEYS_FILE or secrets.json.`,
    ),
  );
