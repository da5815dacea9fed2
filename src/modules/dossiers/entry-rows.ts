import type { Act } from "../../engine/state/index.ts";
import { text } from "../../kernel/text.ts";
import type { Tx } from "../../platform/database/database.ts";
import { announceEntries, type EntryRead, type EntrySource } from "../transparency/index.ts";
import { actHash } from "./chain.ts";

/** Acts as entries of the transparency log: the digest of an act is its hash in the chain. */

export const announceActs = (
  tx: Tx,
  acts: readonly { readonly office_province: string; readonly id: string; readonly hash: string }[],
): Promise<void> =>
  announceEntries(
    tx,
    "act",
    acts.map((act) => ({ officeProvince: act.office_province, id: act.id, digest: Buffer.from(act.hash, "hex") })),
  );

type Row = Act & {
  readonly dossierId: string;
  readonly code: string | null;
  readonly previousHash: Buffer;
  readonly hash: Buffer;
  readonly finerThanMs: boolean;
};

/** Recomputes the hashes of acts from what they say today. */
export const actEntries: EntrySource = async (sql, keys) => {
  const rows = await sql.query<Row>(
    "acts-as-entries",
    `select a.seq, a.id, a.kind, a.at, a.actor as by, a.data, a.dossier_id as "dossierId", d.code,
       a.previous_hash as "previousHash", a.hash, a.at <> date_trunc('milliseconds', a.at) as "finerThanMs"
     from unnest($1::text[], $2::uuid[]) as k(office_province, id)
     join acts a on a.office_province = k.office_province and a.id = k.id
     left join dossiers d on d.office_province = a.office_province and d.id = a.dossier_id`,
    [keys.map(({ officeProvince }) => officeProvince), keys.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.id, readOf(row)]));
};

function readOf({ dossierId, code, previousHash, hash, finerThanMs, ...act }: Row): EntryRead {
  const digest = actHash(previousHash, act as Act);
  const dossier = code ?? dossierId;
  return {
    digest: finerThanMs || !digest.equals(hash) ? null : digest,
    name: text(`hồ sơ ${dossier}, hành vi số ${act.seq}`, `dossier ${dossier}, act ${act.seq}`),
  };
}
