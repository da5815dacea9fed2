import { z } from "zod";
import type { Edition } from "../../engine/definition/index.ts";
import type { PaperSent } from "../../engine/state/index.ts";
import { text } from "../../kernel/text.ts";
import type { WebDeps } from "../context.ts";
import { takePapers } from "../portal/draft/papers.tsx";
import { FILE_BYTES_MOST } from "../uploads.ts";
import { invalid, place } from "./problem.ts";
import { tooLarge } from "./read-json.ts";

/** Papers inside a request: Base64, told by their content, kept once each. */

const BASE64_MOST = Math.ceil(FILE_BYTES_MOST / 3) * 4;
const PAPERS_MOST = 50;

const PaperFileShape = (papers: readonly [string, ...string[]]) =>
  z.strictObject({
    paper: z.enum(papers),
    name: z
      .string()
      .min(1)
      .max(120)
      // A name is a name: no folders, no control or direction characters.
      .refine((name) => name.isWellFormed() && !/[\\/\p{Cc}\p{Cf}\ufffd]/u.test(name)),
    content: z
      .string()
      .min(1)
      .max(BASE64_MOST)
      .meta({ contentEncoding: "base64", description: "Base64 (RFC 4648, mục 4); PDF, JPEG, PNG, WebP, HEIC" }),
  });
type PaperFile = { readonly paper: string; readonly name: string; readonly content: string };

/** The member `papers` of a filing: only those the edition asks for. */
export function papersShape(edition: Edition): z.ZodType<readonly PaperFile[] | undefined> {
  const [first, ...more] = edition.papers.map((paper) => paper.key);
  if (first === undefined)
    return z
      .array(PaperFileShape([""]))
      .max(0)
      .optional();
  const most = edition.papers.reduce((sum, paper) => sum + paper.most, 0);
  return z
    .array(PaperFileShape([first, ...more]))
    .max(Math.min(most, PAPERS_MOST))
    .optional();
}

/** Keeps the files of a request; the first that cannot be taken is named. @throws ApiProblem 413 or 422 */
export async function keepPapers(
  deps: WebDeps,
  edition: Edition,
  sent: readonly PaperFile[],
): Promise<readonly PaperSent[]> {
  const files = sent.map(({ paper, name, content }, at) => ({
    field: paper,
    name: name.normalize("NFC"),
    bytes: bytesOf(content, at),
  }));
  if (files.reduce((sum, file) => sum + file.bytes.length, 0) > FILE_BYTES_MOST) {
    throw tooLarge(FILE_BYTES_MOST, [
      place(["papers"], text("Tổng dung lượng các tệp vượt quá 20 MB.", "The files together are larger than 20 MB.")),
    ]);
  }
  let kept: readonly PaperSent[] = [];
  for (const [at, file] of files.entries()) {
    const { papers, errors } = await takePapers(deps, { edition }, kept, { raw: {}, files: [file], tooLarge: [] });
    const [error] = Object.values(errors);
    if (error) throw invalid([place(["papers", at, "content"], error)], "paper-refused", error);
    kept = papers;
  }
  return kept;
}

function bytesOf(content: string, at: number): Uint8Array {
  const isBase64 = content.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(content);
  if (!isBase64) {
    const sentence = text("Nội dung tệp không phải là Base64 hợp lệ.", "The file's content is not valid Base64.");
    throw invalid([place(["papers", at, "content"], sentence)], "paper-refused", sentence);
  }
  return Buffer.from(content, "base64");
}
