import type { Procedure } from "../../engine/definition/index.ts";

/** Names of components in the document: `StayNotificationAnswers`, `StayNotificationFiling`. */
const base = (procedure: Procedure): string =>
  procedure.key
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
export const answersName = (procedure: Procedure): string => `${base(procedure)}Answers`;
export const filingName = (procedure: Procedure): string => `${base(procedure)}Filing`;
