import { z } from "zod";
import { dong, showDong } from "../../kernel/dong.ts";
import {
  dayOfInstant,
  type Instant,
  isoInstant,
  minuteOfInstant,
  monthOf,
  type PlainDate,
  parseIsoDate,
  showDate,
  showInstant,
  yearOf,
} from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import { inWords } from "./in-words.ts";
import { printable } from "./printable.ts";

/** What each paper must be told. The shapes check, and turn every value into the words that are printed. */

const Line = z.string().max(20_000).transform(printable);
/** A number that must not break at the end of a line. */
const Phone = Line.transform((value) => value.replaceAll(" ", "\u00a0"));
const Lines = z.array(Line).max(200);
const MomentShape = z.number().int();
/** `14 giờ 05 phút, ngày 29 tháng 7 năm 2026`. */
const Moment = MomentShape.transform(officialMoment);
/** `14:05, 29/07/2026`, for tables. */
const ShortMoment = MomentShape.transform(showInstant);
const Day = z
  .custom<PlainDate>((v) => typeof v === "string" && parseIsoDate(v) !== null, "not a day")
  .transform(showDate);
const Money = z.number().int().nonnegative();
const printedMoney = Money.transform((amount) => showDong(dong(amount)));

export const signatureShape = z.strictObject({
  role: z.enum(["person", "seal"]),
  name: Line,
  title: Line,
  unit: Line,
  /** When it was signed electronically; absent where a person's name only is printed, or the seal is still to come. */
  at: MomentShape.transform(
    (at) => `${showDate(dayOfInstant(at))} ${isoInstant(at).slice(11, 19)} ${isoInstant(at).slice(19)}`,
  ).optional(),
});

export type SignatureMark = z.input<typeof signatureShape>;

const head = {
  office: z.strictObject({ superior: Line.optional(), name: Line, place: Line }),
  desk: Line.optional(),
  dossier: z.strictObject({ code: Line, procedureCode: Line, procedureTitle: Line }),
  applicant: z.strictObject({
    name: Line,
    /** Personal identification number or tax code; stands in the square code too. */
    identifier: Line,
    address: Line.optional(),
    phone: Phone.optional(),
    email: Line.optional(),
    /** Whoever filed for them. */
    filer: Line.optional(),
  }),
  /** The day the paper bears, and the moment its file says it was made. */
  issuedAt: MomentShape,
  title: Line,
  number: Line.optional(),
  signatures: z.array(signatureShape).max(6),
  copiesTo: Lines.default([]),
  /** Where anybody can check the paper; printed at the foot. */
  lookupUrl: Line.optional(),
  /** The form it follows, where a circular sets one: printed at the top right of the first sheet. */
  form: z.strictObject({ number: Line, circular: Line }).optional(),
  /** Whose act the paper rests on; where they have not signed it themselves, their name stands under the seal. */
  officer: z.strictObject({ role: Line, name: Line }).optional(),
  /** Who takes the paper, on sheets that both sides sign. */
  submitter: Line.optional(),
  helpPhone: Phone.optional(),
  /** Which wrong paper it takes the place of, why, and what was put right. */
  correction: Line.optional(),
  /** Not signed yet, and marked so on every page. */
  draft: z.boolean().optional(),
};

const Fact = z.strictObject({ label: Line, value: Line });

const Guest = z.strictObject({
  name: Line,
  birth: Line,
  document: Line,
  nationality: Line,
  room: Line.optional(),
  arrivedAt: ShortMoment,
  leavesOn: Day,
});

export const paperShapes = {
  receipt: z.strictObject({
    ...head,
    components: z.array(z.strictObject({ title: Line, kind: Line, quantity: Line })).max(200),
    sets: Line,
    statutoryTime: Line,
    receivedAt: Moment,
    /** Absent while the time has not begun, as where it runs from the confirmed payment of the fee. */
    dueAt: Moment.optional(),
    resultWay: Line,
    fees: z.array(z.strictObject({ title: Line, amountDong: printedMoney, state: Line })).default([]),
    register: z.strictObject({ book: Line, serial: Line }).optional(),
    bring: Line.optional(),
    online: z.boolean(),
    /** Who helped the filer at the device. */
    helper: Line.optional(),
  }),
  "supplement-request": z.strictObject({
    ...head,
    items: z
      .array(z.strictObject({ what: Line, basis: Line, how: Line }))
      .min(1)
      .max(200),
    reason: Line,
    stage: z.enum(["intake", "appraisal"]),
    deadline: Day.optional(),
  }),
  refusal: z.strictObject({
    ...head,
    reason: Line,
    basis: Line,
    rightPlace: Line.optional(),
    stage: z.enum(["intake", "merits"]),
  }),
  "stop-notice": z.strictObject({
    ...head,
    askedBy: Line,
    askedOn: Day.optional(),
    reason: Line,
    basis: Line.optional(),
    returnedPapers: z
      .array(z.strictObject({ title: Line, quantity: Line }))
      .max(200)
      .default([]),
    feeTreatment: Line.optional(),
  }),
  apology: z.strictObject({
    ...head,
    originalDueAt: Moment,
    newDueAt: Moment,
    reason: Line,
    unitAtFault: Line,
    /** The letter of 2018 makes a new appointment; that of 2025 asks for more time. */
    asksForTime: z.boolean(),
    receivedAt: Moment,
    field: Line,
    /** The agencies that had it for an opinion or their part. */
    forwardedTo: Lines.default([]),
  }),
  "control-sheet": z.strictObject({
    ...head,
    receivedAt: Moment.optional(),
    dueAt: Moment.optional(),
    leadUnit: Line,
    cooperating: Lines.default([]),
    handOvers: z
      .array(
        z.strictObject({
          from: Line,
          to: Line,
          handedAt: ShortMoment,
          takenAt: ShortMoment,
          giver: Line,
          taker: Line,
          /** When the giver's part was to be done. */
          limit: ShortMoment.optional(),
          outcome: z.enum(["early", "on-time", "late"]).optional(),
          note: Line,
        }),
      )
      .max(2_000),
  }),
  "payment-receipt": z
    .strictObject({
      ...head,
      items: z
        .array(z.strictObject({ title: Line, amountDong: Money }))
        .min(1)
        .max(50),
      reference: Line,
      bankTransaction: Line,
      paidAt: Moment,
      way: Line,
    })
    .transform((paper) => {
      const total = paper.items.reduce((sum, item) => sum + item.amountDong, 0);
      return {
        ...paper,
        items: paper.items.map((item) => ({ title: item.title, amount: showDong(dong(item.amountDong)) })),
        total: showDong(dong(total)),
        totalInWords: capitalised(`${inWords(total)} đồng`),
      };
    }),
  "stay-acknowledgement": z.strictObject({
    ...head,
    host: z.strictObject({ name: Line, address: Line, kind: Line.optional() }),
    guests: z.array(Guest).min(1).max(10_000),
    notifiedAt: Moment,
    dueAt: Moment,
    onTime: z.boolean(),
  }),
  "temporary-residence-result": z.strictObject({
    ...head,
    outcome: z.enum(["registered", "extended", "deleted", "refused"]),
    birth: Line,
    address: Line,
    headOfHousehold: Line.optional(),
    relationToHead: Line.optional(),
    from: Day.optional(),
    until: Day.optional(),
    members: z
      .array(z.strictObject({ name: Line, birth: Line, number: Line, relation: Line }))
      .max(100)
      .default([]),
    reason: Line.optional(),
    basis: Lines.default([]),
  }),
  "seal-certificate": z.strictObject({
    ...head,
    organisation: Line,
    headOffice: Line.optional(),
    sealKind: Line,
    quantity: Line,
    validFrom: Day,
    issueNumber: Line.optional(),
    replaces: Line.optional(),
    basis: Lines.default([]),
    /** The impression, as a PNG or JPEG picture. */
    specimen: z
      .strictObject({ base64: z.base64().max(2_000_000), format: z.enum(["png", "jpg"]) })
      .transform(({ base64, format }) => ({ bytes: [...Buffer.from(base64, "base64")], format }))
      .optional(),
  }),
  "result-notice": z.strictObject({
    ...head,
    about: Line,
    outcome: z.enum(["granted", "refused"]),
    facts: z.array(Fact).max(100).default([]),
    paragraphs: Lines.default([]),
    reason: Line.optional(),
    basis: Lines.default([]),
  }),
} as const;

export type PaperKind = keyof typeof paperShapes;
/** What the template of a kind is told, signatures and title included. */
export type PaperInput<K extends PaperKind = PaperKind> = z.input<(typeof paperShapes)[K]>;

/** The usual name of each paper; the forms of the one-stop desk are named by the law of their day (`oneStopFormOn`). */
export const paperTitles = {
  receipt: text("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Receipt of a dossier and appointment for the result"),
  "supplement-request": text("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "Request to complete a dossier"),
  refusal: text("Phiếu từ chối tiếp nhận giải quyết hồ sơ", "Refusal to accept a dossier"),
  "stop-notice": text("Thông báo dừng giải quyết hồ sơ", "Notice that a dossier is stopped"),
  apology: text("Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết", "Apology and request for more time"),
  "control-sheet": text("Phiếu kiểm soát quá trình giải quyết hồ sơ", "Control sheet of the handling of a dossier"),
  "payment-receipt": text("Biên lai thu phí, lệ phí", "Receipt of fees paid"),
  "stay-acknowledgement": text("Phiếu xác nhận tiếp nhận thông báo lưu trú", "Acknowledgement of a stay notice"),
  "temporary-residence-result": text(
    "Thông báo về kết quả giải quyết đăng ký cư trú",
    "Notice of the result of a residence registration",
  ),
  "seal-certificate": text("Giấy chứng nhận đăng ký mẫu con dấu", "Certificate of registration of a seal specimen"),
  "result-notice": text(
    "Thông báo kết quả giải quyết thủ tục hành chính",
    "Notice of the result of an administrative procedure",
  ),
} as const satisfies Record<PaperKind, Text>;

export const paperKinds = Object.keys(paperShapes) as PaperKind[];

/** `ngày 05 tháng 02 năm 2026`: days below ten and the first two months bear a nought (Decree 30/2020, annex I). */
export function officialDate(date: PlainDate): string {
  const month = monthOf(date);
  return `ngày ${date.slice(8)} tháng ${month < 3 ? `0${month}` : month} năm ${yearOf(date)}`;
}

function officialMoment(at: Instant): string {
  const minutes = minuteOfInstant(at);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))} giờ ${two(minutes % 60)} phút, ${officialDate(dayOfInstant(at))}`;
}

const capitalised = (value: string): string => value.charAt(0).toUpperCase() + value.slice(1);
