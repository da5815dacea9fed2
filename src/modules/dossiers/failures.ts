import type { PlacedProblem } from "../../engine/form/index.ts";
import type { ActRefusal } from "../../engine/state/index.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Text } from "../../kernel/text.ts";
import type { Busy } from "./admission.ts";

/** Everything expected to go wrong when somebody files. The page or the API turns each into a sentence and a next step. */
export type FilingFailure =
  | { readonly kind: "not-in-force" }
  | { readonly kind: "applicant-not-allowed" }
  | { readonly kind: "channel-not-allowed" }
  | { readonly kind: "assurance-too-low"; readonly needed: number }
  | { readonly kind: "problems"; readonly problems: readonly PlacedProblem[] }
  | { readonly kind: "papers-missing"; readonly papers: readonly string[] }
  | { readonly kind: "no-competent-unit" }
  | { readonly kind: "no-fee"; readonly parameter: string }
  | { readonly kind: "already-registered"; readonly codes: readonly string[] }
  | { readonly kind: "key-reused" }
  /** More is sent than can be written: come again at the time of the ticket. Nothing was written. */
  | ({ readonly kind: "busy" } & Busy);

/** Everything expected to go wrong when somebody acts on a dossier. */
export type ActFailure =
  | { readonly kind: "not-found" }
  | { readonly kind: "conflict"; readonly by: string; readonly at: Instant; readonly act: Text }
  | { readonly kind: "refused"; readonly refusal: ActRefusal }
  | { readonly kind: "incomplete"; readonly text: Text; readonly field: string }
  | { readonly kind: "calendar-not-loaded"; readonly year: number };
