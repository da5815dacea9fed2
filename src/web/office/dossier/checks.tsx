import { type Language, type Text, text } from "../../../kernel/text.ts";
import type { FieldAnswer, Verification } from "../../../modules/population/index.ts";
import { InsetText, Table, Tag, type Tone } from "../../ui/index.ts";
import { Wide } from "../wide.tsx";
import type { Desk } from "./load.ts";

const VERDICTS: { readonly [V in FieldAnswer | "not-asked"]: { readonly label: Text; readonly tone: Tone } } = {
  match: { label: text("Khớp", "Match"), tone: "done" },
  "partial-match": { label: text("Khớp một phần", "Partial match"), tone: "attention" },
  "no-match": { label: text("Không khớp", "No match"), tone: "refused" },
  absent: { label: text("Không có trong CSDL", "Not in the register"), tone: "refused" },
  "not-asked": { label: text("Không đối chiếu", "Not compared"), tone: "neutral" },
};

const COMPARED = text(
  "Đối chiếu với Cơ sở dữ liệu quốc gia về dân cư",
  "Compared with the national population database",
);

/** What the registers answer: whether the declared data agree, never the record itself. */
export function RegisterChecks({ desk, lang }: { desk: Desk; lang: Language }) {
  const { row } = desk.view;
  const tag = (answer: FieldAnswer | undefined) => <Tag {...VERDICTS[answer ?? "not-asked"]} lang={lang} />;
  // Of a number the register does not have nothing more can be said.
  const rest = (verdict: Verification, answer: FieldAnswer | undefined) =>
    tag(verdict.number === "absent" ? undefined : answer);
  if (desk.checked.length === 0 && desk.organisationKnown === null) return null;
  return (
    <section class="mc-card" id="doi-chieu">
      <h2 class="govuk-heading-m">{{ vi: "Đối chiếu cơ sở dữ liệu", en: "Answers of the registers" }[lang]}</h2>
      {desk.organisationKnown !== null && (
        <p class="govuk-body">
          {{ vi: "Cơ quan, tổ chức", en: "Organisation" }[lang]} {row.ownerName}:{" "}
          {tag(desk.organisationKnown ? "match" : "absent")}
        </p>
      )}
      {desk.checked.length > 0 && (
        <Wide label={COMPARED} lang={lang}>
          <Table
            dense
            captionHidden
            caption={COMPARED}
            lang={lang}
            columns={[
              { key: "name", label: text("Người được đối chiếu", "Person") },
              { key: "number", label: text("Số định danh", "Number") },
              { key: "full", label: text("Họ và tên", "Name") },
              { key: "birth", label: text("Ngày sinh", "Birth date") },
              { key: "sex", label: text("Giới tính", "Sex") },
            ]}
            rows={desk.checked.map(({ as, name, verdict }) => ({
              cells: {
                name: (
                  <>
                    {name} <span class="mc-muted">({as[lang]})</span>
                    {!verdict.living && (
                      <>
                        {" "}
                        <Tag tone="refused" label={text("CSDL ghi đã mất", "Recorded as deceased")} lang={lang} />
                      </>
                    )}
                  </>
                ),
                number: tag(verdict.number),
                full: rest(verdict, verdict.name),
                birth: rest(verdict, verdict.birthDate),
                sex: rest(verdict, verdict.sex),
              },
            }))}
          />
        </Wide>
      )}
      {desk.unchecked > 0 && (
        <InsetText>
          {
            {
              vi: `Còn ${desk.unchecked} người trong danh sách chưa được đối chiếu trên trang này.`,
              en: `${desk.unchecked} more people of the list are not compared on this page.`,
            }[lang]
          }
        </InsetText>
      )}
    </section>
  );
}
