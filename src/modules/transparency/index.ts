/** The only door of the transparency log. */
export { type AuditVerdict, auditLog, type EntryRead, type EntrySource, type Finding } from "./audit.ts";
export { announceEntries, type EntryKey } from "./entries.ts";
export { createSigner, keyOfSecret, readVerifierKey, type Signer, type VerifierKey } from "./note.ts";
export { consistencyProof, coverageOf, findInclusion, findInclusions, findTile } from "./proofs.ts";
export { latestCheckpoint } from "./rows.ts";
export { createSequencer, type Sequencer } from "./sequencer.ts";
