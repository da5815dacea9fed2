import { showInstant } from "../../../kernel/plain-date.ts";
import { text } from "../../../kernel/text.ts";
import type { DossierView } from "../../../modules/dossiers/index.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { SignatureNote } from "../../signature-note.tsx";
import { SummaryList, type SummaryRow } from "../../ui/index.ts";

export const Facts = async (props: { deps: WebDeps; c: Ctx; view: DossierView; unit: string }) => {
  const { deps, c, view } = props;
  const lang = c.get("lang");
  const base = href(c, `/ho-so/${view.row.code}`);
  const papers = deps.printing.available(view);
  const rows: SummaryRow[] = [
    { label: text("Người đứng tên", "In the name of"), value: view.row.ownerName },
    { label: text("Nộp lúc", "Filed"), value: showInstant(view.row.filedAt) },
    { label: text("Cơ quan giải quyết", "Office"), value: props.unit },
  ];
  if (papers.length > 0) {
    rows.push({
      label: text("Giấy tờ cơ quan đã gửi", "Papers from the office"),
      value: (
        <ul class="govuk-list">
          {papers.map((paper) => (
            <li>
              <a class="govuk-link" href={`${base}/giay/${paper.seq}.pdf`}>
                {paper.title[lang]} (PDF)
              </a>
            </li>
          ))}
        </ul>
      ),
    });
  }
  if (view.row.papers.length > 0) {
    const signed = await deps.signatures.reportsOn(
      deps.db,
      view.row.papers.map(({ sha256 }) => sha256),
    );
    rows.push({
      label: text("Giấy tờ ông/bà đã gửi", "Papers you sent"),
      value: (
        <ul class="govuk-list">
          {view.row.papers.map((paper) => (
            <li>
              <a class="govuk-link" href={`${base}/tep/${paper.sha256}`}>
                {paper.name}
              </a>
              <SignatureNote kept={signed.get(paper.sha256)} lang={lang} />
            </li>
          ))}
        </ul>
      ),
    });
  }
  return <SummaryList lang={lang} rows={rows} />;
};
