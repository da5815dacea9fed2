import type { Readable } from "node:stream";
import type { Sql, Tx } from "../../platform/database/database.ts";
import { type Countersigning, countersign, type IssueDeps, type IssueOrder, issue } from "./issue.ts";
import type { PaperKind } from "./papers.ts";
import { type RegisterPaper, sealRegister } from "./register-paper.ts";
import { documentsOfDossier, findDocument, type IssuedDocument } from "./rows.ts";

/** The only door of the papers: issue one, find one, read its bytes. */
export type Documents = {
  /** Makes, signs and keeps the paper of an act, once; the same order again answers with the first paper. */
  issue<K extends PaperKind>(tx: Tx, order: IssueOrder<K>): Promise<{ id: string; sha256: string }>;
  /** Sets the agency's seal on a paper issued with `sealed: false`; the sealed paper is a row of its own act. */
  countersign(tx: Tx, order: Countersigning): Promise<{ id: string; sha256: string }>;
  /** Renders, seals and keeps one print of a register. */
  sealRegister(tx: Tx, data: RegisterPaper): Promise<{ readonly sha256: string; readonly signedBy: string }>;
  find(sql: Sql, officeProvince: string, id: string): Promise<IssuedDocument | null>;
  /** The papers of a dossier in the order of its acts. */
  listOf(sql: Sql, officeProvince: string, dossierId: string): Promise<IssuedDocument[]>;
  /** The bytes of a kept file; null when there is none. */
  read(sha256: string): Promise<Readable | null>;
};

export const createDocuments = (deps: IssueDeps): Documents => ({
  issue: (tx, order) => issue(deps, tx, order),
  countersign: (tx, order) => countersign(deps, tx, order),
  sealRegister: (tx, data) => sealRegister(deps, tx, data),
  find: findDocument,
  listOf: documentsOfDossier,
  read: (sha256) => deps.files.read(sha256),
});

export {
  type Authority,
  certificatesOf,
  demoAuthority,
  demoKey,
  fileSigner,
  keyedAuthority,
  type OpenSigner,
  type Pkcs12Setting,
  type SigningParty,
} from "./authority.ts";
export type { CheckDeps } from "./check/check.ts";
export type { CheckedSignature, SignatureReport, Verdict } from "./check/report.ts";
export type { FetchProof } from "./check/revocation.ts";
export type { Countersigning, IssueOrder, PaperData, PaperSigner } from "./issue.ts";
export { remoteFailed, remoteSigner, tokenFailed, tokenSigner } from "./keys.ts";
export { type Letters, renderLetters } from "./letters.ts";
export { signMany } from "./many.ts";
export { renderMoneyPaper } from "./money-papers.ts";
export { type PaperInput, type PaperKind, paperTitles } from "./papers.ts";
export type { Preservation } from "./preservation.ts";
export { type PrintedFormData, renderPrintedForm } from "./printed-form.ts";
export { signProbe } from "./probe.ts";
export { REGISTER_ROWS_MOST, type RegisterPaper } from "./register-paper.ts";
export { renderPaper } from "./render.ts";
export { type ReportPaper, renderReport } from "./report-paper.ts";
export { findFile, type IssuedDocument, recordFile } from "./rows.ts";
export { createSignatureChecks, type SignatureChecks } from "./signature-checks.ts";
export { forgetReports, type KeptReport } from "./signature-rows.ts";
export type { Signer } from "./signer.ts";
export { type SigningFailure, SigningTrouble } from "./trouble.ts";
export { createUploads, type Uploads } from "./uploads.ts";
