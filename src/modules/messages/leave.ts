import { policeOffices } from "../../../law/index.ts";
import type { Act, DossierState } from "../../engine/state/index.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Text } from "../../kernel/text.ts";
import type { Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import { addJob } from "../../platform/jobs.ts";
import type { Weight } from "./ladder.ts";
import * as rows from "./rows.ts";
import { type Content, contentOf, SETTLING, weightOf, wordContent } from "./texts.ts";

/** The job that delivers; it may be run twice at once, and be killed at any moment. */
const DELIVERY_JOB = "messages-deliver";

/** A dossier and the acts just written to it. */
export type Acted = {
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly code: string;
  readonly procedureKey: string;
  readonly ownerNumber: string;
  readonly state: Pick<DossierState, "filer" | "unit">;
  readonly acts: readonly Act[];
};

/** Who is told: the organisation that filed, or the person who did, also where they filed for somebody else. */
export const recipientOf = ({ filer }: Pick<DossierState, "filer">, ownerNumber: string): string =>
  filer.organisation ?? filer.number ?? ownerNumber;

/**
 * Leaves the messages of acts in the transaction of the acts: both are there or neither. What was waiting for an answer
 * of the person ends with the act that gives it.
 */
export async function leaveMessages(tx: Tx, acted: readonly Acted[]): Promise<void> {
  const news = acted.flatMap((dossier) =>
    dossier.acts.flatMap((act) => {
      const weight = weightOf(act.kind);
      if (weight === "none") return [];
      const officer = act.by.as === "officer" ? act.by.name : null;
      return [{ dossier, sourceId: act.id, kind: act.kind, weight, at: act.at, officer, content: contentOf(act) }];
    }),
  );
  for (const { officeProvince, dossierId, acts } of acted) {
    const settling = acts.find(({ kind }) => SETTLING.has(kind));
    if (settling) await rows.settle(tx, officeProvince, dossierId, settling.at);
  }
  await leave(tx, news);
  // A filing does not wait for the queue: what it leaves is found by the clock, within a minute.
  const fresh = acted.some(({ acts }) => acts[0]?.kind === "filed");
  if (!fresh && news.some(({ weight }) => weight !== "note")) await addJob(tx, DELIVERY_JOB, {});
}

/** Leaves the news that an officer wrote. */
export const leaveWord = (
  tx: Tx,
  dossier: Omit<Acted, "acts">,
  word: { readonly id: string; readonly at: Instant; readonly by: string },
): Promise<void> =>
  leave(tx, [
    { dossier, sourceId: word.id, kind: "word", weight: "tell", at: word.at, officer: word.by, content: wordContent },
  ]);

type New = {
  readonly dossier: Omit<Acted, "acts">;
  readonly sourceId: string;
  readonly kind: string;
  readonly weight: Weight;
  readonly at: Instant;
  readonly officer: string | null;
  readonly content: Content;
};

async function leave(tx: Tx, news: readonly New[]): Promise<void> {
  if (news.length === 0) return;
  await rows.insertMessages(
    tx,
    news.map(({ dossier, ...one }) => ({
      recipient: recipientOf(dossier.state, dossier.ownerNumber),
      id: newId(),
      office_province: dossier.officeProvince,
      dossier_id: dossier.dossierId,
      dossier_code: dossier.code,
      procedure_key: dossier.procedureKey,
      source_id: one.sourceId,
      kind: one.kind,
      weight: one.weight,
      unit_id: dossier.state.unit,
      officer_name: one.officer,
      at: new Date(one.at).toISOString(),
      content: one.content,
    })),
  );
}

let english: ReadonlyMap<string, Text> | null = null;
/** The office as a message names it: with the name it bore when it acted. */
export function unitName(id: string, vi: string): Text {
  english ??= new Map(policeOffices().map((office) => [office.id, office.name]));
  const known = english.get(id);
  return { vi, en: known?.vi === vi ? known.en : vi };
}
