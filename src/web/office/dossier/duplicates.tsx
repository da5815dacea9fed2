import { statusName } from "../../../engine/state/index.ts";
import { dayOfInstant, showDate } from "../../../kernel/plain-date.ts";
import type { Language } from "../../../kernel/text.ts";
import { text } from "../../../kernel/text.ts";
import { samePersonReasons } from "../../../modules/population/index.ts";
import { type Ctx, href } from "../../context.ts";
import { Notice } from "../../ui/index.ts";
import type { Desk } from "./load.ts";

const SHOWN_MOST = 5;
const TITLE = text("Có thể trùng; đề nghị xem", "May be double; please look");

/** People of the dossier who may be in the register twice, and dossiers that ask the same. The officer decides what it means. */
export function Duplicates({ c, desk, lang }: { c: Ctx; desk: Desk; lang: Language }) {
  const { samePersons, sameDossiers, view, officer } = desk;
  if (samePersons.length === 0 && sameDossiers.length === 0) return null;
  return (
    <Notice lang={lang} title={TITLE}>
      <ul class="govuk-list govuk-list--bullet">
        {sameDossiers.slice(0, SHOWN_MOST).map((dossier) => {
          const filed = showDate(dayOfInstant(dossier.filedAt));
          const status = statusName(dossier.status)[lang].toLowerCase();
          return (
            <li>
              {{ vi: "Hồ sơ ", en: "Dossier " }[lang]}
              {dossier.unitId === officer.post.unit.id ? (
                <a class="govuk-link" href={href(c, `/office/ho-so/${dossier.code}`)}>
                  {dossier.code}
                </a>
              ) : (
                dossier.code
              )}
              {
                {
                  vi: `: cùng thủ tục, cùng chủ hồ sơ, cùng nội dung chính; nộp ${filed}, ${status}.`,
                  en: `: same procedure, same owner, same essential answers; filed ${filed}, ${status}.`,
                }[lang]
              }
            </li>
          );
        })}
        {sameDossiers.length > SHOWN_MOST && (
          <li>
            {
              {
                vi: `Và ${sameDossiers.length - SHOWN_MOST} hồ sơ khác như vậy.`,
                en: `And ${sameDossiers.length - SHOWN_MOST} more like them.`,
              }[lang]
            }
          </li>
        )}
        {samePersons.map(({ about, at, reasons, otherName, numberEnds }) => (
          <li>
            {
              {
                vi: `${about} và ${otherName} (số … ${numberEnds}) trong sổ dân cư có thể là một người: `,
                en: `${about} and ${otherName} (number … ${numberEnds}) in the register may be one person: `,
              }[lang]
            }
            {reasons.map((reason) => samePersonReasons[reason][lang]).join(", ")}.{" "}
            <a class="govuk-link" href={href(c, `/office/ho-so/${view.row.code}/dan-cu?nguoi=${at}`)}>
              {{ vi: "Tìm trong sổ dân cư", en: "Search the register" }[lang]}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
