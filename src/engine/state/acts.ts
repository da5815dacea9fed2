import type { Instant } from "../../kernel/plain-date.ts";
import type { OfficeRole } from "../permission/roles.ts";
import type { CaseworkActData } from "./casework-acts.ts";
import type { FeeTreatment, LifeActData, ReturnWay } from "./life-acts.ts";

/** A dossier is a list of acts: who did what, when, in which role, for which reason. Nothing else is the truth. */

/** Whoever acts. A citizen acts for themselves or for an organisation; an officer acts from a post in a unit. */
export type Actor = {
  readonly account: string;
  readonly name: string;
  readonly as: "person" | "organisation" | "officer" | "system";
  readonly unit?: string;
  readonly post?: string;
  /** Code of the organisation on whose behalf the account acts. */
  readonly organisation?: string;
  readonly roles?: readonly OfficeRole[];
  /** Whose post it is, where the officer works from it by delegation. */
  readonly delegatedBy?: string;
  /** The officer's or citizen's own person number: nobody decides their own dossier. */
  readonly number?: string;
  /** The minor or ward whose dossier it is, and on what ground the actor acts for them. */
  readonly for?: {
    readonly number: string;
    readonly name: string;
    readonly ground: "parent" | "guardian" | "legal-representative" | "authorised";
    /** `register`, or the id of the accepted mandate. */
    readonly evidence: string;
  };
  /** Who helped at the device; the actor stays the one who acts. */
  readonly helper?: {
    readonly account: string;
    readonly name: string;
    readonly unit?: string;
    readonly unitName?: string;
    readonly post?: string;
  };
  /** How an officer confirmed this very act before it was done. */
  readonly confirmed?: "passkey" | "sign-in";
};

/** The house itself, where no person acts. */
export const SYSTEM: Actor = {
  account: "00000000-0000-0000-0000-000000000000",
  name: "Hệ thống Một Cửa",
  as: "system",
};

export type SupplementItem = {
  readonly what: string;
  readonly basis: string;
  readonly how: string;
  /** `paper:<key>` or the key of an answer: where the filer puts it right. */
  readonly place?: string;
};
export type PaperSent = {
  readonly paper: string;
  readonly name: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  /** At a desk: the original was shown and given back, or is kept with the dossier. */
  readonly original?: "shown" | "kept";
};

type BesideData = LifeActData & CaseworkActData;
/** Every act and what it carries. The name is a verb of the trade in the past tense: the act was done. */
export type ActData = BesideData & {
  filed: {
    readonly code: string;
    readonly channel: string;
    readonly answers: object;
    readonly papers: readonly PaperSent[];
    readonly unit: string;
  };
  acknowledged: { readonly onTime?: boolean; readonly entries: number };
  accepted: {
    readonly dueAt: Instant | null;
    readonly clockFrom: Instant | null;
    /** Of the receipt (form 01), and the place in the year's register; absent in acts from before receipts were numbered. */
    readonly number?: string;
  };
  "fee-set": {
    readonly debts: readonly {
      readonly id: string;
      readonly feeKey: string;
      readonly amountDong: number;
      readonly reference: string;
    }[];
  };
  "fee-paid": {
    readonly debt: string;
    readonly amountDong: number;
    readonly bankTransaction: string;
    readonly paidAt: Instant;
    readonly dueAt: Instant | null;
    readonly clockFrom: Instant | null;
    /** Absent: by transfer. In cash `bankTransaction` is empty and the receipt is named. */
    readonly way?: "cash";
    readonly receipt?: string;
    /** False where another fee of the dossier is still owed; absent in acts from before fees were paid in parts. */
    readonly allPaid?: boolean;
  };
  /** The fee, or a part of it, is not asked for, by the ground named. */
  "fee-waived": {
    readonly debt: string;
    readonly amountDong: number;
    readonly ground: string;
    readonly basis: string;
    readonly reason: string;
    /** What is left for the dossier. */
    readonly leaves: "due" | "paid" | "none";
    readonly dueAt: Instant | null;
    readonly clockFrom: Instant | null;
  };
  /** A receipt for cash was cancelled: the fee is owed again. */
  "fee-reopened": {
    readonly debt: string;
    readonly amountDong: number;
    readonly receipt: string;
    readonly reason: string;
  };
  /** The calendar was changed while the clock ran: the same term ends on another day. */
  "due-moved": {
    readonly dueAt: Instant;
    readonly from: Instant;
    /** The published change of the law, and its title. */
    readonly change: string;
    readonly because: string;
  };
  /** Another office answers for the dossier from now on; its clock goes on. */
  rerouted: {
    readonly from: string;
    readonly to: string;
    /** Two digits: the province of the new office, in whose books it takes numbers. */
    readonly province: string;
    readonly because: string;
  };
  /** The clock stands still on a ground that the law names, by a deciding paper. */
  "clock-paused": {
    readonly ground: string;
    readonly basis: string;
    readonly decision: string;
    readonly reason: string;
    /** Since when; before the act only where a fault of the system kept it from being recorded. */
    readonly since: Instant;
  };
  "clock-resumed": { readonly until: Instant; readonly dueAt: Instant; readonly reason: string };
  "supplement-requested": {
    readonly items: readonly SupplementItem[];
    readonly stage: "intake" | "appraisal";
    readonly reason: string;
    readonly number: string;
    /** Who allowed a further request at reception. */
    readonly approvedBy?: { readonly account: string; readonly name: string };
    /** The rule of the sector that allows a return later than the general law does. */
    readonly sectorBasis?: string;
  };
  supplemented: { readonly message: string; readonly papers: readonly PaperSent[]; readonly answers?: object };
  "refused-intake": {
    readonly ground: string;
    readonly basis: string;
    readonly reason: string;
    readonly number: string;
    /** The office to which the dossier should have gone. */
    readonly rightPlace?: string;
  };
  /** `suggested`: the name the program put first; the choice was the officer's. */
  assigned: { readonly to: string; readonly toName: string; readonly suggested?: string };
  proposed: { readonly outcome: "grant" | "refuse"; readonly ground?: string; readonly reason: string };
  decided: { readonly outcome: "grant" | "refuse"; readonly ground?: string; readonly reason: string };
  signed: { readonly document: string; readonly sha256: string; readonly certificate: string; readonly number: string };
  numbered: {
    readonly number: string;
    readonly book: string;
    readonly document: string;
    readonly sha256: string;
    readonly certificate: string;
  };
  /** `early`: before the appointment, of which the owner is told with this very act. */
  issued: { readonly document: string; readonly sha256: string; readonly early?: boolean };
  returned: { readonly way: ReturnWay; readonly to: string; readonly proof?: string };
  stopped: {
    readonly reason: string;
    readonly basis: string;
    readonly number: string;
    readonly fee?: FeeTreatment;
    readonly feeBasis?: string;
  };
  withdrawn: { readonly reason: string; readonly number: string; readonly fee?: FeeTreatment };
  corrected: { readonly entry: string; readonly replacement: string; readonly reason: string };
  cancelled: { readonly entry: string; readonly reason: string };
};
export type ActKind = keyof ActData;

export type Act<K extends ActKind = ActKind> = K extends ActKind
  ? {
      readonly seq: number;
      readonly id: string;
      readonly kind: K;
      readonly at: Instant;
      readonly by: Actor;
      readonly data: ActData[K];
    }
  : never;
