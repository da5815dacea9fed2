import { shownPapers } from "../../../engine/form/index.ts";
import { deadlineInWords } from "../../../engine/reckoning/deadline.ts";
import type { Act, ActKind } from "../../../engine/state/index.ts";
import { dayOfInstant, showPartialDate } from "../../../kernel/plain-date.ts";
import type { PaperData, PaperKind } from "../../documents/index.ts";
import type { DebtWithPayment } from "../../payments/index.ts";
import type { StayRow } from "../../registers/index.ts";
import type { DossierView } from "../dossiers.ts";
import { headOf, type PrintingParts } from "./head.ts";

/** The papers that an act of the office leaves behind: forms 01, 02, 03 and 05, the fee receipt, the stay notice. */
export type NoticeOrder = {
  readonly [K in PaperKind]: { readonly kind: K; readonly number?: string; readonly data: PaperData<K> };
}[PaperKind];

/** What more must be read from the tables for these papers. */
export type NoticeFacts = { readonly debts: readonly DebtWithPayment[]; readonly stays: readonly StayRow[] };

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
          items: [...act.data.items],
          reason: act.data.reason || "Hồ sơ chưa đầy đủ, chưa hợp lệ",
          stage: act.data.stage,
        },
      };
    case "refused-intake":
      return {
        kind: "refusal",
        number: act.data.number,
        data: { ...headOf(parts, view, act.at), reason: act.data.reason, basis: act.data.basis, stage: "intake" },
      };
    case "stopped":
      return {
        kind: "stop-notice",
        number: act.data.number,
        data: {
          ...headOf(parts, view, act.at),
          askedBy: "Cơ quan giải quyết hồ sơ",
          reason: act.data.reason,
          basis: act.data.basis,
          returnedPapers: papersBack(view),
          ...feeWords(facts),
        },
      };
    case "withdrawn":
      return {
        kind: "stop-notice",
        number: act.data.number,
        data: {
          ...headOf(parts, view, act.at),
          askedBy: view.row.filerName,
          askedOn: dayOfInstant(act.at),
          reason: act.data.reason || "Theo đề nghị của người nộp hồ sơ",
          returnedPapers: papersBack(view),
          ...feeWords(facts),
        },
      };
    case "fee-paid":
      return paymentReceipt(parts, view, act, facts);
    case "acknowledged":
      return facts.stays.length > 0 ? acknowledgement(parts, view, act, facts) : null;
    default:
      return null;
  }
}

/** The acts after which a paper exists for the person. */
export const ACTS_WITH_NOTICE: readonly ActKind[] = [
  "accepted",
  "supplement-requested",
  "refused-intake",
  "stopped",
  "withdrawn",
  "fee-paid",
  "acknowledged",
];

const papersBack = (view: DossierView): string[] => view.row.papers.map((paper) => paper.name).slice(0, 200);
const feeWords = (facts: NoticeFacts): { feeTreatment?: string } =>
  facts.debts.some((debt) => debt.payment)
    ? { feeTreatment: "Lệ phí đã nộp được xử lý theo quy định của pháp luật về phí và lệ phí." }
    : {};

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
  return {
    kind: "receipt",
    data: {
      ...headOf(parts, view, act.at),
      components,
      sets: "01",
      statutoryTime: deadlineInWords(edition).vi,
      receivedAt: act.at,
      // Where the clock waits for the fee no day can be promised yet; the paper says from when it runs.
      ...(act.data.dueAt === null ? {} : { dueAt: act.data.dueAt }),
      resultWay: "Cổng trực tuyến Một Cửa; bản giấy tại Bộ phận Tiếp nhận và Trả kết quả khi có yêu cầu",
      fees: facts.debts
        .filter((debt) => debt.cancelledAt === null)
        .map((debt) => ({ title: debt.title, amountDong: debt.amount, state: debt.payment ? "Đã nộp" : "Chưa nộp" })),
      online: row.channel !== "desk",
      submitter: row.filerName,
      ...(view.state.filer.helper ? { helper: helperWords(view.state.filer.helper) } : {}),
    },
  };
}

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
  if (!debt?.payment) return null;
  return {
    kind: "payment-receipt",
    number: debt.payment.receiptNumber,
    data: {
      ...headOf(parts, view, act.at),
      items: [{ title: debt.title, amountDong: debt.amount }],
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
