import { type Delivery, deliveryOf, originalsInHand, syncOf } from "../../../engine/state/index.ts";
import { showInstant } from "../../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import { InsetText, SummaryList, type SummaryRow, Table, Tag, Warning } from "../../ui/index.ts";
import { Wide } from "../wide.tsx";
import type { Desk } from "./load.ts";

const DAY_MS = 86_400_000;

/** One day before the time is over the law asks for an apology; the page says so until it is written. */
export function ApologyDue({ desk, lang }: { desk: Desk; lang: Language }) {
  const { state } = desk.view;
  const { dueAt } = state;
  if (dueAt === null || state.endedAt !== null || state.reappointments > 0 || desk.now < dueAt - DAY_MS) return null;
  return (
    <Warning lang={lang}>
      {
        {
          vi: `Hạn trả kết quả là ${showInstant(dueAt)}. Nếu không kịp, phải có văn bản xin lỗi và hẹn lại chậm nhất 01 ngày trước hạn: dùng việc “Xin lỗi và hẹn lại”.`,
          en: `The result is due ${showInstant(dueAt)}. If it cannot be ready, an apology with a new appointment is owed one day before: use “Apologise and make a new appointment”.`,
        }[lang]
      }
    </Warning>
  );
}

/** Why the request to supplement is not among the acts: the second at reception waits for a superior. */
export function SecondRequest({ desk, lang }: { desk: Desk; lang: Language }) {
  const { status, intakeSupplements, supplementApproval } = desk.view.state;
  if (status !== "filed" || intakeSupplements === 0) return null;
  return (
    <InsetText>
      {supplementApproval
        ? {
            vi: `${supplementApproval.by.name} đã duyệt yêu cầu bổ sung thêm một lần: ${supplementApproval.reason}`,
            en: `${supplementApproval.by.name} has allowed a further request: ${supplementApproval.reason}`,
          }[lang]
        : SECOND_NEEDS_LEAVE[lang]}
    </InsetText>
  );
}
const SECOND_NEEDS_LEAVE = text(
  "Hồ sơ đã được yêu cầu bổ sung khi tiếp nhận. Lần thứ hai cần chỉ huy đơn vị hoặc người đứng đầu Bộ phận Một cửa duyệt trước.",
  "A supplement was asked for at reception before. A second request first needs the leave of the unit's lead or the head of the desk.",
);

const DELIVERY_NAMES: { readonly [D in Delivery]: Text } = {
  none: text("Chưa có kết quả", "No result yet"),
  ready: text("Chờ giao", "Ready to be handed over"),
  "with-post": text("Đang ở bưu chính", "With the post"),
  delivered: text("Đã giao", "Delivered"),
};
const SYNC_NAMES = {
  "not-due": text("Chưa kết nối", "Not connected"),
  waiting: text("Chờ gửi", "Waiting to be sent"),
  sent: text("Đã gửi", "Sent"),
  failed: text("Gửi chưa được", "Sending failed"),
} as const;

/** Where the dossier stands beside its status: delivery, the national portal, the new appointment, originals, runs of the clock. */
export function lifeRows(desk: Desk, lang: Language): readonly SummaryRow[] {
  const { state } = desk.view;
  const held = originalsInHand(state);
  const first = desk.announced[0];
  const sync = syncOf(state.nationalPath, desk.announced, first ? state.filedAt : null);
  return [
    ...(state.reappointedTo === null
      ? []
      : [{ label: text("Hẹn lại", "New appointment"), value: showInstant(state.reappointedTo) }]),
    ...(state.supplementCount === 0
      ? []
      : [
          {
            label: text("Số lần yêu cầu bổ sung", "Requests for a supplement"),
            value: {
              vi: `${state.supplementCount} (khi tiếp nhận: ${state.intakeSupplements})`,
              en: `${state.supplementCount} (at reception: ${state.intakeSupplements})`,
            }[lang],
          },
        ]),
    ...(state.clockRuns.length < 2
      ? []
      : [
          {
            label: text("Các lần tính thời hạn", "Runs of the clock"),
            value: (
              <ul class="govuk-list">
                {state.clockRuns.map((run) => (
                  <li>
                    {showInstant(run.from)} – {run.until === null ? "…" : showInstant(run.until)}
                    {run.dueAt !== null && (
                      <span class="mc-muted">
                        {" "}
                        ({{ vi: "hạn", en: "due" }[lang]} {showInstant(run.dueAt)})
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            ),
          },
        ]),
    ...(held.length === 0
      ? []
      : [
          {
            label: text("Bản chính đang giữ", "Originals in hand"),
            value: held.map(({ title, count }) => `${title} (${count})`).join("; "),
          },
        ]),
    { label: text("Giao kết quả", "Delivery"), value: DELIVERY_NAMES[deliveryOf(state)][lang] },
    { label: text("Cổng Dịch vụ công quốc gia", "National portal"), value: SYNC_NAMES[sync][lang] },
  ];
}

const CAPTION = text("Cơ quan phối hợp, liên thông", "Other offices at work");

/** Offices that were asked, what they had to say, and the plan of an interlinked procedure. */
export function Cooperations({ desk, lang }: { desk: Desk; lang: Language }) {
  const { acts, edition, state } = desk.view;
  if (state.cooperations.length === 0 && !edition.interlinked) return null;
  return (
    <section class="mc-card" id="phoi-hop">
      <h2 class="govuk-heading-m">{CAPTION[lang]}</h2>
      {edition.interlinked && (
        <SummaryList
          lang={lang}
          rows={edition.interlinked.map((leg, at) => ({
            label: text(`${at + 1}. ${leg.title.vi}`, `${at + 1}. ${leg.title.en}`),
            value: { vi: `${leg.share} ngày làm việc`, en: `${leg.share} working days` }[lang],
          }))}
        />
      )}
      {state.cooperations.length > 0 && (
        <Wide label={CAPTION} lang={lang}>
          <Table
            dense
            captionHidden
            caption={CAPTION}
            lang={lang}
            columns={[
              { key: "unit", label: text("Cơ quan", "Office") },
              { key: "what", label: text("Nội dung", "What") },
              { key: "due", label: text("Hạn", "By") },
              { key: "state", label: text("Tình trạng", "State") },
            ]}
            rows={state.cooperations.map((one) => {
              const asked = acts.find((act) => act.kind === "consulted" && act.data.id === one.id);
              return {
                cells: {
                  unit: one.unitName,
                  what:
                    asked?.kind === "consulted" ? asked.data.question : { vi: "Liên thông", en: "Interlinked" }[lang],
                  due: showInstant(one.dueAt),
                  state: <CooperationTag one={one} now={desk.now} lang={lang} />,
                },
              };
            })}
          />
        </Wide>
      )}
    </section>
  );
}

export function CooperationTag(props: {
  one: { readonly answeredAt: number | null; readonly dueAt: number };
  now: number;
  lang: Language;
}) {
  const { one, now, lang } = props;
  if (one.answeredAt !== null)
    return one.answeredAt <= one.dueAt ? (
      <Tag tone="done" label={text("Đã trả lời", "Answered")} lang={lang} />
    ) : (
      <Tag tone="neutral" label={text("Đã trả lời, muộn", "Answered late")} lang={lang} />
    );
  return now > one.dueAt ? (
    <Tag tone="refused" label={text("Quá hạn trả lời", "No answer in time")} lang={lang} />
  ) : (
    <Tag tone="waiting" label={text("Chờ trả lời", "Waiting")} lang={lang} />
  );
}
