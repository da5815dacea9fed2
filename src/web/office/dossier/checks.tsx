import { claimFields, type FieldAnswer } from "../../../kernel/person-claim.ts";
import { showInstant } from "../../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import { Details, InsetText, Table, Tag, type Tone, Warning } from "../../ui/index.ts";
import { Wide } from "../wide.tsx";
import type { Checked, Desk } from "./load.ts";

type Shown = FieldAnswer | "not-asked" | "waiting" | "refused";
const VERDICTS: { readonly [V in Shown]: { readonly label: Text; readonly tone: Tone } } = {
  match: { label: text("Khớp", "Match"), tone: "done" },
  "partial-match": { label: text("Khớp một phần", "Partial match"), tone: "attention" },
  "no-match": { label: text("Không khớp", "No match"), tone: "refused" },
  absent: { label: text("Không có trong CSDL", "Not in the register"), tone: "refused" },
  "not-asked": { label: text("Không đối chiếu", "Not compared"), tone: "neutral" },
  waiting: { label: text("Chờ trả lời", "Waiting"), tone: "attention" },
  refused: { label: text("Không được trả lời", "Not answered"), tone: "neutral" },
};

const COMPARED = text(
  "Đối chiếu với Cơ sở dữ liệu quốc gia về dân cư",
  "Compared with the national population database",
);

/** What the registers answer: whether the declared data agree, never the record itself. */
export function RegisterChecks({ desk, lang }: { desk: Desk; lang: Language }) {
  const { row } = desk.view;
  if (desk.checked.length === 0 && desk.organisationKnown === null) return null;
  return (
    <section class="mc-card" id="doi-chieu">
      <h2 class="govuk-heading-m">{{ vi: "Đối chiếu cơ sở dữ liệu", en: "Answers of the registers" }[lang]}</h2>
      {desk.organisationKnown !== null && (
        <p class="govuk-body">
          {{ vi: "Cơ quan, tổ chức", en: "Organisation" }[lang]} {row.ownerName}:{" "}
          <Tag {...VERDICTS[desk.organisationKnown ? "match" : "absent"]} lang={lang} />
        </p>
      )}
      {desk.checked.length > 0 && (
        <>
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
                { key: "at", label: text("Lúc", "At") },
              ]}
              rows={desk.checked.map((checked) => ({ cells: cellsOf(checked, lang) }))}
            />
          </Wide>
          {adviceOn(desk.checked).map((advice) =>
            advice.warns ? (
              <Warning lang={lang}>{advice.words[lang]}</Warning>
            ) : (
              <InsetText>{advice.words[lang]}</InsetText>
            ),
          )}
          <Details summary={text("Mã các lần hỏi", "Ids of the calls")} lang={lang}>
            <ul class="govuk-list">
              {desk.checked.map(({ name, check }) => (
                <li>
                  {name}: <span class="mc-typed">{check.id}</span>
                </li>
              ))}
            </ul>
          </Details>
        </>
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

function cellsOf({ as, name, claim, check }: Checked, lang: Language) {
  const { verdict, state } = check;
  const tag = (answer: Shown | undefined) => <Tag {...VERDICTS[answer ?? "not-asked"]} lang={lang} />;
  // Of a number the register does not have nothing more can be said.
  const of = (field: (typeof claimFields)[number]) => {
    if (claim[field] === undefined) return tag(undefined);
    if (!verdict) return tag(state === "refused" ? "refused" : "waiting");
    return tag(verdict.number === "absent" ? undefined : verdict[field]);
  };
  return {
    name: (
      <>
        {name} <span class="mc-muted">({as[lang]})</span>
        {verdict && !verdict.living && (
          <>
            {" "}
            <Tag tone="refused" label={text("CSDL ghi đã mất", "Recorded as deceased")} lang={lang} />
          </>
        )}
      </>
    ),
    number: tag(verdict ? verdict.number : state === "refused" ? "refused" : "waiting"),
    full: of("name"),
    birth: of("birthDate"),
    sex: of("sex"),
    at: check.answeredAt === null ? "" : showInstant(check.answeredAt),
  };
}

type Advice = { readonly words: Text; readonly warns: boolean };

/** What the officer does about it. Nothing is refused by the register alone: a person looks. */
function adviceOn(checked: readonly Checked[]): readonly Advice[] {
  const waiting = checked.filter(({ check }) => check.state === "waiting");
  const since = Math.min(...waiting.map(({ check }) => check.createdAt));
  const refused = checked.some(({ check }) => check.state === "refused");
  const differs = checked.some(
    ({ check: { verdict } }) =>
      verdict &&
      (!verdict.living ||
        verdict.number === "absent" ||
        claimFields.some((field) => verdict[field] !== undefined && verdict[field] !== "match")),
  );
  return [
    ...(waiting.length > 0
      ? [
          {
            warns: false,
            words: text(
              `Cơ sở dữ liệu chưa trả lời về ${waiting.length} người (hỏi từ ${showInstant(since)}). Hệ thống tự hỏi lại; hồ sơ vẫn được tiếp nhận và giải quyết.`,
              `The register has not answered about ${waiting.length} people yet (asked since ${showInstant(since)}). We ask again by ourselves; the dossier can be received and handled meanwhile.`,
            ),
          },
        ]
      : []),
    ...(differs
      ? [
          {
            warns: true,
            words: text(
              "Có thông tin chưa khớp. Đồng chí xem giấy tờ kèm theo và hỏi lại người nộp; kết quả đối chiếu tự nó không phải là lý do từ chối.",
              "Some data do not agree. Look at the papers and ask the filer; the register's answer alone is no reason to refuse.",
            ),
          },
        ]
      : []),
    ...(refused
      ? [
          {
            warns: false,
            words: text(
              "Cơ sở dữ liệu không nhận câu hỏi này. Đồng chí đối chiếu bằng giấy tờ.",
              "The register does not take this question. Compare by the papers.",
            ),
          },
        ]
      : []),
  ];
}
