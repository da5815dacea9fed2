import { deriveState, type ReturnWay } from "../../../engine/state/index.ts";
import { dayOfInstant } from "../../../kernel/plain-date.ts";
import { ok } from "../../../kernel/result.ts";
import { writeEffect } from "../../registers/index.ts";
import type { Doing, Scene } from "../act.ts";
import { incomplete, numberOf } from "./intake.ts";

/** The result: signed by the person, numbered and sealed by the office, issued, returned. Four records. */

export type SignedPaper = { readonly document: string; readonly sha256: string; readonly certificate: string };
/** Who makes the paper of a result; the documents are rendered and signed in the transaction of the act. */
export type ResultPapers = {
  /** The result with its number, signed by the person who decides. */
  sign(scene: Scene, number: string): Promise<SignedPaper>;
  /** The same paper with the office's seal; fails where the first signature does not verify. */
  seal(scene: Scene): Promise<SignedPaper>;
};

/**
 * Signing takes the next number of the book, so that the number stands in what is signed; the clerk's act enters it and
 * seals (docs/decisions/0006).
 */
export const sign =
  (papers: ResultPapers): Doing<"signed"> =>
  async (scene) => {
    const number = await numberOf(scene, scene.edition.result.symbol);
    const paper = await papers.sign(scene, number);
    return ok({ data: { ...paper, number } });
  };

export const number =
  (papers: ResultPapers): Doing<"numbered"> =>
  async (scene) => {
    const signed = scene.acts.findLast((act) => act.kind === "signed");
    if (!signed) throw new Error("numbered before it was signed");
    const paper = await papers.seal(scene);
    return ok({
      data: {
        number: signed.data.number,
        book: scene.edition.result.book,
        document: paper.document,
        sha256: paper.sha256,
        certificate: paper.certificate,
      },
    });
  };

/** Whether the result that is now replaced granted already, so that the register has it. */
function grantedBefore(acts: Scene["acts"]): boolean {
  const decided = acts.findLastIndex((act) => act.kind === "replacement-decided");
  return decided > 0 && deriveState(acts.slice(0, decided)).outcome === "grant";
}

/**
 * Issuing makes the result public to its owner and writes the register; a refusal writes nothing there, nor does a paper
 * that takes the place of a wrong one. Before the appointment, this act is the notice to its owner.
 */
export const issue = (): Doing<"issued"> => async (scene) => {
  const sealed = scene.acts.findLast((act) => act.kind === "numbered");
  if (!sealed) throw new Error("issued before it was numbered");
  const after = async (): Promise<void> => {
    if (scene.state.outcome !== "grant" || grantedBefore(scene.acts)) return;
    await writeEffect(scene.tx, {
      officeProvince: scene.dossier.officeProvince,
      dossierId: scene.dossier.id,
      dossierCode: scene.dossier.code,
      edition: scene.edition,
      answers: scene.dossier.answers,
      number: sealed.data.number,
      on: dayOfInstant(scene.at),
      at: scene.at,
      by: scene.actor.name,
    });
  };
  const { dueAt, replacement } = scene.state;
  const early = !replacement && dueAt !== null && dayOfInstant(scene.at) < dayOfInstant(dueAt);
  const { document, sha256 } = sealed.data;
  return ok({ data: { document, sha256, ...(early ? { early } : {}) }, after });
};

/** How it went, who took it, and what proves it; a result by post was handed to the post before. */
export const returnResult =
  (given: { readonly way: ReturnWay; readonly to: string; readonly proof?: string }): Doing<"returned"> =>
  async ({ state, dossier }) => {
    const { way } = given;
    const proof = given.proof?.trim() ?? "";
    if (way === "post" && !state.posted)
      return incomplete(
        "way",
        "Kết quả gửi qua bưu chính cần được ghi nhận giao bưu chính trước.",
        "A result sent by post is handed to the post first.",
      );
    if (way !== "online" && proof === "")
      return incomplete(
        "proof",
        "Vui lòng ghi căn cứ đã giao: chữ ký người nhận, số giấy báo phát.",
        "Write what proves it: the recipient's signature, the delivery receipt.",
      );
    return ok({ data: { way, to: given.to.trim() || dossier.ownerName, ...(proof ? { proof } : {}) } });
  };
