import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import { text } from "../../kernel/text.ts";
import { sha256 } from "../../platform/ids.ts";
import type { EntrySource } from "../transparency/index.ts";
import { looksAsJson } from "./looks-rows.ts";

/** Looks as entries of the transparency log. */

/**
 * The digest of a look: SHA-256 of its canonical JSON, of all columns that have a value. A column that comes later and
 * may be null changes no look written before it.
 */
export function lookDigest(row: { readonly [column: string]: Json | undefined }): Buffer {
  const told = Object.entries(row).flatMap(([column, value]) =>
    value === null || value === undefined ? [] : [[column, typeof value === "string" ? sameMoment(value) : value]],
  );
  return sha256(canonicalJson(Object.fromEntries(told)));
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3}0*)?(Z|[+-]\d\d:\d\d)$/;

/** One spelling for one moment, whatever the time zone of who wrote it; one finer than ours stays as it is, and shows. */
const sameMoment = (value: string): string => (MOMENT.test(value) ? new Date(value).toISOString() : value);

/** Recomputes the digests of looks from what they say today. */
export const lookEntries: EntrySource = async (sql, keys) =>
  new Map(
    (await looksAsJson(sql, keys)).map(({ id, look }) => [
      id,
      { digest: lookDigest(look), name: text(`lượt xem dữ liệu ${id}`, `look at data ${id}`) },
    ]),
  );
