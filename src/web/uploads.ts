import { Readable } from "node:stream";
import busboy from "@fastify/busboy";
import type { Raw } from "../engine/form/index.ts";
import { text } from "../kernel/text.ts";
import type { Ctx } from "./context.ts";
import { PageProblem } from "./errors.ts";

/** Files as they come over the wire, part by part, within limits; nothing is held in memory beyond what is asked. */

export const FILE_BYTES_MOST = 20 * 1024 * 1024;
const FIELD_BYTES_MOST = 100_000;
/** All files of one request together: they are held in memory until they are judged. */
const REQUEST_BYTES_MOST = 60 * 1024 * 1024;
/** What we still read and throw away, so that a browser that is sending too much hears why. */
const DRAIN_BYTES_MOST = 300 * 1024 * 1024;

export type ReceivedFile = { readonly field: string; readonly name: string; readonly bytes: Uint8Array };
export type Received = {
  readonly raw: Raw;
  readonly files: readonly ReceivedFile[];
  readonly tooLarge: readonly string[];
};

/**
 * Reads a multipart form. A file beyond `bytesMost` is named in `tooLarge` and not kept; the rest of the form still
 * arrives, so that nothing typed beside it is lost.
 */
export async function receiveUpload(
  c: Ctx,
  limits: { readonly filesMost: number; readonly bytesMost?: number },
): Promise<Received> {
  const bytesMost = limits.bytesMost ?? FILE_BYTES_MOST;
  const type = c.req.header("content-type") ?? "";
  const body = c.req.raw.body;
  if (!type.startsWith("multipart/form-data") || !body) return { raw: {}, files: [], tooLarge: [] };
  return new Promise((resolve, reject) => {
    const raw: Record<string, string | string[]> = {};
    const files: ReceivedFile[] = [];
    const tooLarge: string[] = [];
    let seen = 0;
    let held = 0;
    let parser: InstanceType<typeof busboy.Busboy>;
    try {
      parser = new busboy.Busboy({
        headers: { "content-type": type },
        limits: { files: limits.filesMost + 1, fileSize: bytesMost, fields: 200, fieldSize: FIELD_BYTES_MOST },
      });
    } catch {
      resolve({ raw, files, tooLarge });
      return;
    }
    parser.on("field", (name: string, value: string) => {
      if (name === "__proto__") return;
      const before = raw[name];
      const sent = storable(value);
      raw[name] = before === undefined ? sent : [...(typeof before === "string" ? [before] : before), sent];
    });
    parser.on("file", (field: string, stream: NodeJS.ReadableStream & { truncated?: boolean }, name: string) => {
      const chunks: Buffer[] = [];
      let overfull = false;
      stream.on("data", (chunk: Buffer) => {
        held += chunk.length;
        if (held <= REQUEST_BYTES_MOST) chunks.push(chunk);
        else if (!overfull) {
          overfull = true;
          chunks.length = 0;
          tooLarge.push(name);
        }
      });
      stream.on("limit", () => {
        chunks.length = 0;
        tooLarge.push(name);
      });
      // A body that breaks off inside a file says so here as well; the parser's own word is the one that is answered.
      stream.on("error", () => undefined);
      stream.on("end", () => {
        const bytes = Buffer.concat(chunks);
        if (!stream.truncated && !overfull && (name || bytes.length > 0))
          files.push({ field, name: tidyName(name), bytes });
      });
    });
    parser.on("finish", () => resolve({ raw, files, tooLarge }));
    parser.on("error", () => reject(brokenOff()));
    const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
    source.on("data", (chunk: Buffer) => {
      seen += chunk.length;
      if (seen > DRAIN_BYTES_MOST) source.destroy();
    });
    source.on("error", () => resolve({ raw, files, tooLarge: tooLarge.length > 0 ? tooLarge : ["…"] }));
    source.on("close", () => {
      if (!source.readableEnded) resolve({ raw, files, tooLarge: tooLarge.length > 0 ? tooLarge : ["…"] });
    });
    source.pipe(parser as unknown as NodeJS.WritableStream);
  });
}

/** PostgreSQL keeps no zero character; it becomes the mark of what cannot be read, and fields ask for it again. */
export const storable = (value: string): string => value.replaceAll("\u0000", "\ufffd");

const brokenOff = (): PageProblem =>
  new PageProblem(
    400,
    text("Tệp gửi lên bị đứt giữa chừng", "The upload broke off"),
    text(
      "Đường truyền bị ngắt hoặc nội dung không đúng dạng nên tệp chưa nhận được. Các thông tin đã lưu không bị mất; vui lòng quay lại và gửi lại tệp.",
      "The connection broke or the content is not in the right form, so the file was not received. What was saved is not lost; go back and send the file again.",
    ),
  );

/** The name of a file as a name: no folders, no control characters, not endless. */
const tidyName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? "")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .slice(-120) || "tep";
