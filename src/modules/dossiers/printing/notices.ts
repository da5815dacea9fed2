import { type OneStopFormKey, oneStopFormOn, regimeOf } from "../../../../law/index.ts";
import { shownPapers } from "../../../engine/form/index.ts";
import { deadlineInWords } from "../../../engine/reckoning/deadline.ts";
import {
  type Act,
  type ActKind,
  deriveState,
  type FeeTreatment,
  originalsInHand,
} from "../../../engine/state/index.ts";
import { dayOfInstant, type Instant, showPartialDate } from "../../../kernel/plain-date.ts";
import type { Text } from "../../../kernel/text.ts";
import { type PaperData, type PaperKind, paperTitles } from "../../documents/index.ts";
import type { DebtWithPayment } from "../../payments/index.ts";
import type { StayRow } from "../../registers/index.ts";
import type { DossierView } from "../dossiers.ts";
import { headOf, type PrintingParts } from "./head.ts";

/** The papers that an act of the office leaves behind: forms 01 to 05, the fee receipt, the stay notice. */
export type NoticeOrder = {
  readonly [K in PaperKind]: {
    readonly kind: K;
    readonly number?: string;
    readonly title?: string;
    readonly data: PaperData<K>;
  };
}[PaperKind];

/** What more must be read from the tables for these papers. */
export type NoticeFacts = {
  readonly debts: readonly DebtWithPayment[];
  readonly stays: readonly StayRow[];
  /** The title of the post from which the act was done; empty where it was done from none. */
  readonly post: string;
};

/** Which form a paper follows on its day, printed at its head. */
export function formPart(key: OneStopFormKey, at: Instant): { form?: { number: string; circular: string } } {
  const form = oneStopFormOn(key, dayOfInstant(at));
  return form ? { form: { number: form.number, circular: form.circular } } : {};
}

/** What a form of the one-stop desk is called on the day of a moment. */
export const formTitle = (key: OneStopFormKey & PaperKind, at: Instant): Text =>
  oneStopFormOn(key, dayOfInstant(at))?.title ?? paperTitles[key];

const takes = (view: DossierView) => ({ submitter: view.row.filerName });
/** The superior who answers for a paper, by the post they held; a citizen's own act has none. */
const superior = (act: Act, facts: NoticeFacts) =>
  act.by.as === "officer"
    ? {
        officer: {
          role: `${act.by.delegatedBy === undefined ? "" : "TUQ. "}${facts.post || "Người ký"}`,
          name: act.by.name,
        },
      }
    : {};

export function noticeOf(parts: PrintingParts, view: DossierView, act: Act, facts: NoticeFacts): NoticeOrder | null {
  switch (act.kind) {
    case "accepted":
      return receipt(parts, view, act, facts);
    case "supplement-requested":
      return {
        kind: "supplement-request",
        number: act.data.number,
        data: {
          ...headOf(parts, view, act.at),
          ...formPart("supplement-request", act.at),
          ...takes(view),
          officer: { role: "Người hướng dẫn", name: act.by.name },
          items: [...act.data.items],
          reason: act.data.reason || "Hồ sơ chưa đầy đủ, chưa hợp lệ",
          stage: act.data.stage,
        },
      };
    case "refused-intake":
      return {
        kind: "refusal",
        number: act.data.number,
        data: {
          ...headOf(parts, view, act.at),
          ...formPart("refusal", act.at),
          ...takes(view),
          officer: { role: "Người tiếp nhận hồ sơ", name: act.by.name },
          reason: act.data.reason,
          basis: act.data.basis,
          stage: "intake",
          ...(act.data.rightPlace ? { rightPlace: act.data.rightPlace } : {}),
        },
      };
    case "stopped":
      return {
        kind: "stop-notice",
        number: act.data.number,
        data: {
          ...headOf(parts, view, act.at),
          ...formPart("stop-notice", act.at),
          ...superior(act, facts),
          askedBy: "Cơ quan giải quyết hồ sơ",
          reason: act.data.reason,
          basis: act.data.basis,
          returnedPapers: papersBack(view, act.seq),
          ...feeWords(facts, act.data),
        },
      };
    case "withdrawn":
      return {
        kind: "stop-notice",
        number: act.data.number,
        data: {
          ...headOf(parts, view, act.at),
          ...formPart("stop-notice", act.at),
          ...superior(act, facts),
          askedBy: view.row.filerName,
          askedOn: dayOfInstant(act.at),
          reason: act.data.reason || "Theo đề nghị của người nộp hồ sơ",
          returnedPapers: papersBack(view, act.seq),
          ...feeWords(facts, {}),
        },
      };
    case "reappointed":
      return apology(parts, view, act, facts);
    case "fee-paid":
      return paymentReceipt(parts, view, act, facts);
    case "acknowledged":
      return facts.stays.length > 0 ? acknowledgement(parts, view, act, facts) : null;
    default:
      return null;
  }
}

/** The acts after which a paper exists for the person. */
const ACTS_WITH_NOTICE: readonly ActKind[] = [
  "accepted",
  "supplement-requested",
  "refused-intake",
  "stopped",
  "withdrawn",
  "reappointed",
  "fee-paid",
  "acknowledged",
];

/** The originals that lay with the office when it ended; copies sent as files are not given back. */
const papersBack = (view: DossierView, seq: number): { title: string; quantity: string }[] =>
  originalsInHand(deriveState(view.acts.slice(0, seq)))
    .map(({ title, count }) => ({ title: `${title} (bản chính)`, quantity: String(count).padStart(2, "0") }))
    .slice(0, 200);

const FEE_WORDS = {
  kept: "Không hoàn trả",
  "give-back": "Hoàn trả cho người nộp",
} as const;
function feeWords(
  facts: NoticeFacts,
  { fee, feeBasis }: { readonly fee?: FeeTreatment; readonly feeBasis?: string },
): { feeTreatment?: string } {
  if (facts.debts.every((debt) => !debt.payment)) return {};
  return fee === undefined || fee === "nothing-paid"
    ? { feeTreatment: "Lệ phí đã nộp được xử lý theo quy định của pháp luật về phí và lệ phí." }
    : { feeTreatment: [FEE_WORDS[fee], feeBasis].filter(Boolean).join(", ") };
}

/** Form 04 in the edition of the day it was written: a new appointment until 14/09/2025, a request for more time since. */
function apology(parts: PrintingParts, view: DossierView, act: Act<"reappointed">, facts: NoticeFacts): NoticeOrder {
  const forms = regimeOf(dayOfInstant(act.at))?.forms;
  const { number, originalDueAt, newDueAt, reason, unitAtFault } = act.data;
  const before = deriveState(view.acts.slice(0, act.seq));
  // The apology is the agency's own letter; the desk has a copy.
  const { desk = "", ...agency } = headOf(parts, view, act.at);
  return {
    kind: "apology",
    number,
    title: formTitle("apology", act.at).vi,
    data: {
      ...agency,
      ...formPart("apology", act.at),
      ...superior(act, facts),
      receivedAt: before.acceptedAt ?? before.filedAt,
      field: view.procedure.field.title.vi,
      forwardedTo: [...new Set(before.cooperations.map(({ unitName }) => unitName))],
      originalDueAt,
      newDueAt,
      reason,
      unitAtFault,
      asksForTime: forms !== "01/2018/TT-VPCP",
      copiesTo: ["Như trên", desk, "Lưu: VT, hồ sơ"],
    },
  };
}

/**
 * Whether an act leaves a paper on its day: there was no stop notice before 15/09/2025, and for cash the counter wrote its
 * receipt.
 */
export const leavesNotice = (act: Act): boolean =>
  ACTS_WITH_NOTICE.includes(act.kind) &&
  ((act.kind !== "stopped" && act.kind !== "withdrawn") || regimeOf(dayOfInstant(act.at))?.stopNotice !== null) &&
  !(act.kind === "fee-paid" && act.data.way === "cash");

function receipt(parts: PrintingParts, view: DossierView, act: Act<"accepted">, facts: NoticeFacts): NoticeOrder {
  const { row, edition } = view;
  const context = {
    on: dayOfInstant(act.at),
    applicant: view.state.filer.as === "organisation" ? ("organisation" as const) : ("person" as const),
  };
  const components = [
    { title: "Tờ khai điện tử", kind: "Bản điện tử", quantity: "1" },
    ...shownPapers(edition, row.answers, context)
      .map((paper) => ({ paper, count: row.papers.filter((sent) => sent.paper === paper.key).length }))
      .filter(({ count }) => count > 0)
      .map(({ paper, count }) => ({
        title: paper.title.vi,
        kind: KIND_OF_PAPER[row.papers.find((sent) => sent.paper === paper.key)?.original ?? "none"],
        quantity: String(count),
      })),
  ];
  const { number } = act.data;
  return {
    kind: "receipt",
    ...(number ? { number } : {}),
    data: {
      ...headOf(parts, view, act.at),
      ...formPart("receipt", act.at),
      ...takes(view),
      officer: { role: "Người tiếp nhận hồ sơ", name: act.by.name },
      // One volume a year; the place in it is the number of the receipt.
      ...(number ? { register: { book: dayOfInstant(act.at).slice(0, 4), serial: number.split("/")[0] ?? "" } } : {}),
      bring: BRING,
      components,
      sets: "01",
      statutoryTime: deadlineInWords(edition).vi,
      receivedAt: act.at,
      // Where the clock waits for the fee no day can be promised yet; the paper says from when it runs.
      ...(act.data.dueAt === null ? {} : { dueAt: act.data.dueAt }),
      resultWay: "Cổng trực tuyến Một Cửa; bản giấy tại Bộ phận Tiếp nhận và Trả kết quả khi có yêu cầu",
      fees: facts.debts
        .filter((debt) => debt.cancelledAt === null)
        .map((debt) => ({ title: debt.title, amountDong: debt.amount, state: feeState(debt) })),
      online: row.channel !== "desk",
      ...(view.state.filer.helper ? { helper: helperWords(view.state.filer.helper) } : {}),
    },
  };
}

const BRING = "giấy này (hoặc mã hồ sơ) và thẻ căn cước hoặc tài khoản định danh điện tử của người nhận";

const feeState = (debt: DebtWithPayment): string =>
  debt.paidAt !== null ? "Đã nộp" : debt.paid > 0 ? "Nộp một phần" : "Chưa nộp";

/** Only shown, the original went back with its owner and a copy is on file. */
const KIND_OF_PAPER = { kept: "Bản chính", shown: "Bản sao, đã đối chiếu bản chính", none: "Bản điện tử" } as const;

const helperWords = ({ name, unitName }: { readonly name: string; readonly unitName?: string }): string =>
  unitName ? `${name}, ${unitName}` : name;

function paymentReceipt(
  parts: PrintingParts,
  view: DossierView,
  act: Act<"fee-paid">,
  facts: NoticeFacts,
): NoticeOrder | null {
  const debt = facts.debts.find((d) => d.id === act.data.debt);
  // For cash the counter has written its receipt; a second one for the same money is never made.
  if (!debt?.payment || act.data.way === "cash") return null;
  return {
    kind: "payment-receipt",
    number: debt.payment.receiptNumber,
    data: {
      ...headOf(parts, view, act.at),
      items: [{ title: debt.title, amountDong: act.data.amountDong }],
      reference: debt.reference,
      bankTransaction: debt.payment.bankTransaction,
      paidAt: debt.payment.paidAt,
      way: "Chuyển khoản qua ngân hàng (VietQR)",
    },
  };
}

function acknowledgement(
  parts: PrintingParts,
  view: DossierView,
  act: Act<"acknowledged">,
  facts: NoticeFacts,
): NoticeOrder {
  const { stays } = facts;
  const first = stays[0];
  const country = (code: string): string => (code === "VNM" ? "Việt Nam" : code);
  return {
    kind: "stay-acknowledgement",
    data: {
      ...headOf(parts, view, act.at),
      host: {
        name: first?.hostName ?? view.row.ownerName,
        address: first
          ? parts.catalogue.showAddress({ commune: first.communeCode, line: first.addressLine }, "vi")
          : "",
      },
      guests: stays.map((stay) => ({
        name: stay.guestName,
        birth: stay.guestBirth ? showPartialDate(stay.guestBirth) : "",
        document: stay.documentNumber,
        nationality: country(stay.nationality),
        ...(stay.room ? { room: stay.room } : {}),
        arrivedAt: stay.arrivedAt,
        leavesOn: stay.leavesOn,
      })),
      notifiedAt: act.at,
      dueAt: Math.min(...stays.map((stay) => stay.dueAt)),
      onTime: act.data.onTime ?? true,
    },
  };
}
