import { z } from "zod";
import { type Text, text } from "../../kernel/text.ts";
import { type ApiContext, ApiProblem, invalid, type Place, place } from "./problem.ts";

/** A body is read once, within a limit, as UTF-8 and as JSON; anything else is refused with the reason. */

const decoder = new TextDecoder("utf-8", { fatal: true });

/** @throws ApiProblem 415, 413 or 400 */
export async function readJson(c: ApiContext, bytesMost: number): Promise<unknown> {
  expectJson(c);
  return jsonOf(await readBytes(c, bytesMost));
}

/** @throws ApiProblem 415 */
export function expectJson(c: ApiContext): void {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) {
    throw new ApiProblem(
      415,
      "unsupported-media-type",
      text("Kiểu nội dung không được hỗ trợ", "Unsupported media type"),
      text("Vui lòng gửi nội dung dạng application/json.", "Send the body as application/json."),
      {},
      { accept: "application/json" },
    );
  }
}

/** @throws ApiProblem 400 */
export function jsonOf(bytes: Uint8Array): unknown {
  let written: string;
  try {
    written = decoder.decode(bytes);
  } catch {
    throw malformed(
      "not-utf-8",
      text(
        "Nội dung không phải là UTF-8 hợp lệ. Vui lòng kiểm tra bảng mã của phần mềm gửi.",
        "The body is not valid UTF-8. Check the encoding of the sending program.",
      ),
    );
  }
  try {
    return JSON.parse(written);
  } catch {
    throw malformed(
      "not-json",
      text(
        "Nội dung không phải là JSON hợp lệ. Vui lòng kiểm tra lại.",
        "The body is not valid JSON. Please check it.",
      ),
    );
  }
}

const malformed = (kind: string, detail: Text): ApiProblem =>
  new ApiProblem(400, kind, text("Không đọc được nội dung", "The body cannot be read"), detail);

/** The body, refused as soon as it is known to be too large. @throws ApiProblem 413 */
export async function readBytes(c: ApiContext, bytesMost: number): Promise<Uint8Array> {
  const declared = c.req.header("content-length");
  if (declared !== undefined) {
    if (Number(declared) > bytesMost) throw tooLarge(bytesMost);
    const whole = new Uint8Array(await c.req.arrayBuffer());
    if (whole.length > bytesMost) throw tooLarge(bytesMost);
    return whole;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length;
    if (size > bytesMost) throw tooLarge(bytesMost);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export const tooLarge = (bytesMost: number, problems?: readonly Place[]): ApiProblem => {
  const most = `${Math.floor(bytesMost / 1_048_576) || 1} MB`;
  return new ApiProblem(
    413,
    "too-large",
    text("Nội dung gửi lên quá lớn", "What was sent is too large"),
    text(
      `Chỉ nhận tối đa ${most} một lần. Vui lòng giảm dung lượng tệp hoặc chia thành nhiều lần gửi.`,
      `At most ${most} can be taken at once. Make the files smaller or send them in several requests.`,
    ),
    problems ? { problems } : {},
  );
};

/** Reads a small request by its schema; each wrong member is named. @throws ApiProblem 422 */
export function readShape<S extends z.ZodType>(schema: S, sent: unknown): z.infer<S> {
  const parsed = schema.safeParse(sent);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.slice(0, PLACES_MOST).flatMap((issue): Place[] => {
    const path = issue.path.filter((part) => typeof part !== "symbol");
    if (issue.code === "unrecognized_keys") {
      return issue.keys
        .slice(0, PLACES_MOST)
        .map((key) =>
          place(
            [...path, key],
            text("Không có mục này trong yêu cầu. Vui lòng bỏ đi.", "The request has no such member. Leave it out."),
          ),
        );
    }
    return [place(path, SHAPE_SENTENCES[issue.code] ?? NOT_THE_SHAPE)];
  });
  throw invalid(
    problems,
    "request-invalid",
    text(
      "Yêu cầu chưa đúng cấu trúc; xem từng mục trong “problems”.",
      "The request has not the right structure; see each place in “problems”.",
    ),
  );
}

const PLACES_MOST = 100;
const NOT_THE_SHAPE = text(
  "Thiếu giá trị hoặc giá trị không đúng kiểu.",
  "The value is missing or not of the right type.",
);
const SHAPE_SENTENCES: { readonly [code: string]: Text } = {
  too_big: text("Giá trị quá dài hoặc quá nhiều.", "The value is too long, or there are too many."),
  too_small: text("Giá trị còn trống hoặc quá ngắn.", "The value is empty or too short."),
  invalid_value: text("Giá trị không có trong danh sách được phép.", "The value is not among those allowed."),
  invalid_union: text(
    "Không có loại yêu cầu này hoặc thiếu thông tin cần thiết.",
    "There is no such kind of request, or it lacks something.",
  ),
  invalid_format: text("Giá trị không đúng dạng.", "The value is not in the right form."),
  custom: text("Giá trị có ký tự không nhận được.", "The value holds characters that cannot be taken."),
};

const readable = (value: string): boolean => value.isWellFormed() && !/(?![\t\r\n])\p{Cc}|\ufffd/u.test(value);
/** Words of a person in a request: no characters that cannot be shown or kept. */
export const Words = (longest: number) => z.string().trim().min(1).max(longest).refine(readable);
