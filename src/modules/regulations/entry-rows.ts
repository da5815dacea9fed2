import { text } from "../../kernel/text.ts";
import type { Tx } from "../../platform/database/database.ts";
import { announceEntries, type EntryRead, type EntrySource } from "../transparency/index.ts";
import { lawActHash } from "./chain.ts";
import type { ChainedRow } from "./rows.ts";

/** Acts of the law as entries of the transparency log: the digest of an act is its hash in the chain. */

/** They are acts of the whole country; no province has this code. */
const COUNTRY = "00";

export const announceLawAct = (tx: Tx, id: string, hash: Buffer): Promise<void> =>
  announceEntries(tx, "law", [{ officeProvince: COUNTRY, id, digest: hash }]);

/** Recomputes the hashes of the law's acts from what they say today. */
export const lawEntries: EntrySource = async (sql, keys) => {
  const rows = await sql.query<ChainedRow>(
    "regulations-as-entries",
    `select seq, id, proposal_id as proposal, kind, at, actor as by, data, previous_hash as "previousHash", hash
     from law_acts where id = any($1::uuid[])`,
    [keys.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.id, readOf(row)]));
};

function readOf({ previousHash, hash, ...act }: ChainedRow): EntryRead {
  const digest = lawActHash(previousHash, act);
  return {
    digest: digest.equals(hash) ? digest : null,
    name: text(`quy định, hành vi số ${act.seq}`, `law, act ${act.seq}`),
  };
}
