import type { ProposalState } from "../../engine/permission/index.ts";
import type { Actor } from "../../engine/state/index.ts";
import { type Content, readContent } from "./content.ts";
import type { LawActRow } from "./rows.ts";

/** A proposal that was submitted: what it says, by whom, and what became of it. */
export type Proposal = {
  readonly id: string;
  readonly state: ProposalState;
  readonly author: Actor;
  readonly content: Content;
  readonly acts: readonly LawActRow[];
};

/** Folds the acts of one proposal, in order; null where there are none. */
export function proposalOf(acts: readonly LawActRow[]): Proposal | null {
  const [first, last] = [acts[0], acts.at(-1)];
  if (!first || !last) return null;
  return { id: first.proposal, state: last.kind, author: first.by, content: readContent(first.data), acts };
}
