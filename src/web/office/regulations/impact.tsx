import { type LawAmendment, loadAmendable } from "../../../../law/index.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import type { Impact } from "../../../modules/regulations/index.ts";
import type { WebDeps } from "../../context.ts";
import { DateText, Details, InsetText, Table } from "../../ui/index.ts";
import { Wide } from "../wide.tsx";
import { RowWords } from "./pick.tsx";
import { changeInWords, placeInWords } from "./words.ts";

export type Titles = {
  /** The words of a figure by its table and key. */
  readonly titleOf: (table: string, key: string) => Text;
  /** What a fee is asked for, by the key a procedure names. */
  readonly feeTitleOf: (feeKey: string) => Text;
};

export async function figureTitles(): Promise<Titles> {
  const { feeTitle, findAmendableKey } = await loadAmendable();
  return {
    titleOf: (table, key) => {
      const found = findAmendableKey(table, key);
      return found
        ? text(`${found.name?.vi ?? key} (${found.title.vi})`, `${found.name?.en ?? key} (${found.title.en})`)
        : text(key, key);
    },
    feeTitleOf: (feeKey) => feeTitle(feeKey) ?? text(feeKey, feeKey),
  };
}

/** The changes of a proposal as a list, each with its basis. */
export function ChangeList(props: {
  changes: readonly LawAmendment[];
  titleOf: Titles["titleOf"];
  lang: Language;
  after?: (at: number) => unknown;
}) {
  return (
    <ol class="govuk-list govuk-list--number">
      {props.changes.map((one, at) => (
        <li>
          {changeInWords(one, props.titleOf)[props.lang]} <small class="govuk-hint">({placeInWords(one)})</small>
          {props.after?.(at)}
        </li>
      ))}
    </ol>
  );
}

/** Before and after, and whom it touches. */
export function ImpactView(props: { deps: WebDeps; impact: Impact; feeTitleOf: Titles["feeTitleOf"]; lang: Language }) {
  const { deps, impact, feeTitleOf, lang } = props;
  const unitName = (id: string) => deps.catalogue.findUnit(id)?.name[lang] ?? id;
  return (
    <section aria-labelledby="tac-dong">
      <h2 class="govuk-heading-m" id="tac-dong">
        {{ vi: "Tác động nếu công bố bây giờ", en: "What it would do if published now" }[lang]}
      </h2>
      {impact.figures.length > 0 && (
        <Wide label={text("Trước và sau", "Before and after")} lang={lang}>
          <Table
            dense
            caption={text("Trước và sau", "Before and after")}
            captionHidden
            lang={lang}
            columns={[
              { key: "key", label: text("Mức", "Figure") },
              { key: "before", label: text("Hiện có", "Now") },
              { key: "after", label: text("Sau khi công bố", "After publication") },
            ]}
            rows={impact.figures.map(({ key, usedFor, before, after }) => ({
              cells: {
                key: (
                  <>
                    {after.at(-1)?.name?.[lang] ?? key}
                    <br />
                    <small class="govuk-hint">{usedFor[lang]}</small>
                  </>
                ),
                before: before.map((row) => (
                  <p class="govuk-body-s">
                    <RowWords row={row} lang={lang} />
                  </p>
                )),
                after: after.map((row) => (
                  <p class="govuk-body-s">
                    <RowWords row={row} lang={lang} />
                  </p>
                )),
              },
            }))}
          />
        </Wide>
      )}
      <h3 class="govuk-heading-s">{{ vi: "Thủ tục", en: "Procedures" }[lang]}</h3>
      {impact.procedures.length === 0 ? (
        <p class="govuk-body">{{ vi: "Không thủ tục nào thay đổi.", en: "No procedure changes." }[lang]}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {impact.procedures.map(({ procedure, because }) => (
            <li>
              {procedure.title[lang]} ({because[lang]})
            </li>
          ))}
        </ul>
      )}
      <h3 class="govuk-heading-s">{{ vi: "Hồ sơ đang giải quyết", en: "Open dossiers" }[lang]}</h3>
      <Dossiers impact={impact} unitName={unitName} lang={lang} />
      {impact.debts.map(({ feeKey, dossiers }) => (
        <InsetText>
          {
            {
              vi: `${dossiers} hồ sơ chưa nộp “${feeTitleOf(feeKey).vi}” giữ mức phí của ngày nộp hồ sơ.`,
              en: `${dossiers} dossiers that still owe “${feeTitleOf(feeKey).en}” keep the fee of the day they were filed.`,
            }[lang]
          }
        </InsetText>
      ))}
    </section>
  );
}

function Dossiers({ impact, unitName, lang }: { impact: Impact; unitName: (id: string) => string; lang: Language }) {
  const { moved, running, moves } = impact.due;
  if (running === 0)
    return <p class="govuk-body">{{ vi: "Không hồ sơ nào đổi hạn trả kết quả.", en: "No due date moves." }[lang]}</p>;
  const said = text(
    `${moved} hồ sơ đổi hạn trả kết quả (${running} hồ sơ có thời hạn chạy qua các ngày này).`,
    `${moved} due dates move (${running} clocks run over these days).`,
  );
  return (
    <>
      <p class="govuk-body">{said[lang]}</p>
      {moves.length > 0 && (
        <Details summary={text(`Xem ${moves.length} hồ sơ đầu`, `See the first ${moves.length}`)} lang={lang}>
          <Table
            dense
            caption={said}
            captionHidden
            lang={lang}
            columns={[
              { key: "code", label: text("Mã hồ sơ", "Dossier") },
              { key: "unit", label: text("Đơn vị", "Office") },
              { key: "due", label: text("Hạn hiện nay", "Due now") },
              { key: "becomes", label: text("Hạn mới", "Then") },
            ]}
            rows={moves.map((move) => ({
              cells: {
                code: move.code,
                unit: unitName(move.unitId),
                due: <DateText at={move.dueAt} />,
                becomes: <DateText at={move.becomes} />,
              },
            }))}
          />
        </Details>
      )}
    </>
  );
}
