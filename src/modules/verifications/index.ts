/** The only door of verifications: checks of dossiers, answers to other agencies, who these are. */
export {
  type Agencies,
  type Agency,
  type AgencyKey,
  addAgencyKey,
  connectAgency,
  createAgencies,
  endAgencyKeys,
} from "./agencies.ts";
export { livingAgencyKeys } from "./agencies-rows.ts";
export { type AgencyAnswer, type AskFailure, type Asking, createAsking, type Question } from "./asking.ts";
export {
  askFailureText,
  BATCH_HEADING,
  type Batch,
  type BatchLine,
  batchLineCsv,
  birthDateOf,
  verifyBatch,
} from "./batch.ts";
export {
  type CheckedDossier,
  type Checks,
  createChecks,
  type PeopleOfDossier,
  type RunReport,
} from "./checks.ts";
export { type Named, peopleIn } from "./named.ts";
export type { CheckRow } from "./rows.ts";
