import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Sql } from "../../platform/database/database.ts";
import { sha256 } from "../../platform/ids.ts";
import { type ChainedRow, chainAfter, type LawActRow } from "./rows.ts";

/** The hash before the first act. */
export const CHAIN_START = sha256("motcua law acts");

/** Over the hash before it and the whole act in canonical JSON. */
export const lawActHash = (previous: Uint8Array, act: LawActRow): Buffer => {
  const { seq, id, proposal, kind, at, by, data } = act;
  const content = canonicalJson({ seq, id, proposal, kind, at, by, data } as unknown as Json);
  return sha256(Buffer.concat([previous, Buffer.from(content, "utf8")]));
};

export type LawLogVerdict =
  | { readonly ok: true; readonly acts: number }
  | { readonly ok: false; readonly acts: number; readonly seq: number; readonly what: Text };

const PAGE = 200;

/** Recomputes the chain of the law's acts; names the first that is missing, moved or altered. */
export async function verifyLawActs(sql: Sql): Promise<LawLogVerdict> {
  let head = CHAIN_START;
  let acts = 0;
  for (;;) {
    const page = await chainAfter(sql, acts, PAGE);
    for (const row of page) {
      const what = misfit(row, acts + 1, head);
      if (what) return { ok: false, acts, seq: acts + 1, what };
      head = row.hash;
      acts += 1;
    }
    if (page.length < PAGE) return { ok: true, acts };
  }
}

function misfit({ previousHash, hash, ...act }: ChainedRow, seq: number, head: Buffer): Text | null {
  if (act.seq !== seq) return text("hành vi này không còn", "this act is missing");
  if (!previousHash.equals(head))
    return text("hành vi không nối tiếp hành vi trước nó", "the act does not follow the one before it");
  return lawActHash(head, act).equals(hash) ? null : text("nội dung hành vi đã bị sửa", "the act was altered");
}
