import { createHash } from "node:crypto";
import type { PaperSent } from "../../engine/state/index.ts";
import { type Text, text } from "../../kernel/text.ts";
import { recordFile } from "../../modules/documents/index.ts";
import { asOnePdf, judgeScan, type ScanFinding, turned, upright } from "../../modules/reception/index.ts";
import type { WebDeps } from "../context.ts";
import { takePapers } from "../portal/draft/papers.tsx";
import { FILE_BYTES_MOST, type Received } from "../uploads.ts";
import type { Intake } from "./load.ts";

/** Scans of an intake: taken upright and judged, turned, put in order, joined into one file. */

export type Scans = {
  readonly papers: readonly PaperSent[];
  readonly findings: Readonly<Record<string, readonly ScanFinding[]>>;
  readonly errors: Readonly<Record<string, Text>>;
};

/** Keeps what came with the form. The camera's turn is applied, so that the file lies as it is read everywhere. */
export async function takeScans(deps: WebDeps, intake: Intake, received: Received): Promise<Scans> {
  const findings: Record<string, readonly ScanFinding[]> = {};
  const straighten = async (bytes: Uint8Array, mediaType: string): Promise<Uint8Array> => {
    const made = (await upright(bytes, mediaType)) ?? bytes;
    findings[createHash("sha256").update(made).digest("hex")] = await judgeScan(made, mediaType);
    return made;
  };
  const { papers, errors } = await takePapers(deps, intake, intake.draft.papers, received, straighten);
  return { papers, errors, findings };
}

/** What a button beside a scan asks for. */
export type ScanWish =
  | { readonly kind: "remove" | "turn" | "earlier"; readonly paper: string; readonly sha256: string }
  | { readonly kind: "join"; readonly paper: string };

export async function changeScans(deps: WebDeps, papers: readonly PaperSent[], wish: ScanWish): Promise<Scans> {
  const isIt = (sent: PaperSent): boolean =>
    wish.kind !== "join" && sent.paper === wish.paper && sent.sha256 === wish.sha256;
  switch (wish.kind) {
    case "remove":
      return { papers: papers.filter((sent) => !isIt(sent)), findings: {}, errors: {} };
    case "earlier":
      return { papers: movedEarlier(papers, isIt), findings: {}, errors: {} };
    case "turn": {
      const sent = papers.find(isIt);
      const bytes = sent ? await bytesOf(deps, sent.sha256) : null;
      const made = bytes ? await turned(bytes) : null;
      if (!sent || !made?.ok) return { papers, findings: {}, errors: { [wish.paper]: NOT_TURNED } };
      return replaced(deps, papers, [sent], { ...sent }, made.value);
    }
    case "join":
      return joined(deps, papers, wish.paper);
  }
}

function movedEarlier(papers: readonly PaperSent[], isIt: (sent: PaperSent) => boolean): readonly PaperSent[] {
  const at = papers.findIndex(isIt);
  const before = papers.findLastIndex((sent, place) => place < at && sent.paper === papers[at]?.paper);
  const moved = papers[at];
  if (!moved || before < 0) return papers;
  return [...papers.slice(0, before), moved, ...papers.slice(before).filter((sent) => sent !== moved)];
}

async function joined(deps: WebDeps, papers: readonly PaperSent[], paper: string): Promise<Scans> {
  const own = papers.filter((sent) => sent.paper === paper);
  const [first] = own;
  if (!first || own.length < 2) return { papers, findings: {}, errors: {} };
  const files: { bytes: Uint8Array; mediaType: string }[] = [];
  for (const { sha256, mediaType } of own) {
    const bytes = await bytesOf(deps, sha256);
    if (bytes) files.push({ bytes, mediaType });
  }
  const made = await asOnePdf(files, new Date(deps.clock.now()));
  if (!made.ok) return { papers, findings: {}, errors: { [paper]: NOT_JOINED } };
  const name = `${first.name.replace(/\.[^.]+$/, "")}.pdf`;
  return replaced(deps, papers, own, { ...first, name, mediaType: "application/pdf" }, made.value);
}

/** Keeps new bytes in the place of files that were. */
async function replaced(
  deps: WebDeps,
  papers: readonly PaperSent[],
  gone: readonly PaperSent[],
  as: PaperSent,
  bytes: Uint8Array,
): Promise<Scans> {
  const kept = await deps.files.put(bytes, { bytesMost: FILE_BYTES_MOST });
  if (!kept.ok) return { papers, findings: {}, errors: { [as.paper]: TOO_LARGE } };
  await recordFile(deps.db, { ...kept.value, mediaType: as.mediaType });
  const { sha256, sizeBytes } = kept.value;
  const [first] = gone;
  return {
    papers: papers.flatMap((sent) =>
      sent === first ? [{ ...as, sha256, sizeBytes }] : gone.includes(sent) ? [] : [sent],
    ),
    findings: { [sha256]: await judgeScan(bytes, as.mediaType) },
    errors: {},
  };
}

async function bytesOf(deps: WebDeps, sha256: string): Promise<Uint8Array | null> {
  const stream = await deps.documents.read(sha256);
  if (!stream) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const NOT_TURNED = text(
  "Tệp này không xoay được: chỉ xoay được ảnh JPEG, PNG, WebP. Đề nghị xoay trên máy quét rồi tải lại.",
  "This file cannot be turned: only JPEG, PNG and WebP pictures can. Turn it at the scanner and upload it again.",
);
const NOT_JOINED = text(
  "Có tệp không ghép được (HEIC, hoặc PDF có mật khẩu). Các tệp vẫn được giữ riêng.",
  "One of the files cannot be joined (HEIC, or a PDF with a password). The files are kept as they are.",
);
const TOO_LARGE = text(
  "Tệp ghép lớn hơn 20 MB nên chưa ghép. Đề nghị quét với độ phân giải thấp hơn.",
  "The joined file would be larger than 20 MB. Scan at a lower resolution.",
);
