import type { Context } from "hono";
import { z } from "zod";
import type { AnswerPath } from "../../engine/form/index.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Vars } from "../context.ts";

/** Every refusal of the API is a problem document (RFC 9457) with a Vietnamese and an English sentence. */

export type ApiContext = Context<{ Variables: Vars }>;

export const PROBLEM_TYPE = "application/problem+json";
const TYPE_PREFIX = "urn:motcua:problem:";

const PlaceShape = z
  .strictObject({
    pointer: z.string().meta({
      description: "JSON Pointer (RFC 6901) vào nội dung đã gửi / into what was sent",
      examples: ["/answers/guests/3/birth-date"],
    }),
    vi: z.string(),
    en: z.string(),
  })
  .meta({ id: "ProblemPlace" });
export type Place = z.infer<typeof PlaceShape>;

export const ProblemShape = z
  .looseObject({
    type: z.string().meta({
      description: "Tên lỗi, không đổi / the problem's stable name",
      examples: [`${TYPE_PREFIX}answers-invalid`],
    }),
    title: z.string(),
    titleEn: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: "Tiếng Việt" }),
    detailEn: z.string().meta({ description: "English" }),
    instance: z.string(),
    requestId: z.string(),
    problems: z.array(PlaceShape).optional(),
    codes: z.array(z.string()).optional(),
    error: z.unknown().optional(),
  })
  .meta({
    id: "Problem",
    description: "RFC 9457",
    examples: [
      {
        type: `${TYPE_PREFIX}answers-invalid`,
        title: "Thông tin cần sửa",
        titleEn: "Answers must be put right",
        status: 422,
        detail: "Một số thông tin cần sửa trước khi gửi.",
        detailEn: "Some answers must be put right before sending.",
        instance: "/api/v1/dossiers",
        requestId: "4f0f6f0c-6f0f-4d8b-9d0e-0f5f0c1d2e3f",
        problems: [
          {
            pointer: "/answers/guests/3/birth-date",
            vi: "Vui lòng nhập ngày, tháng, năm sinh.",
            en: "Enter: date of birth.",
          },
        ],
      },
    ],
  });

type Status = 400 | 401 | 403 | 404 | 405 | 406 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503;

/** Ends a request early. Thrown by whatever reads it; answered once, at the door. */
export class ApiProblem extends Error {
  readonly status: Status;
  readonly kind: string;
  readonly title: Text;
  readonly detail: Text;
  readonly more: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    status: Status,
    kind: string,
    title: Text,
    detail: Text,
    more: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(title.en);
    this.status = status;
    this.kind = kind;
    this.title = title;
    this.detail = detail;
    this.more = more;
    this.headers = headers;
  }
}

export function answerProblem(c: ApiContext, problem: ApiProblem): Response {
  const body = {
    type: `${TYPE_PREFIX}${problem.kind}`,
    title: problem.title.vi,
    titleEn: problem.title.en,
    status: problem.status,
    detail: problem.detail.vi,
    detailEn: problem.detail.en,
    instance: c.req.path,
    requestId: c.get("requestId") ?? "",
    ...problem.more,
  };
  return c.body(JSON.stringify(body), problem.status, {
    "content-type": PROBLEM_TYPE,
    "content-language": "vi, en",
    ...problem.headers,
  });
}

/** A place as a JSON Pointer. */
const pointer = (...path: AnswerPath): string =>
  path.map((part) => `/${String(part).toWellFormed().replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

export const place = (path: AnswerPath, sentence: Text): Place => ({
  pointer: pointer(...path),
  vi: sentence.vi,
  en: sentence.en,
});

/** 422: the request was understood, and these places of it must be put right. */
export const invalid = (
  problems: readonly Place[],
  kind = "answers-invalid",
  detail: Text = SOME_ANSWERS,
): ApiProblem =>
  new ApiProblem(422, kind, text("Thông tin cần sửa", "Answers must be put right"), detail, { problems });
const SOME_ANSWERS = text(
  "Một số thông tin cần sửa trước khi gửi; xem từng mục trong “problems”.",
  "Some answers must be put right before sending; see each in “problems”.",
);

export const notFoundProblem = (): ApiProblem =>
  new ApiProblem(
    404,
    "not-found",
    text("Không tìm thấy", "Not found"),
    text(
      "Không có dữ liệu tại địa chỉ này. Vui lòng kiểm tra lại địa chỉ hoặc mã.",
      "There is nothing at this address. Check the address or the code.",
    ),
  );

export const wrongMethod = (allow: string): ApiProblem =>
  new ApiProblem(
    405,
    "method-not-allowed",
    text("Phương thức không được hỗ trợ", "Method not allowed"),
    text(`Địa chỉ này chỉ nhận: ${allow}.`, `This address takes only: ${allow}.`),
    {},
    { allow },
  );

/** What an unexpected end of a request looks like: nothing of the inside, a number to quote. */
export function troubleProblem(requestId: string, busy: boolean): ApiProblem {
  return new ApiProblem(
    busy ? 503 : 500,
    busy ? "busy" : "internal",
    text("Hệ thống đang gặp sự cố", "Something went wrong on our side"),
    text(
      `Vui lòng gửi lại sau ít phút với cùng Idempotency-Key; nếu vẫn lỗi, xin báo mã ${requestId}.`,
      `Send it again in a few minutes with the same Idempotency-Key; if it goes on, quote ${requestId}.`,
    ),
    {},
    busy ? { "retry-after": "5" } : {},
  );
}
