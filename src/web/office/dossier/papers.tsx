import { shownPapers } from "../../../engine/form/index.ts";
import type { PaperSent } from "../../../engine/state/index.ts";
import { type Language, text } from "../../../kernel/text.ts";
import type { KeptReport } from "../../../modules/documents/index.ts";
import { type Ctx, href } from "../../context.ts";
import { SignatureNote } from "../../signature-note.tsx";
import { showSize, Tag } from "../../ui/index.ts";
import type { Desk } from "./load.ts";

/** The papers of a dossier with a preview, and those a register's data made unnecessary. */
export function Papers({ c, desk, lang }: { c: Ctx; desk: Desk; lang: Language }) {
  const { edition, row } = desk.view;
  const asked = shownPapers(edition, row.answers, desk.form);
  const known = new Set(asked.map(({ key }) => key));
  const titles = [
    ...asked,
    ...edition.papers.filter(({ key }) => !known.has(key) && row.papers.some(({ paper }) => paper === key)),
  ];
  if (titles.length === 0) return null;
  return (
    <section class="mc-card" id="giay-to">
      <h2 class="govuk-heading-m">{{ vi: "Giấy tờ kèm theo", en: "Papers" }[lang]}</h2>
      {titles.map((paper) => {
        const sent = row.papers.filter((file) => file.paper === paper.key);
        return (
          <div class="mc-paper">
            <h3 class="govuk-heading-s">{paper.title[lang]}</h3>
            {sent.length === 0 && (
              <NotSent replaced={desk.replaced.has(paper.key)} required={paper.required} lang={lang} />
            )}
            {sent.length === 0 && desk.replaced.has(paper.key) && paper.notNeededBecause && (
              <p class="govuk-body">{paper.notNeededBecause[lang]}</p>
            )}
            {sent.map((file) => (
              <Sent
                file={file}
                kept={desk.signatures.get(file.sha256)}
                at={href(c, `/office/ho-so/${row.code}/giay-to/${file.sha256}`)}
                lang={lang}
              />
            ))}
          </div>
        );
      })}
    </section>
  );
}

function NotSent({ replaced, required, lang }: { replaced: boolean; required: boolean; lang: Language }) {
  if (replaced)
    return (
      <p>
        <Tag
          tone="done"
          label={text("Không cần nộp: cơ sở dữ liệu đã có", "Not needed: the register has it")}
          lang={lang}
        />
      </p>
    );
  return (
    <p>
      {required ? (
        <Tag tone="attention" label={text("Chưa có", "Not sent")} lang={lang} />
      ) : (
        <Tag tone="neutral" label={text("Không nộp (không bắt buộc)", "Not sent (optional)")} lang={lang} />
      )}
    </p>
  );
}

/** What browsers can show beside the text; anything else is opened on its own. */
const PICTURES = new Set(["image/jpeg", "image/png", "image/webp", "image/gif"]);

type SentProps = { file: PaperSent; kept: KeptReport | undefined; at: string; lang: Language };

function Sent({ file, kept, at, lang }: SentProps) {
  const alt = { vi: `Bản chụp: ${file.name}`, en: `Copy: ${file.name}` }[lang];
  return (
    <figure class="mc-paper__file">
      {PICTURES.has(file.mediaType) && <img class="mc-paper__picture" src={at} alt={alt} loading="lazy" />}
      {file.mediaType === "application/pdf" && (
        <iframe class="mc-paper__frame" src={at} title={file.name} loading="lazy" />
      )}
      <figcaption class="govuk-body">
        <a class="govuk-link" href={at} target="_blank" rel="noopener">
          {file.name}
          <span class="govuk-visually-hidden"> {{ vi: "(mở trong thẻ mới)", en: "(opens in a new tab)" }[lang]}</span>
        </a>{" "}
        <span class="mc-muted">({showSize(file.sizeBytes, lang)})</span>
        <SignatureNote kept={kept} lang={lang} />
      </figcaption>
    </figure>
  );
}
