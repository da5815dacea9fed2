import type { ClockInterval, ClockPhase, DossierClock, WarningLevel } from "../engine/reckoning/clock.ts";
import { MS_PER_HOUR, MS_PER_MINUTE } from "../kernel/office-time.ts";
import { showInstant } from "../kernel/plain-date.ts";
import { type Language, type Text, text } from "../kernel/text.ts";
import { cited } from "./citations.ts";
import { Details, SummaryList, type SummaryRow, Table, Tag, type Tone } from "./ui/index.ts";

/** The clock of a dossier with its reasons, the same for the citizen, the officer and whoever inspects. */
export function ClockStory({ clock, lang }: { clock: DossierClock; lang: Language }) {
  const { intervals, reckoned } = clock;
  if (intervals.length === 0) return null;
  return (
    <section class="mc-card" id="thoi-han">
      <h2 class="govuk-heading-m">{{ vi: "Thời hạn giải quyết", en: "The time for the answer" }[lang]}</h2>
      <SummaryList lang={lang} rows={factsOf(clock, lang)} />
      <Table
        dense
        caption={text("Đồng hồ thời hạn qua từng giai đoạn", "The clock, stretch by stretch")}
        lang={lang}
        columns={[
          { key: "phase", label: text("Đồng hồ", "Clock") },
          { key: "from", label: text("Từ", "From") },
          { key: "until", label: text("Đến", "Until") },
          { key: "why", label: text("Lý do và căn cứ", "Reason and ground") },
        ]}
        rows={intervals.map((interval) => ({
          cells: {
            phase: <Tag {...PHASES[interval.phase]} lang={lang} />,
            from: showInstant(interval.from),
            until: interval.until === null ? "–" : showInstant(interval.until),
            why: <Why of={interval} lang={lang} />,
          },
        }))}
      />
      {reckoned && reckoned.steps.length > 0 && (
        <Details summary={text("Thời hạn được tính thế nào?", "How is the time reckoned?")} lang={lang}>
          <ol class="govuk-list govuk-list--number">
            {reckoned.steps.map((step) => (
              <li>{step[lang]}</li>
            ))}
          </ol>
          <p class="govuk-body">{cited(reckoned.citations, lang)}</p>
        </Details>
      )}
    </section>
  );
}

const PHASES: Readonly<Record<ClockPhase, { readonly label: Text; readonly tone: Tone }>> = {
  "not-started": { label: text("Chưa chạy", "Not started"), tone: "waiting" },
  running: { label: text("Đang chạy", "Runs"), tone: "progress" },
  paused: { label: text("Tạm dừng", "Paused"), tone: "attention" },
  void: { label: text("Không tính nữa", "Not counted any more"), tone: "neutral" },
  ended: { label: text("Kết thúc", "Ended"), tone: "done" },
};

function Why({ of, lang }: { of: ClockInterval; lang: Language }) {
  const ground = cited(of.citations, lang);
  return (
    <>
      {of.reason[lang]}
      {of.note && (
        <>
          <br />
          {of.note}
        </>
      )}
      {ground && (
        <>
          <br />
          <small class="govuk-hint">{ground}</small>
        </>
      )}
    </>
  );
}

function factsOf(clock: DossierClock, lang: Language): readonly SummaryRow[] {
  const { term, used, left, share } = clock;
  if (!term || left === null || share === null || term.dueAt === null)
    return [{ label: text("Hạn trả kết quả", "Due"), value: { vi: "Chưa có hạn", en: "None yet" }[lang] }];
  const { originalDueAt, dueAt } = term;
  const percent = Math.round(share * 100);
  const rows: SummaryRow[] = [{ label: text("Tính từ", "Counted from"), value: showInstant(term.from) }];
  if (originalDueAt !== null && originalDueAt !== dueAt)
    rows.push({ label: text("Hạn ban đầu", "First due time"), value: showInstant(originalDueAt) });
  rows.push({
    label: text("Hạn trả kết quả theo luật", "Due by the law"),
    value:
      term.pausedSince === null
        ? showInstant(dueAt)
        : { vi: "Xác định khi hết tạm dừng", en: "Named when the pause ends" }[lang],
  });
  if (used + left === 0) return rows;
  rows.push({
    label: text("Đã dùng", "Used"),
    value: (
      <>
        <meter
          class="mc-meter"
          min={0}
          max={1}
          high={0.8}
          value={Math.min(1, share)}
          aria-label={{ vi: "Phần thời hạn đã dùng", en: "Share of the time used" }[lang]}
        >
          {percent}%
        </meter>{" "}
        {
          { vi: `${percent}% (${length(used).vi} làm việc)`, en: `${percent}% (${length(used).en} of office time)` }[
            lang
          ]
        }
      </>
    ),
  });
  rows.push({
    label: text("Còn lại", "Left"),
    value: clock.isLate
      ? { vi: "Đã quá hạn theo luật", en: "Over the time of the law" }[lang]
      : { vi: `${length(left).vi} làm việc`, en: `${length(left).en} of office time` }[lang],
  });
  return rows;
}

/** Office time in hours and minutes. */
function length(time: number): Text {
  const minutes = Math.floor(time / MS_PER_MINUTE);
  const [hours, rest] = [Math.floor(time / MS_PER_HOUR), minutes % 60];
  return rest === 0 ? text(`${hours} giờ`, `${hours} h`) : text(`${hours} giờ ${rest} phút`, `${hours} h ${rest} min`);
}

export const LEVEL_NAMES: Readonly<Record<WarningLevel | "late" | "unanswered", Text>> = {
  half: text("Đã dùng 50% thời hạn", "Half of the time is used"),
  "four-fifths": text("Đã dùng 80% thời hạn", "Four fifths of the time are used"),
  "day-before": text("Còn một ngày", "One day left"),
  late: text("Quá hạn", "Overdue"),
  unanswered: text("Quá 8 giờ làm việc chưa trả lời", "Unanswered for over 8 working hours"),
};
