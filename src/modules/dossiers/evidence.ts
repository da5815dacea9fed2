import type { Act } from "../../engine/state/index.ts";
import type { Sql } from "../../platform/database/database.ts";
import { findInclusions } from "../transparency/index.ts";
import { actHash, chainStart } from "./chain.ts";
import type { DossierView } from "./dossiers.ts";

/** A small file with which anybody can prove, offline, that acts of a dossier stand in the transparency log. */
export type Evidence = {
  readonly format: "motcua-evidence-1";
  readonly dossier: { readonly code: string; readonly id: string };
  /** The signed note of the checkpoint, and the key that signed it; who checks takes the key from elsewhere. */
  readonly checkpoint: string;
  readonly verifierKey: string;
  readonly acts: readonly EvidenceOfAct[];
  /** Numbers of acts that no checkpoint covers yet. */
  readonly notYet: readonly number[];
};
export type EvidenceOfAct = {
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
  /** What was done, word for word, where `account` may read all of it; the hash covers it with the hash before. */
  readonly content?: Act;
  readonly salt: string;
  readonly leafIndex: number;
  readonly path: readonly string[];
};

/**
 * The evidence of a dossier; null while no checkpoint covers any of its acts. What `account` did and what the system
 * did is told in full; of others' acts, which name people and carry the office's inner words, only the hash.
 */
export async function findEvidence(sql: Sql, view: DossierView, account: string): Promise<Evidence | null> {
  let head = chainStart(view.row.id);
  const chained = view.acts.map((act) => {
    const previous = head;
    head = actHash(previous, act);
    return { act, previous, hash: head };
  });
  const found = await findInclusions(
    sql,
    "act",
    chained.map(({ act, hash }) => ({ id: act.id, digest: hash })),
  );
  if (!found || found.inclusions.length === 0) return null;
  const places = new Map(found.inclusions.map((inclusion) => [inclusion.id, inclusion]));
  return {
    format: "motcua-evidence-1",
    dossier: { code: view.row.code, id: view.row.id },
    checkpoint: found.checkpoint.note,
    verifierKey: found.checkpoint.verifierKey,
    acts: chained.flatMap(({ act, previous, hash }) => {
      const place = places.get(act.id);
      if (!place) return [];
      return {
        seq: act.seq,
        previousHash: previous.toString("hex"),
        hash: hash.toString("hex"),
        ...(act.by.as === "system" || act.by.account === account ? { content: act } : {}),
        salt: place.salt.toString("hex"),
        leafIndex: place.index,
        path: place.path.map((beside) => beside.toString("base64")),
      };
    }),
    notYet: view.acts.filter((act) => !places.has(act.id)).map(({ seq }) => seq),
  };
}
