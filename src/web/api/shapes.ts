import { z } from "zod";

/** What the API answers with. The document prints these shapes, and the code that answers is checked against them. */

const TextShape = z.union([z.strictObject({ vi: z.string(), en: z.string() }), z.string()]).meta({
  id: "Text",
  description: "Hai ngôn ngữ; với ?lang= là một chuỗi / both languages, or with ?lang= one string",
});
const BothShape = z.strictObject({ vi: z.string(), en: z.string() }).meta({ id: "BothLanguages" });
const Moment = z
  .string()
  .meta({ format: "date-time", description: "RFC 3339, +07:00", examples: ["2026-11-23T09:15:00+07:00"] });
const Day = z.string().meta({ format: "date" });
const Money = z.int().meta({ description: "đồng" });

const CitationShape = z
  .strictObject({
    source: z.string(),
    name: z.string(),
    title: z.string(),
    article: z.string(),
    evidence: z.string(),
    note: z.string().optional(),
  })
  .meta({
    id: "Citation",
    description: "Điều, khoản của văn bản và mức độ kiểm chứng / a place in a legal text and how far it is proven",
  });

export const ProcedureSummaryShape = z
  .strictObject({
    key: z.string(),
    code: z.string(),
    title: TextShape,
    summary: TextShape,
    field: TextShape,
    edition: z.string(),
    deadline: TextShape,
    href: z.string(),
  })
  .meta({ id: "ProcedureSummary" });
export type ProcedureSummary = z.infer<typeof ProcedureSummaryShape>;

const PartShape = z.looseObject({ key: z.string() });
export const ProcedureShape = z
  .strictObject({
    key: z.string(),
    code: z.string(),
    title: TextShape,
    summary: TextShape,
    field: TextShape,
    on: Day,
    edition: z.strictObject({ id: z.string(), from: Day, until: Day.nullable() }),
    applicants: z.array(z.string()),
    who: TextShape,
    channels: z.array(z.string()),
    assurance: z.int(),
    papers: z.array(PartShape),
    fees: z.array(
      z.strictObject({
        channel: z.string(),
        items: z.array(
          z.strictObject({
            key: z.string(),
            title: TextShape,
            amount: Money.nullable(),
            perEntryOf: z.string().nullable(),
            conditional: z.boolean(),
          }),
        ),
      }),
    ),
    deadline: z.strictObject({
      unit: z.string(),
      count: z.int().nullable(),
      countedFrom: z.string().nullable(),
      text: TextShape,
      ifAcceptedNow: z.strictObject({ acceptedAt: Moment, dueAt: Moment, steps: z.array(TextShape) }).nullable(),
      basis: z.array(CitationShape),
    }),
    competence: z.strictObject({
      level: z.string(),
      unit: z.string().nullable(),
      byAddress: z.string(),
      basis: z.array(CitationShape),
    }),
    handling: z.string(),
    result: TextShape,
    basis: z.array(CitationShape),
    form: z.strictObject({ pages: z.array(PartShape), answers: z.string() }),
  })
  .meta({ id: "Procedure" });
export type ProcedureFacts = z.infer<typeof ProcedureShape>;

const OfficeShape = z.strictObject({ id: z.string(), agencyCode: z.string(), name: BothShape }).meta({ id: "Office" });

const DebtShape = z.strictObject({
  key: z.string(),
  title: z.string(),
  amount: Money,
  reference: z.string(),
  vietQr: z.string().meta({ description: "Nội dung mã VietQR / the text of the QR" }),
});
const LinksShape = z.strictObject({
  self: z.string(),
  page: z.string(),
  documents: z.string(),
  evidence: z.string().meta({ description: "Bằng chứng trong nhật ký minh bạch / evidence in the transparency log" }),
});

export const ReceiptShape = z
  .strictObject({
    code: z.string(),
    procedure: z.string(),
    edition: z.string(),
    status: z.string(),
    statusName: BothShape,
    nationalStatus: z.int(),
    office: OfficeShape,
    filedAt: Moment,
    dueAt: Moment.nullable(),
    stays: z.strictObject({ registered: z.int(), onTime: z.boolean().nullable() }).optional(),
    fees: z.array(DebtShape),
    receipt: LinksShape,
  })
  .meta({
    id: "FilingReceipt",
    examples: [
      {
        code: "G01.079.1A-261123-010001",
        procedure: "temporary-residence",
        edition: "from-2026-08-05",
        status: "filed",
        statusName: { vi: "Chờ tiếp nhận", en: "Waiting to be accepted" },
        nationalStatus: 1,
        office: {
          id: "ca-26740",
          agencyCode: "G01.079.1A",
          name: { vi: "Công an phường Sài Gòn", en: "Police of Sai Gon Ward" },
        },
        filedAt: "2026-11-23T09:15:00+07:00",
        dueAt: null,
        fees: [
          {
            key: "registration",
            title: "Lệ phí đăng ký tạm trú",
            amount: 7000,
            reference: "MC79A1B2C3",
            vietQr: "000201…",
          },
        ],
        receipt: {
          self: "/api/v1/dossiers/G01.079.1A-261123-010001",
          page: "https://example.vn/ho-so/G01.079.1A-261123-010001",
          documents: "/api/v1/dossiers/G01.079.1A-261123-010001/documents",
          evidence: "/api/v1/dossiers/G01.079.1A-261123-010001/evidence",
        },
      },
    ],
  });
export type Receipt = z.infer<typeof ReceiptShape>;

const statusMembers = {
  code: z.string(),
  procedure: z.strictObject({ key: z.string(), code: z.string(), title: BothShape }),
  status: z.string(),
  statusName: BothShape,
  nationalStatus: z
    .int()
    .meta({ description: "Trạng thái của hệ thống quốc gia, 1–10 / the national system's status" }),
  office: OfficeShape,
  filedAt: Moment,
  dueAt: Moment.nullable(),
};
export const PublicDossierShape = z
  .strictObject(statusMembers)
  .meta({ id: "PublicDossier", description: "Không có dữ liệu cá nhân / no personal data" });
export type PublicDossier = z.infer<typeof PublicDossierShape>;

export const DossierShape = z
  .strictObject({
    ...statusMembers,
    version: z.int().meta({ description: "Gửi lại trong If-Match / send it in If-Match" }),
    edition: z.string(),
    channel: z.string(),
    owner: z.strictObject({ name: z.string(), number: z.string() }),
    acceptedAt: Moment.nullable(),
    closedAt: Moment.nullable(),
    outcome: z.enum(["grant", "refuse"]).nullable(),
    number: z.string().nullable(),
    money: z.string(),
    fees: z.array(
      DebtShape.extend({
        vietQr: z.string().nullable(),
        state: z.string(),
        paidAt: Moment.nullable(),
        receiptNumber: z.string().nullable(),
      }),
    ),
    supplement: z
      .strictObject({
        at: Moment,
        items: z.array(z.strictObject({ what: z.string(), basis: z.string(), how: z.string() })),
      })
      .nullable(),
    allowedActs: z.array(z.string()),
    timeline: z.array(
      z.strictObject({
        seq: z.int(),
        act: z.string(),
        name: BothShape,
        at: Moment,
        by: z.enum(["filer", "office", "system"]),
      }),
    ),
    answers: z.looseObject({}),
    papers: z.array(
      z.strictObject({
        paper: z.string(),
        name: z.string(),
        sha256: z.string(),
        sizeBytes: z.int(),
        mediaType: z.string(),
      }),
    ),
    stays: z
      .array(
        z.strictObject({
          entry: z.string(),
          guest: z.string(),
          document: z.string(),
          arrivedAt: Moment,
          leavesOn: Day,
          onTime: z.boolean(),
          ended: z.string().nullable(),
        }),
      )
      .optional(),
    documents: z.array(z.strictObject({ title: BothShape, href: z.string() })),
  })
  .meta({ id: "Dossier" });
export type DossierFacts = z.infer<typeof DossierShape>;
