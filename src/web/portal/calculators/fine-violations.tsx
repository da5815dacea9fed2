import { loadQuestions } from "../../../../law/index.ts";
import { type PlainDate, showDate } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { type Ctx, href } from "../../context.ts";
import { Cards, InsetText } from "../../ui/index.ts";
import { moneyText } from "./answer.ts";

type Violation = ReturnType<Awaited<ReturnType<typeof loadQuestions>>["searchViolations"]>[number];

const NEAREST_MOST = 3;

const addressOf = (c: Ctx, path: string, code: string, on: PlainDate, typed: string) =>
  href(c, `${path}?${new URLSearchParams({ ...(typed === "" ? {} : { q: typed }), loi: code, ngay: on })}`);

/** `Xe máy, mô tô · 800.000 đ – 1.000.000 đ · trừ 4 điểm`. */
function inShort(row: Violation, vehicle: Text): Text {
  const money = row.bracket && `${moneyText(row.bracket.least).vi} – ${moneyText(row.bracket.most).vi}`;
  return text(
    [
      vehicle.vi,
      money && (row.perExtraPerson ? `${money} mỗi người vượt` : money),
      row.points > 0 && `trừ ${row.points} điểm`,
      row.suspensionMonths && `tước giấy phép ${row.suspensionMonths.least}–${row.suspensionMonths.most} tháng`,
    ]
      .filter(Boolean)
      .join(" · "),
    [
      vehicle.en,
      money && (row.perExtraPerson ? `${money} for each person too many` : money),
      row.points > 0 && `${row.points} points`,
      row.suspensionMonths && `licence suspended ${row.suspensionMonths.least}–${row.suspensionMonths.most} months`,
    ]
      .filter(Boolean)
      .join(" · "),
  );
}

/** What a search found, to choose from; words that the best row does not have are told, so that nobody is misled. */
export async function FoundViolations(props: { c: Ctx; typed: string; on: PlainDate; path: string }) {
  const { c, typed, on, path } = props;
  const lang = c.get("lang");
  const { searchViolations, VEHICLE_NAMES, wordsNotFound } = await loadQuestions();
  const found = searchViolations(typed, on);
  const [best] = found;
  if (!best)
    return (
      <InsetText>
        {
          {
            vi: `Không tìm thấy hành vi nào khớp “${typed}” trong danh mục của ngày ${showDate(on)}. Hãy thử từ khác, hoặc ngắn hơn. Danh mục có từ 01/01/2020 và chưa đủ mọi hành vi: hãy tra Nghị định 168/2024/NĐ-CP, với vi phạm trước 01/01/2025 là Nghị định 100/2019/NĐ-CP.`,
            en: `No violation in the list for ${showDate(on)} fits “${typed}”. Try other or fewer words. The list begins on 01/01/2020 and does not have every act: consult Decree 168/2024/NĐ-CP, or Decree 100/2019/NĐ-CP for violations before 01/01/2025.`,
          }[lang]
        }
      </InsetText>
    );
  const missing = wordsNotFound(typed, best).join(", ");
  return (
    <section aria-labelledby="tim-thay">
      <h2 class="govuk-heading-l" id="tim-thay">
        {
          {
            vi: `${found.length} hành vi phù hợp, ngày ${showDate(on)}`,
            en:
              found.length === 1
                ? `One violation fits, on ${showDate(on)}`
                : `${found.length} violations fit, on ${showDate(on)}`,
          }[lang]
        }
      </h2>
      {missing !== "" && (
        <InsetText>
          {
            {
              vi: `Hành vi gần nhất không có các từ: ${missing}. Vui lòng đọc kỹ trước khi chọn; danh mục chưa đủ mọi hành vi.`,
              en: `The nearest violation does not have the words: ${missing}. Read before you choose; the list does not have every act.`,
            }[lang]
          }
        </InsetText>
      )}
      <Cards
        lang={lang}
        wide
        cards={found.map((row) => ({
          title: row.title,
          href: addressOf(c, path, row.code, on, typed),
          body: inShort(row, VEHICLE_NAMES[row.vehicle]),
        }))}
      />
    </section>
  );
}

/** Where an act has another place in the law of a day: the acts of that day that are worded most like it. */
export async function Nearest({ c, row, on, path }: { c: Ctx; row: Violation; on: PlainDate; path: string }) {
  const lang = c.get("lang");
  const { searchViolations, VEHICLE_NAMES } = await loadQuestions();
  const found = searchViolations(row.title.vi, on)
    .filter((one) => one.vehicle === row.vehicle)
    .slice(0, NEAREST_MOST);
  if (found.length === 0) return null;
  return (
    <>
      <p class="govuk-body">
        {
          {
            vi: `Ngày ${showDate(on)} áp dụng nghị định khác. Hành vi có lời văn gần nhất khi đó:`,
            en: `Another decree held on ${showDate(on)}. The acts worded most like it then:`,
          }[lang]
        }
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {found.map((one) => (
          <li>
            <a class="govuk-link" href={addressOf(c, path, one.code, on, "")}>
              {one.title[lang]}
            </a>
            <br />
            <span class="mc-muted">{inShort(one, VEHICLE_NAMES[one.vehicle])[lang]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
