import { Hono } from "hono";
import type { Paper } from "../../../engine/definition/index.ts";
import { shownPapers } from "../../../engine/form/index.ts";
import type { PaperSent } from "../../../engine/state/index.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { actorOf, checkCsrf } from "../../../modules/access/index.ts";
import { recordFile } from "../../../modules/documents/index.ts";
import { nameOfType } from "../../../platform/media-type.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { reportSentence } from "../../signature-words.ts";
import { Button, ErrorSummary, FileUpload, Form, InsetText, Steps } from "../../ui/index.ts";
import { FILE_BYTES_MOST, type Received, receiveUpload } from "../../uploads.ts";
import { visitorOf } from "../guard.ts";
import { csrfBox, portalPage } from "../page.tsx";
import { ownerOf } from "./check.tsx";
import { CHECK, type Desk, deskFor, deskOf, PAPERS, stepBefore, stepHref, stepsOf } from "./load.ts";
import { STALE } from "./page.tsx";

const ACCEPT = ".pdf,.jpg,.jpeg,.png,.webp,.heic";
const FILES_A_REQUEST = 10;

/** The papers of a draft: sent one by one or together, told by content, kept at once; what a register knows is not asked. */
export function paperPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get(`/nhap/:draft/${PAPERS}`, async (c) => {
    const desk = await deskOf(deps, c);
    return desk instanceof Response ? desk : show(c, desk, {});
  });

  app.post(`/nhap/:draft/${PAPERS}`, async (c) => {
    const visitor = visitorOf(c);
    if (visitor instanceof Response) return visitor;
    const received = await receiveUpload(c, { filesMost: FILES_A_REQUEST });
    const desk = await deskFor(deps, c, visitor);
    if (desk instanceof Response) return desk;
    if (!checkCsrf(desk.session, received.raw._csrf)) return show(c, desk, { [firstPaper(desk)]: STALE });

    const removed = removal(received);
    const kept = desk.draft.papers.filter(
      (sent) => !(removed && sent.paper === removed.paper && sent.sha256 === removed.sha256),
    );
    const { papers, errors } = await takePapers(deps, desk, kept, received);
    await deps.dossiers.drafts.setPapers(desk.draft, papers);
    const now = { ...desk, draft: { ...desk.draft, papers } };
    if (Object.keys(errors).length > 0) return show(c, now, errors);
    if (removed || received.raw._upload) return c.redirect(stepHref(c, desk.draft, PAPERS), 303);

    const missing = await missingPapers(now);
    if (missing.length > 0) return show(c, now, Object.fromEntries(missing.map((paper) => [paper.key, needed(paper)])));
    return c.redirect(stepHref(c, desk.draft, CHECK), 303);
  });

  const missingPapers = async (desk: Desk): Promise<readonly Paper[]> => {
    const missing: Paper[] = [];
    for (const paper of shownPapers(desk.edition, desk.draft.answers, desk.form)) {
      const sent = desk.draft.papers.some((p) => p.paper === paper.key);
      if (paper.required && !sent && !(await isReplaced(desk, paper))) missing.push(paper);
    }
    return missing;
  };
  const isReplaced = (desk: Desk, paper: Paper): Promise<boolean> =>
    deps.dossiers.filing.registers.replaces(
      paper,
      desk.edition,
      desk.draft.answers,
      ownerOf(desk.session).number,
      actorOf(desk.session),
    );

  const show = async (c: Ctx, desk: Desk, errors: Readonly<Record<string, Text>>) => {
    const lang = c.get("lang");
    const papers = shownPapers(desk.edition, desk.draft.answers, desk.form);
    const replaced = new Set<string>();
    for (const paper of papers) if (await isReplaced(desk, paper)) replaced.add(paper.key);
    const signed = await deps.signatures.reportsOn(
      deps.db,
      desk.draft.papers.map(({ sha256 }) => sha256),
    );
    const noteOf = (sha256: string): { note?: Text } => {
      const kept = signed.get(sha256);
      return kept ? { note: reportSentence(kept.report) } : {};
    };
    const steps = stepsOf(desk);
    const failed = Object.keys(errors).length > 0;
    return portalPage(
      deps,
      c,
      {
        title: text("Giấy tờ", "Papers"),
        hasErrors: failed,
        status: failed ? 422 : 200,
        back: { href: backOf(c, desk) },
      },
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <Steps step={steps.indexOf(PAPERS) + 1} of={steps.length} title={desk.draft.procedure.title} lang={lang} />
        <h1 class="govuk-heading-l">{{ vi: "Giấy tờ kèm theo", en: "Papers" }[lang]}</h1>
        <p class="govuk-body">
          {
            {
              vi: "Ảnh chụp rõ nét bằng điện thoại là được. Tệp được giữ ngay khi tải lên.",
              en: "A clear photo from a phone will do. Files are kept as soon as they are uploaded.",
            }[lang]
          }
        </p>
        <Form csrf={csrfBox(desk.session)} files>
          {papers.map((paper) =>
            replaced.has(paper.key) ? (
              <InsetText>
                <strong>{paper.title[lang]}</strong>
                <br />
                {paper.notNeededBecause?.[lang]}
              </InsetText>
            ) : (
              <FileUpload
                name={paper.key}
                label={paper.title}
                hint={paper.hint}
                lang={lang}
                optional={!paper.required}
                error={errors[paper.key]}
                files={desk.draft.papers
                  .filter((sent) => sent.paper === paper.key)
                  .map((sent) => ({
                    id: sent.sha256,
                    name: sent.name,
                    sizeBytes: sent.sizeBytes,
                    href: href(c, `/nhap/${desk.draft.id}/tep/${sent.sha256}`),
                    ...noteOf(sent.sha256),
                  }))}
                accept={ACCEPT}
                most={paper.most}
                sizeBytesMost={FILE_BYTES_MOST}
                uploadName="_upload"
              />
            ),
          )}
          <Button label={text("Lưu và tiếp tục", "Save and continue")} lang={lang} />
        </Form>
      </>,
    );
  };

  app.get("/nhap/:draft/tep/:sha256", async (c) => {
    const desk = await deskOf(deps, c);
    if (desk instanceof Response) return desk;
    const sent = desk.draft.papers.find((paper) => paper.sha256 === c.req.param("sha256"));
    return sendFile(deps, c, sent ?? null);
  });

  return app;
}

const firstPaper = (desk: Desk): string => desk.edition.papers[0]?.key ?? "papers";
const backOf = (c: Ctx, desk: Desk): string => stepHref(c, desk.draft, stepBefore(desk, PAPERS) ?? CHECK);
const needed = (paper: Paper): Text =>
  text(
    `Vui lòng tải lên: ${paper.title.vi.charAt(0).toLowerCase()}${paper.title.vi.slice(1)}.`,
    `Please upload: ${paper.title.en}.`,
  );

const removal = (received: Received): { paper: string; sha256: string } | null => {
  const value = received.raw._remove;
  const [paper, sha256] = typeof value === "string" ? value.split(":") : [];
  return paper && sha256 ? { paper, sha256 } : null;
};

/** Keeps what was sent, each file judged by its content; what cannot be taken is named with the reason. */
export async function takePapers(
  deps: WebDeps,
  desk: Pick<Desk, "edition">,
  before: readonly PaperSent[],
  received: Received,
  /** What becomes of a file that was judged harmless, before it is kept. */
  prepare: (bytes: Uint8Array, mediaType: string) => Promise<Uint8Array> = async (bytes) => bytes,
): Promise<{ papers: readonly PaperSent[]; errors: Readonly<Record<string, Text>> }> {
  const papers = [...before];
  const errors: Record<string, Text> = {};
  for (const file of received.files) {
    const paper = desk.edition.papers.find((p) => p.key === file.field);
    if (!paper) continue;
    if (papers.filter((sent) => sent.paper === paper.key).length >= paper.most) {
      errors[paper.key] = text(
        `Chỉ nhận tối đa ${paper.most} tệp cho giấy tờ này. Vui lòng xóa bớt rồi tải lại.`,
        `At most ${paper.most} files are taken for this paper. Remove one first.`,
      );
      continue;
    }
    const type = await deps.uploads.judge(file.bytes);
    if (!type.ok) {
      errors[paper.key] = text(`Tệp “${file.name}”: ${type.failure.vi}`, `File “${file.name}”: ${type.failure.en}`);
      continue;
    }
    const bytes = await prepare(file.bytes, type.value);
    const kept = await deps.files.put(bytes, { bytesMost: FILE_BYTES_MOST });
    if (!kept.ok) {
      errors[paper.key] = tooLargeSentence(file.name);
      continue;
    }
    await recordFile(deps.db, { ...kept.value, mediaType: type.value });
    if (type.value === "application/pdf") await deps.signatures.checkUpload(deps.db, kept.value.sha256, bytes);
    if (!papers.some((sent) => sent.paper === paper.key && sent.sha256 === kept.value.sha256)) {
      papers.push({
        paper: paper.key,
        name: nameOfType(file.name, type.value),
        sha256: kept.value.sha256,
        sizeBytes: kept.value.sizeBytes,
        mediaType: type.value,
      });
    }
  }
  for (const name of received.tooLarge) errors[desk.edition.papers[0]?.key ?? "papers"] = tooLargeSentence(name);
  return { papers, errors };
}

const tooLargeSentence = (name: string): Text =>
  text(
    `Tệp “${name}” lớn hơn 20 MB nên chưa nhận được. Vui lòng chụp lại với độ phân giải thấp hơn hoặc chia nhỏ tệp; các tệp khác vẫn được giữ.`,
    `File “${name}” is larger than 20 MB and was not taken. Take the photo at a lower resolution or split it; the other files are kept.`,
  );

/** Gives a kept file back to whoever may have it; shown in the page's own sandbox, never as a page of ours. */
export async function sendFile(
  deps: WebDeps,
  c: Ctx,
  file: { readonly sha256: string; readonly name: string; readonly mediaType: string } | null,
  as: "inline" | "attachment" = "inline",
): Promise<Response> {
  const stream = file ? await deps.documents.read(file.sha256) : null;
  if (!file || !stream) return c.notFound() as Response;
  c.header("content-type", file.mediaType);
  c.header("content-disposition", `${as}; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  c.header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'");
  c.header("cache-control", "private, no-store");
  const { Readable } = await import("node:stream");
  return c.body(Readable.toWeb(stream) as ReadableStream);
}
