import { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { loadCalculations } from "../../../law/index.ts";
import { editionOn } from "../../engine/definition/index.ts";
import { answerSchemas } from "../../engine/form/index.ts";
import { dayOfInstant } from "../../kernel/plain-date.ts";
import type { WebDeps } from "../context.ts";
import { ActShape } from "./acts.ts";
import { API_BASE } from "./facts.ts";
import { filingShape } from "./filing.ts";
import { CheckpointShape, ConsistencyShape, EvidenceShape, InclusionShape } from "./log-doors.ts";
import { answersName, filingName } from "./names.ts";
import { PROBLEM_TYPE, ProblemShape } from "./problem.ts";
import { DossierShape, ProcedureShape, ProcedureSummaryShape, PublicDossierShape, ReceiptShape } from "./shapes.ts";
import { VerificationAnswerShape, VerificationShape } from "./verification-shapes.ts";

/** The document of the API, made from the schemas that read and answer requests. It follows the editions of the day. */

type Registry = OpenAPIHono["openAPIRegistry"];
const json = (schema: z.ZodType) => ({ "application/json": { schema } });
const answer = (description: string, schema: z.ZodType, headers?: z.ZodObject) => ({
  description,
  content: json(schema),
  ...(headers ? { headers } : {}),
});
const PROBLEMS: { readonly [status: number]: string } = {
  400: "Không đọc được yêu cầu / cannot be read",
  401: "Thiếu hoặc sai khóa truy cập / no key, or a wrong one",
  403: "Không được phép / not allowed",
  404: "Không tìm thấy / not found",
  409: "Xung đột với dữ liệu đã có / conflicts with what is there",
  412: "Hồ sơ đã thay đổi / changed meanwhile",
  413: "Quá lớn / too large",
  415: "Không phải JSON / not JSON",
  422: "Thông tin cần sửa / must be put right",
  428: "Cần If-Match / If-Match is needed",
  429: "Quá nhiều yêu cầu / too many requests",
};
const problems = (...statuses: readonly number[]) =>
  Object.fromEntries(
    [...statuses, 500].map((status) => [
      status,
      { description: PROBLEMS[status] ?? "Sự cố / trouble", content: { [PROBLEM_TYPE]: { schema: ProblemShape } } },
    ]),
  );

const CODE = z.object({
  code: z.string().meta({ description: "Mã hồ sơ / dossier code", examples: ["G01.079.1A-261123-010001"] }),
});
const DAY = z
  .string()
  .optional()
  .meta({ format: "date", description: "Ngày áp dụng, mặc định hôm nay / the day; today unless given" });
const LANG = z
  .enum(["vi", "en"])
  .optional()
  .meta({ description: "Mọi văn bản chỉ bằng một ngôn ngữ / every text in one language" });
const secured = [{ bearer: [] }];

/** @returns the OpenAPI 3.1 document of this day. */
export async function describeApi(deps: WebDeps): Promise<object> {
  const app = new OpenAPIHono();
  const registry = app.openAPIRegistry;
  registry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    description: "Khóa truy cập của phần mềm / key of a connected program. A revoked key may work on for five seconds.",
  });
  describeProcedures(registry);
  describeFiling(registry, deps);
  describeDossiers(registry);
  describeLog(registry);
  describeVerifications(registry);
  describeOthers(registry, [...(await loadCalculations()).calculations.keys()]);
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Một Cửa",
      version: "1",
      description:
        "Cổng dành cho phần mềm: cùng quy định, cùng biểu mẫu với trang web. / The door for programs: the same rules and forms as the pages.",
      license: { name: "AGPL-3.0-or-later", url: "https://www.gnu.org/licenses/agpl-3.0.html" },
    },
    servers: [{ url: `${deps.settings.publicUrl}${API_BASE}` }],
  });
}

function describeProcedures(registry: Registry): void {
  const list = z.strictObject({ on: z.string(), count: z.int(), procedures: z.array(ProcedureSummaryShape) });
  registry.registerPath({
    method: "get",
    path: "/procedures",
    operationId: "listProcedures",
    summary: "Tìm thủ tục, gõ không dấu cũng được / find procedures, accents do not count",
    request: { query: z.object({ q: z.string().max(200).optional(), on: DAY, lang: LANG }) },
    responses: { 200: answer("Thủ tục đang áp dụng / procedures in force", list), ...problems(400) },
  });
  registry.registerPath({
    method: "get",
    path: "/procedures/{code}",
    operationId: "getProcedure",
    summary: "Một thủ tục trong một ngày / one procedure as of a day",
    request: {
      params: z.object({
        code: z.string().meta({
          description: "Mã quốc gia hoặc khóa / national code or key",
          examples: ["2.001159", "stay-notification"],
        }),
      }),
      query: z.object({ on: DAY, lang: LANG }),
    },
    responses: { 200: answer("Thủ tục / the procedure", ProcedureShape), ...problems(400, 404) },
  });
}

function describeFiling(registry: Registry, deps: WebDeps): void {
  const on = dayOfInstant(deps.clock.now());
  const filings = deps.procedures.flatMap((procedure) => {
    const edition = editionOn(procedure, on);
    if (!edition) return [];
    const answers = registry.register(
      answersName(procedure),
      answerSchemas(edition).meta({ description: `${procedure.title.vi} / ${procedure.title.en} (${edition.id})` }),
    );
    return [registry.register(filingName(procedure), filingShape(procedure, edition, answers))];
  });
  const key = z.object({
    "idempotency-key": z
      .string()
      .min(1)
      .max(200)
      .meta({
        description: "Cùng khóa, cùng nội dung: một hồ sơ / same key, same content: one dossier",
        examples: ["hotel-42-2026-11-10"],
      }),
    "Admission-Ticket": z.string().max(80).optional().meta({
      description: "Vé trong câu trả lời 503 “busy” / the ticket of a 503 answer “busy”",
    }),
  });
  const replayed = z.object({ "Idempotency-Replayed": z.literal("true") });
  registry.registerPath({
    method: "post",
    path: "/dossiers",
    operationId: "fileDossier",
    summary: "Nộp hồ sơ / file a dossier",
    security: secured,
    request: { headers: key, body: { required: true, content: json(z.union(filings)) } },
    responses: {
      201: answer("Đã ghi nhận / filed", ReceiptShape, z.object({ Location: z.string() })),
      200: answer("Đã nộp trước đó với cùng khóa / filed before with the same key", ReceiptShape, replayed),
      ...problems(400, 401, 403, 409, 413, 415, 422, 429, 503),
    },
  });
}

function describeDossiers(registry: Registry): void {
  const etag = z.object({ ETag: z.string() });
  registry.registerPath({
    method: "get",
    path: "/dossiers/{code}",
    operationId: "getDossier",
    summary: "Tình trạng hồ sơ; đầy đủ cho người nộp / where it stands; everything for its filer",
    security: [{}, ...secured],
    request: { params: CODE },
    responses: {
      200: answer("Hồ sơ / the dossier", z.union([DossierShape, PublicDossierShape]), etag),
      ...problems(401, 404, 429),
    },
  });
  registry.registerPath({
    method: "post",
    path: "/dossiers/{code}/acts",
    operationId: "actOnDossier",
    summary: "Rút, bổ sung, đính chính, hủy / withdraw, supplement, correct, cancel",
    security: secured,
    request: {
      params: CODE,
      headers: z.object({
        "if-match": z.string().meta({ description: "ETag của hồ sơ / of the dossier", examples: ['"3"'] }),
      }),
      body: { required: true, content: json(ActShape) },
    },
    responses: {
      200: answer("Hồ sơ sau việc này / the dossier afterwards", DossierShape, etag),
      ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429),
    },
  });
  const documents = z.strictObject({ documents: DossierShape.shape.documents });
  registry.registerPath({
    method: "get",
    path: "/dossiers/{code}/documents",
    operationId: "listDocuments",
    summary: "Giấy tờ của hồ sơ / papers of a dossier",
    security: secured,
    request: { params: CODE },
    responses: { 200: answer("Giấy tờ / papers", documents), ...problems(401, 404, 429) },
  });
  registry.registerPath({
    method: "get",
    path: "/dossiers/{code}/documents/{name}",
    operationId: "getDocument",
    summary: "Một giấy tờ, PDF đã ký số / one paper, a signed PDF",
    security: secured,
    request: {
      params: CODE.extend({
        name: z.string().meta({
          description: "Số của bước, hoặc “result” / number of the act, or “result”",
          examples: ["2", "result"],
        }),
      }),
    },
    responses: {
      200: { description: "PDF", content: { "application/pdf": { schema: z.string().meta({ format: "binary" }) } } },
      ...problems(401, 404, 429),
    },
  });
}

function describeLog(registry: Registry): void {
  registry.registerPath({
    method: "get",
    path: "/log/checkpoint",
    operationId: "getLogCheckpoint",
    summary: "Điểm kiểm tra mới nhất của nhật ký minh bạch / the log's newest checkpoint",
    security: [{}, ...secured],
    responses: { 200: answer("Điểm kiểm tra / the checkpoint", CheckpointShape), ...problems(401, 404, 429) },
  });
  registry.registerPath({
    method: "get",
    path: "/log/proof",
    operationId: "proveInclusion",
    summary: "Chứng minh một lá có trong nhật ký / prove that a leaf stands in the log",
    security: [{}, ...secured],
    request: {
      query: z.object({
        leaf: z.string().optional().meta({ description: "Số thứ tự của lá / index of the leaf" }),
        act: z.string().optional().meta({ format: "uuid", description: "Mã hành vi / id of an act" }),
      }),
    },
    responses: { 200: answer("Chứng minh / the proof", InclusionShape), ...problems(400, 401, 404, 429) },
  });
  registry.registerPath({
    method: "get",
    path: "/log/consistency",
    operationId: "proveConsistency",
    summary: "Chứng minh nhật ký chỉ được nối thêm / prove that the log only grew",
    security: [{}, ...secured],
    request: {
      query: z.object({
        from: z.string().meta({ description: "Số lá trước / the smaller size" }),
        to: z
          .string()
          .optional()
          .meta({ description: "Số lá sau, mặc định mới nhất / the larger; the newest unless given" }),
      }),
    },
    responses: { 200: answer("Chứng minh / the proof", ConsistencyShape), ...problems(400, 401, 404, 429) },
  });
  registry.registerPath({
    method: "get",
    path: "/dossiers/{code}/evidence",
    operationId: "getEvidence",
    summary: "Bằng chứng của hồ sơ để kiểm tra ngoại tuyến / evidence of a dossier, to be checked offline",
    security: secured,
    request: { params: CODE },
    responses: { 200: answer("Bằng chứng / the evidence", EvidenceShape), ...problems(401, 404, 429) },
  });
}

function describeVerifications(registry: Registry): void {
  registry.registerComponent("securitySchemes", "signature", {
    type: "apiKey",
    in: "header",
    name: "Signature",
    description:
      "RFC 9421: Signature-Input và Signature trên @method, @target-uri, content-digest (RFC 9530), content-type, idempotency-key; created, nonce, keyid, tag=motcua. Câu trả lời cũng được ký. / Answers are signed too.",
  });
  const signed = [...secured, { signature: [] }];
  const key = z.object({
    "idempotency-key": z.string().min(1).max(200).meta({
      description: "Cùng khóa, cùng nội dung: cùng một lần hỏi / same key, same content: the same call",
    }),
  });
  registry.registerPath({
    method: "post",
    path: "/verifications",
    operationId: "verifyPerson",
    summary: "Đối chiếu thông tin một người, chỉ trả lời khớp hay không / compare a person's data, field by field",
    security: signed,
    request: { headers: key, body: { required: true, content: json(VerificationShape) } },
    responses: {
      200: answer("Trả lời từng mục / an answer a field", VerificationAnswerShape),
      ...problems(400, 401, 403, 409, 413, 415, 422, 429, 503),
    },
  });
  registry.registerPath({
    method: "post",
    path: "/verifications/batch",
    operationId: "verifyPeople",
    summary: "Đối chiếu theo tệp CSV, mỗi dòng một người / by a CSV file, a person a line",
    security: signed,
    request: {
      headers: key,
      query: VerificationShape.pick({ purpose: true, ground: true, procedure: true }),
      body: { required: true, content: { "text/csv": { schema: z.string() } } },
    },
    responses: {
      200: { description: "CSV", content: { "text/csv": { schema: z.string() } } },
      ...problems(400, 401, 403, 413, 415, 422, 429, 503),
    },
  });
  registry.registerPath({
    method: "get",
    path: "/verifications/keys",
    operationId: "listMessageKeys",
    summary: "Khóa công khai ký câu trả lời (RFC 7517) / public keys that sign our answers",
    responses: { 200: answer("JWK Set", z.strictObject({ keys: z.array(z.looseObject({ kid: z.string() })) })) },
  });
}

function describeOthers(registry: Registry, calculations: readonly string[]): void {
  const step = z.strictObject({
    rule: z.string(),
    text: z.strictObject({ vi: z.string(), en: z.string() }),
    result: z.unknown(),
  });
  const citation = z.strictObject({
    document: z.string(),
    article: z.string(),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
    confidence: z.string(),
  });
  registry.registerPath({
    method: "post",
    path: "/calculations/{name}",
    operationId: "calculate",
    summary: "Tính theo luật, kèm cách tính và căn cứ / reckon by the law, with steps and citations",
    request: {
      params: z.object({ name: z.enum(calculations) }),
      body: { required: true, content: json(z.looseObject({})) },
    },
    responses: {
      200: answer(
        "Kết quả / the answer",
        z.strictObject({ value: z.looseObject({}), steps: z.array(step), citations: z.array(citation) }),
      ),
      ...problems(400, 404, 413, 415, 422),
    },
  });
  registry.registerPath({
    method: "post",
    path: "/bank/notices",
    operationId: "receiveBankNotice",
    summary: "Ngân hàng báo có, ký HMAC / the bank tells of money, signed",
    request: { body: { required: true, content: json(z.looseObject({})) } },
    responses: {
      200: answer("Đã nhận / received", z.strictObject({ received: z.literal(true) })),
      401: { description: "Chữ ký sai hoặc quá cũ / wrong or stale signature" },
      422: { description: "Tài khoản khác / another account" },
      ...problems(400, 413),
    },
  });
  registry.registerPath({
    method: "post",
    path: "/sms/reports",
    operationId: "receiveSmsReport",
    summary: "Nhà cung cấp báo kết quả tin nhắn, ký HMAC / the provider reports on a text, signed",
    request: { body: { required: true, content: json(z.looseObject({})) } },
    responses: {
      200: answer("Đã nhận / received", z.strictObject({ outcome: z.literal("taken") })),
      401: { description: "Chữ ký sai hoặc quá cũ / wrong or stale signature" },
      404: { description: "Không có tin nhắn này / no such text" },
      422: { description: "Nội dung sai / malformed" },
      ...problems(413),
    },
  });
}
