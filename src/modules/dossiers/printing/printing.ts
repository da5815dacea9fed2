import type { Act } from "../../../engine/state/index.ts";
import type { Text } from "../../../kernel/text.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database, Tx } from "../../../platform/database/database.ts";
import { readForHouse } from "../../access/index.ts";
import type { Documents, IssuedDocument, PaperSigner } from "../../documents/index.ts";
import { type PaperInput, paperTitles, renderPaper } from "../../documents/index.ts";
import type { Payments } from "../../payments/index.ts";
import { staysOfDossier } from "../../registers/index.ts";
import type { CalendarOf, Scene } from "../act.ts";
import type { ResultPapers, SignedPaper } from "../acts/result.ts";
import type { DossierView } from "../dossiers.ts";
import { controlSheet } from "./control-sheet.ts";
import { headOf, type PrintingParts, signerOf } from "./head.ts";
import { formTitle, leavesNotice, noticeOf } from "./notices.ts";
import { type ResultKind, resultData, resultKind } from "./results.ts";

export type PrintingDeps = PrintingParts & {
  readonly db: Database;
  readonly documents: Documents;
  readonly payments: Pick<Payments, "debtsOf">;
  /** The title of the post from which an act was done, printed above a signature. */
  postTitle(tx: Tx, post: string): Promise<string>;
  readonly calendarOf: CalendarOf;
  readonly clock: Clock;
};
export type Printing = ReturnType<typeof createPrinting>;

/** A paper a person may take: made when it is first asked for, the same bytes ever after. */
export type AvailablePaper = { readonly seq: number; readonly title: { readonly vi: string; readonly en: string } };

/** Makes the papers of dossiers. Results are signed in the transaction of their act; notices when first asked for. */
export function createPrinting(deps: PrintingDeps) {
  const { db, documents } = deps;

  const issueResult = async (
    scene: Scene,
    number: string,
    signers: readonly PaperSigner[],
    at: number,
    sealed: boolean,
  ): Promise<SignedPaper> => {
    const view = { ...scene, row: scene.dossier };
    const kind = resultKind(view);
    const paper = await documents.issue(scene.tx, {
      officeProvince: scene.dossier.officeProvince,
      dossierId: scene.dossier.id,
      kind,
      actSeq: scene.seq,
      ...(scene.state.outcome === "grant" ? { title: scene.edition.result.title.vi } : {}),
      number,
      data: resultData(deps, view, at),
      signers,
      sealed,
    });
    return { document: paper.id, sha256: paper.sha256, certificate: signers.map((signer) => signer.name).join("; ") };
  };

  const resultPapers: ResultPapers = {
    async sign(scene, number) {
      const title = await deps.postTitle(scene.tx, scene.actor.post ?? "");
      return issueResult(scene, number, [signerOf(deps, scene.actor, title)], scene.at, false);
    },
    async seal(scene) {
      const signed = scene.acts.findLast((act) => act.kind === "signed");
      if (!signed) throw new Error("sealed before it was signed");
      const paper = await documents.countersign(scene.tx, {
        officeProvince: scene.dossier.officeProvince,
        dossierId: scene.dossier.id,
        actSeq: scene.seq,
        document: signed.data.document,
        unit: headOf(deps, { row: scene.dossier, edition: scene.edition, procedure: scene.procedure }, scene.at).office
          .name,
      });
      const sealed = await documents.find(scene.tx, scene.dossier.officeProvince, paper.id);
      return { document: paper.id, sha256: paper.sha256, certificate: sealed?.signedBy.at(-1) ?? "" };
    },
  };

  return {
    resultPapers,

    /** The notices that exist for a dossier, by the act that left each. */
    available(view: DossierView): readonly AvailablePaper[] {
      return view.acts
        .filter(leavesNotice)
        .filter((act) => act.kind !== "acknowledged" || view.edition.register?.register === "stays")
        .map((act) => ({ seq: act.seq, title: titleOf(act) }));
    },

    /** The notice of an act as a file; made now where nobody asked before. Null where the act leaves none. */
    async notice(view: DossierView, seq: number): Promise<{ readonly id: string; readonly sha256: string } | null> {
      const act = view.acts.find((a) => a.seq === seq);
      if (!act || !leavesNotice(act)) return null;
      const { officeProvince, id: dossierId } = view.row;
      return db.inTransaction(async (tx) => {
        const facts = {
          post: act.by.post ? await deps.postTitle(tx, act.by.post) : "",
          debts: await deps.payments.debtsOf(tx, officeProvince, dossierId),
          stays:
            act.kind === "acknowledged"
              ? await staysOfDossier(readForHouse(tx, "print"), officeProvince, dossierId)
              : [],
        };
        const order = noticeOf(deps, view, act, {
          ...facts,
          stays: facts.stays.filter((stay) => stay.replaces === null || stay.replaces === undefined),
        });
        return order
          ? documents.issue(tx, { officeProvince, dossierId, actSeq: seq, ...order, signers: [], sealed: true })
          : null;
      });
    },

    /**
     * The result as it would be signed now, marked as a draft: no number, no signature, kept nowhere. Null before a proposal,
     * and once it is signed: then the paper itself is looked at.
     */
    draft(view: DossierView, at: number): Uint8Array | null {
      const { status, outcome, replacement } = view.state;
      if (outcome === null || !["proposed", "decided"].includes(replacement?.stage ?? status)) return null;
      const title = view.state.outcome === "grant" ? view.edition.result.title.vi : paperTitles[resultKind(view)].vi;
      const data = { ...resultData(deps, view, at), title, signatures: [], draft: true };
      return renderPaper(resultKind(view), data as unknown as PaperInput<ResultKind>);
    },

    /**
     * The control sheet of a dossier as its acts stand now, made by an officer. A sheet once made is never written anew: the
     * same acts give the same file, and a later act a further sheet.
     */
    async controlSheet(view: DossierView, by: string): Promise<{ readonly id: string; readonly sha256: string }> {
      const { officeProvince, id: dossierId, unitId } = view.row;
      const at = deps.clock.now();
      return db.inTransaction(async (tx) =>
        documents.issue(tx, {
          officeProvince,
          dossierId,
          kind: "control-sheet",
          actSeq: view.state.version,
          title: formTitle("control-sheet", at).vi,
          data: controlSheet(deps, view, { at, by, calendar: await deps.calendarOf(tx, unitId) }),
          signers: [],
          sealed: true,
        }),
      );
    },

    /** The issued result, once it is issued; what is only signed or numbered is the office's. */
    async result(view: DossierView): Promise<IssuedDocument | null> {
      const issued = view.acts.findLast((act) => act.kind === "issued");
      return issued ? documents.find(db, view.row.officeProvince, issued.data.document) : null;
    },
  };
}

function titleOf({ kind, at }: Act): Text {
  const paper = TITLE_OF[kind as keyof typeof TITLE_OF];
  return paper === "payment-receipt" || paper === "stay-acknowledgement" ? paperTitles[paper] : formTitle(paper, at);
}

const TITLE_OF = {
  accepted: "receipt",
  "supplement-requested": "supplement-request",
  "refused-intake": "refusal",
  stopped: "stop-notice",
  withdrawn: "stop-notice",
  reappointed: "apology",
  "fee-paid": "payment-receipt",
  acknowledged: "stay-acknowledgement",
} as const;
