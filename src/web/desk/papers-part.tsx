import type { Paper } from "../../engine/definition/index.ts";
import type { PaperSent } from "../../engine/state/index.ts";
import { type Language, type Text, text } from "../../kernel/text.ts";
import { isPicture } from "../../modules/reception/index.ts";
import { Button, Checkboxes, Select, showSize, Tag } from "../ui/index.ts";
import type { DeskState } from "./state.ts";
import { FINDINGS } from "./words.ts";

/** The checklist of papers: each with its scans, what is wrong with them, or the register that answers in its place. */

type Props = {
  readonly papers: readonly Paper[];
  readonly sent: readonly PaperSent[];
  readonly state: DeskState;
  readonly replaced: ReadonlySet<string>;
  readonly errors: Readonly<Record<string, Text>>;
  readonly fileHref: (sha256: string) => string;
  readonly lang: Language;
};

export const SECRET = "_secret";
export const USE_ANYWAY = "_use";
export const ORIGINAL = "_original.";
const ACCEPT = ".pdf,.jpg,.jpeg,.png,.webp,.heic";

export function PapersPart(props: Props) {
  const { papers, lang, state, errors } = props;
  const doubtful = props.sent.some(({ sha256 }) => isDoubtful(state, sha256));
  return (
    <section class="mc-desk__papers" aria-labelledby="giay-to">
      <h2 class="govuk-heading-m" id="giay-to">
        {{ vi: "Giấy tờ", en: "Papers" }[lang]}
      </h2>
      {papers.length > 0 && (
        <Checkboxes
          name={SECRET}
          label={text("Kiểm tra dấu mật trước khi quét", "Look for a secret mark before scanning")}
          lang={lang}
          small
          options={[
            {
              value: "yes",
              label: text(
                "Có giấy tờ đóng dấu MẬT, TỐI MẬT hoặc TUYỆT MẬT",
                "A paper bears the mark MẬT, TỐI MẬT or TUYỆT MẬT",
              ),
            },
          ]}
          values={[]}
        />
      )}
      {papers.map((paper) => (
        <PaperBox {...props} paper={paper} />
      ))}
      {papers.length === 0 && (
        <p class="govuk-body">{{ vi: "Thủ tục này không cần giấy tờ.", en: "No papers are needed." }[lang]}</p>
      )}
      {doubtful && (
        <Checkboxes
          name={USE_ANYWAY}
          label={text("Chất lượng bản quét", "Quality of the scans")}
          lang={lang}
          small
          error={errors[USE_ANYWAY]}
          options={[
            { value: "yes", label: text("Đã xem từng tệp, đọc được, vẫn dùng", "I looked at each: it can be read") },
          ]}
          values={[]}
        />
      )}
    </section>
  );
}

/** A scan with a finding that an officer must look at. */
export const isDoubtful = (state: DeskState, sha256: string): boolean =>
  (state.findings[sha256] ?? []).some((finding) => finding !== "unchecked");

function PaperBox(props: Props & { readonly paper: Paper }) {
  const { paper, lang, errors } = props;
  const own = props.sent.filter((sent) => sent.paper === paper.key);
  const error = errors[paper.key];
  const id = `paper-${paper.key}`;
  return (
    <fieldset class={`govuk-fieldset mc-desk__paper${error ? " govuk-form-group--error" : ""}`}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
        {paper.title[lang]}{" "}
        {props.replaced.has(paper.key) ? (
          <Tag label={REPLACED} tone="done" lang={lang} />
        ) : own.length > 0 ? (
          <Tag label={HAVE} tone="done" lang={lang} />
        ) : (
          <Tag label={paper.required ? NEEDED : OPTIONAL} tone={paper.required ? "waiting" : "neutral"} lang={lang} />
        )}
      </legend>
      {props.replaced.has(paper.key) && <p class="govuk-hint">{paper.notNeededBecause?.[lang]}</p>}
      {error && (
        <p class="govuk-error-message" id={`${id}-error`}>
          {error[lang]}
        </p>
      )}
      {own.length > 0 && (
        <ol class="mc-desk__scans">
          {own.map((sent, at) => (
            <ScanLine {...props} scan={sent} first={at === 0} />
          ))}
        </ol>
      )}
      {!props.replaced.has(paper.key) && (
        <div class="mc-desk__upload" data-upload data-uploading={UPLOADING[lang]} data-failed={FAILED[lang]}>
          {own.length < paper.most && (
            <>
              <label class="govuk-label" for={paper.key}>
                {{ vi: "Thêm tệp quét", en: "Add scans" }[lang]}
                <span class="govuk-visually-hidden">: {paper.title[lang]}</span>
              </label>
              <input
                class="govuk-file-upload"
                id={paper.key}
                name={paper.key}
                type="file"
                accept={ACCEPT}
                multiple={paper.most > 1}
                aria-describedby={error ? `${id}-error` : undefined}
              />
              <Button
                label={UPLOAD}
                about={paper.title}
                lang={lang}
                kind="secondary"
                small
                name="_upload"
                value={paper.key}
              />
            </>
          )}
          {own.length > 1 && (
            <Button
              label={JOIN}
              about={paper.title}
              lang={lang}
              kind="secondary"
              small
              name="_join"
              value={paper.key}
            />
          )}
        </div>
      )}
      {own.length > 0 && (
        <Select
          name={`${ORIGINAL}${paper.key}`}
          label={text("Bản chính", "Original")}
          lang={lang}
          options={ORIGINALS}
          value={props.state.originals[paper.key] ?? ""}
          optional
        />
      )}
    </fieldset>
  );
}

function ScanLine(props: Props & { readonly scan: PaperSent; readonly first: boolean }) {
  const { scan: sent, lang, state } = props;
  const value = `${sent.paper}:${sent.sha256}`;
  const findings = state.findings[sent.sha256] ?? [];
  const small = { lang, kind: "secondary", small: true, about: sent.name } as const;
  return (
    <li class="mc-desk__scan">
      {isPicture(sent.mediaType) && (
        <img class="mc-desk__thumb" src={props.fileHref(sent.sha256)} alt="" loading="lazy" />
      )}
      <div class="mc-desk__scan-words">
        <a class="govuk-link" href={props.fileHref(sent.sha256)} target="_blank" rel="noopener">
          {sent.name}
        </a>{" "}
        <span class="mc-muted">{showSize(sent.sizeBytes, lang)}</span>
        {findings.map((finding) => (
          <p class={finding === "unchecked" ? "mc-muted" : "mc-desk__finding"}>{FINDINGS[finding][lang]}</p>
        ))}
        <div class="mc-desk__scan-acts">
          {isPicture(sent.mediaType) && <Button {...small} label={TURN} name="_turn" value={value} />}
          {!props.first && <Button {...small} label={EARLIER} name="_earlier" value={value} />}
          <Button {...small} label={REMOVE} name="_remove" value={value} />
        </div>
      </div>
    </li>
  );
}

const REPLACED = text("Đã có dữ liệu thay thế", "Replaced by data");
const HAVE = text("Đã có", "There");
const NEEDED = text("Cần có", "Needed");
const OPTIONAL = text("Nếu có", "If any");
const UPLOAD = text("Tải lên", "Upload");
const JOIN = text("Ghép thành một PDF", "Join into one PDF");
const TURN = text("Xoay phải", "Turn right");
const EARLIER = text("Lên trước", "Move up");
const REMOVE = text("Xóa", "Remove");
const UPLOADING = { vi: "Đang tải lên", en: "Uploading" };
const FAILED = { vi: "Chưa tải lên được. Đề nghị thử lại.", en: "The upload did not succeed. Try again." };
const ORIGINALS = [
  { value: "shown", label: text("Đã đối chiếu và trả lại", "Compared and given back") },
  { value: "kept", label: text("Giữ kèm hồ sơ", "Kept with the dossier") },
];
