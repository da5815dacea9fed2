import type { Act } from "../../engine/state/index.ts";
import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import { sha256 } from "../../platform/ids.ts";

/** The hash before the first act: a chain is bound to its dossier, so no chain can be grafted onto another. */
export const chainStart = (dossierId: string): Buffer => sha256(`motcua dossier ${dossierId}`);

/** The hash of an act: over the hash before it and the whole act in canonical JSON. Altering any of it shows. */
export function actHash(previous: Uint8Array, act: Act): Buffer {
  const content = canonicalJson(act as unknown as Json);
  return sha256(Buffer.concat([previous, Buffer.from(content, "utf8")]));
}
