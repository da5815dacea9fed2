import type { Evidence } from "../../src/engine/definition/index.ts";
import type { PlainDate } from "../../src/kernel/plain-date.ts";
import { citizenSources } from "./citizens.ts";
import { feeSources } from "./fees.ts";
import { licenceSources } from "./licences.ts";
import { moneyAndWorkSources } from "./money-and-work.ts";
import { oneStopSources } from "./one-stop.ts";
import { placeSources } from "./places.ts";
import { sealSources } from "./seals.ts";
import { trafficSources } from "./traffic.ts";

export { sourceName } from "./name.ts";

export type SourceKind = "law" | "resolution" | "decree" | "decision" | "circular" | "notice";

/**
 * A legal text. `evidence` says how far its dates are proven. `inForceFrom` is null where the first day was not found:
 * a text whose start nobody has established is never treated as in force.
 */
export type LegalSource = {
  /** The number people cite it by, `68/2020/QH14`. */
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly kind: SourceKind;
  readonly issuedOn?: PlainDate;
  readonly inForceFrom: PlainDate | null;
  readonly inForceUntil: PlainDate | null;
  readonly replacedBy?: string;
  readonly amendedBy?: readonly string[];
  readonly evidence: Evidence;
  readonly note?: string;
};

const entered: readonly LegalSource[] = [
  ...citizenSources,
  ...sealSources,
  ...licenceSources,
  ...oneStopSources,
  ...moneyAndWorkSources,
  ...feeSources,
  ...placeSources,
  ...trafficSources,
];

/** Texts an office has published beside its own figures. */
let published: readonly LegalSource[] = [];
export const setPublishedTexts = (texts: readonly LegalSource[]): void => {
  published = texts;
};

const byId = new Map(entered.map((source) => [source.id, source]));

/** Every text that procedures, figures, places and calendars cite; one we have entered goes before one published here. */
export const sources = (): readonly LegalSource[] => [...entered, ...published.filter(({ id }) => !byId.has(id))];

/** The text of an id, or null where nobody has entered it. */
export const findSource = (id: string): LegalSource | null =>
  byId.get(id) ?? published.find((source) => source.id === id) ?? null;

/** @throws where the text is not entered: a citation in our own data names only texts that are. */
export function getSource(id: string): LegalSource {
  const source = findSource(id);
  if (!source) throw new Error(`no legal text is entered as "${id}"`);
  return source;
}
