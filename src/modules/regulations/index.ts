/** The only door of regulations: figures and days off published by the office. */
export { type LawLogVerdict, verifyLawActs } from "./chain.ts";
export { type Content, SOURCE_KINDS } from "./content.ts";
export { lawEntries } from "./entry-rows.ts";
export type { RegulationFailure } from "./failures.ts";
export type { DueMoves, Impact, ImpactPorts, OpenDebts } from "./impact.ts";
export type { Proposal } from "./proposal.ts";
export { createRegulations, type LawDraft, layPublished, type Regulations } from "./regulations.ts";
export type { LawActRow } from "./rows.ts";
