import { scoreCardPeriod } from "../../../../law/index.ts";
import { showDate, showInstant } from "../../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import type { Assessed, ScoreCard, ServiceIndex } from "../../../modules/figures/index.ts";
import { InsetText, type SelectOption, Table } from "../../ui/index.ts";
import { Wide } from "../wide.tsx";

/** The tables of the score card and of the service index. */

const UNKNOWN = text("chưa đủ điểm", "not all points known");
/** Points as read in the language; a dash where there are none. */
const figure = (points: number | null, lang: Language): string => {
  const words = points === null ? "–" : String(points);
  return lang === "vi" ? words.replace(".", ",") : words;
};

/** Nine indicators of the unit; where the law has no card, it says so. */
export function Card({ found, lang }: { found: Assessed; lang: Language }) {
  const caption = text("Bảng điểm theo Thông tư 01/2018/TT-VPCP", "Score card of Circular 01/2018/TT-VPCP");
  if (!found.card) return <InsetText>{noCardWords()[lang]}</InsetText>;
  const { score, until } = found.card;
  return (
    <>
      <Wide label={caption} lang={lang}>
        <Table
          dense
          caption={caption}
          lang={lang}
          columns={[
            { key: "name", label: text("Chỉ số", "Indicator") },
            { key: "meanings", label: text("2 điểm; 1 điểm; 0 điểm", "2 points; 1 point; 0 points") },
            { key: "counted", label: text("Tính từ hồ sơ", "From dossiers"), figures: true },
            { key: "entered", label: text("Nhập", "Entered"), figures: true },
            { key: "points", label: text("Điểm", "Points"), figures: true },
          ]}
          rows={[
            ...score.indicators.map((one) => ({
              cells: {
                name: `${one.number}. ${one.name[lang]}`,
                meanings: one.meanings.map((meaning) => meaning[lang]).join("; "),
                counted: figure(one.counted, lang),
                entered: figure(one.entry?.points ?? null, lang),
                points: figure(one.points, lang),
              },
            })),
            totalRow(score, lang),
          ]}
        />
      </Wide>
      <p class="govuk-body">
        {
          {
            vi: `Tính trên hồ sơ có kết quả đến hết ${showDate(until)}. Điểm nhập thay cho điểm tính được; phản ánh đúng về thái độ (chỉ số 7) và lỗi của người nộp (chỉ số 3) do người theo dõi nhập.`,
            en: `Counted on dossiers that ended by ${showDate(until)}. Points entered take the place of those counted; feedback on attitude that proved true (7) and faults of filers (3) are entered by the overseer.`,
          }[lang]
        }
      </p>
    </>
  );
}

/** A period without a rule; the days of the rule there was are those of its rows. */
function noCardWords(): Text {
  const { from, until } = scoreCardPeriod();
  const [first, last] = [showDate(from), until ? showDate(until) : "…"];
  return text(
    `Không có quy định chấm điểm cho kỳ này: bảng điểm của Thông tư 01/2018/TT-VPCP áp dụng từ ${first} đến hết ${last}. Chọn kỳ trong khoảng đó để xem.`,
    `No rule for this period: the score card of Circular 01/2018/TT-VPCP held from ${first} to the end of ${last}. Choose a period within.`,
  );
}

const totalRow = (score: ScoreCard, lang: Language) => ({
  cells: {
    name: { vi: "Tổng điểm, xếp loại", en: "Total, class" }[lang],
    meanings: (score.class ?? UNKNOWN)[lang],
    counted: "",
    entered: "",
    points: `${figure(score.total, lang)}/${score.most}`,
  },
});

/** The indicators counted for officers. */
export function Officers(props: { found: Assessed; names: ReadonlyMap<string, string>; lang: Language }) {
  const { lang } = props;
  const caption = text("Cán bộ thụ lý (chỉ số 1, 2, 3, 4, 7)", "Officers (indicators 1, 2, 3, 4, 7)");
  return (
    <Wide label={caption} lang={lang}>
      <Table
        dense
        caption={caption}
        lang={lang}
        columns={[
          { key: "name", label: text("Cán bộ", "Officer") },
          { key: "done", label: text("Hồ sơ", "Dossiers"), figures: true },
          { key: "points", label: text("Điểm", "Points"), figures: true },
          { key: "class", label: text("Mức", "Class") },
        ]}
        rows={props.found.officers.map(({ account, done, score }) => ({
          cells: {
            name: props.names.get(account) ?? { vi: "Cán bộ đã chuyển đơn vị", en: "An officer who has left" }[lang],
            done: String(done),
            points: `${figure(score.total, lang)}/${score.most}`,
            class: (score.class ?? UNKNOWN)[lang],
          },
        }))}
      />
    </Wide>
  );
}

/** Five groups, with what events tell of each. */
export function Index({ index, lang }: { index: ServiceIndex; lang: Language }) {
  const caption = text("Bộ chỉ số phục vụ theo Quyết định 766/QĐ-TTg", "Service index of Decision 766/QĐ-TTg");
  return (
    <Wide label={caption} lang={lang}>
      <Table
        dense
        caption={caption}
        lang={lang}
        columns={[
          { key: "group", label: text("Nhóm", "Group") },
          { key: "rates", label: text("Tính từ hồ sơ", "From dossiers") },
          { key: "entered", label: text("Nhập", "Entered"), figures: true },
          { key: "points", label: text("Điểm", "Points"), figures: true },
          { key: "most", label: text("Tối đa", "Most"), figures: true },
        ]}
        rows={[
          ...index.groups.map((group) => ({
            cells: {
              group: group.name[lang],
              rates: group.rates.map((rate) => (
                <>
                  {rate.name[lang]}:{" "}
                  {rate.rate === null
                    ? { vi: "không có số liệu", en: "no figures" }[lang]
                    : `${rate.part}/${rate.whole} (${Math.floor(rate.rate * 100)} %)`}
                  {rate.most === null
                    ? { vi: ", trọng số chưa xác định", en: ", weight not established" }[lang]
                    : rate.points !== null && `, ${figure(rate.points, lang)}/${rate.most}`}
                  <br />
                </>
              )),
              entered: figure(group.entry?.points ?? null, lang),
              points: figure(group.points, lang),
              most: String(group.most),
            },
          })),
          {
            cells: {
              group: { vi: "Tổng điểm, xếp loại", en: "Total, class" }[lang],
              rates: (index.class ?? UNKNOWN)[lang],
              entered: "",
              points: figure(index.total, lang),
              most: "100",
            },
          },
        ]}
      />
    </Wide>
  );
}

/** What was entered, the latest first. */
export function Entries({ found, lang }: { found: Assessed; lang: Language }) {
  if (found.entries.length === 0) return null;
  const names = new Map(itemsOf(found).map(({ value, label }) => [value, label]));
  const caption = text("Điểm đã nhập cho kỳ này", "Points entered for this period");
  return (
    <Wide label={caption} lang={lang}>
      <Table
        dense
        caption={caption}
        lang={lang}
        columns={[
          { key: "item", label: text("Nội dung", "Item") },
          { key: "points", label: text("Điểm", "Points"), figures: true },
          { key: "reason", label: text("Lý do", "Reason") },
          { key: "by", label: text("Người nhập", "By") },
        ]}
        rows={found.entries.map((entry) => ({
          cells: {
            item: (names.get(`${entry.card}|${entry.item}`) ?? text(entry.item, entry.item))[lang],
            points: figure(entry.points, lang),
            reason: entry.reason,
            by: `${entry.byName}, ${showInstant(entry.at)}`,
          },
        }))}
      />
    </Wide>
  );
}

/** What points can be entered for. */
export const itemsOf = ({ card, index }: Assessed): readonly (SelectOption & { readonly label: Text })[] => [
  ...(card?.score.indicators ?? []).map(({ number, name }) => ({
    value: `score-card|${number}`,
    label: text(`${number}. ${name.vi} (0–2)`, `${number}. ${name.en} (0 to 2)`),
    group: text("Bảng điểm 01/2018", "Score card of 2018"),
  })),
  ...(index?.groups ?? []).map(({ key, name, most }) => ({
    value: `service-index|${key}`,
    label: text(`${name.vi} (0–${most})`, `${name.en} (0 to ${most})`),
    group: text("Bộ chỉ số 766", "Index of Decision 766"),
  })),
];
