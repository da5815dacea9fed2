import { dong } from "../../kernel/dong.ts";
import { day, instantAt } from "../../kernel/plain-date.ts";
import type { Language } from "../../kernel/text.ts";
import { Button } from "./button.tsx";
import { Cards } from "./cards.tsx";
import { DateText } from "./date-text.tsx";
import { Details } from "./details.tsx";
import { DueBadge, type DueState } from "./due-badge.tsx";
import { Example } from "./gallery-example.tsx";
import { Money } from "./money.tsx";
import { InsetText, Notice, Warning } from "./notice.tsx";
import { Outcome } from "./outcome.tsx";
import { Panel } from "./panel.tsx";
import { PaymentWatch } from "./payment-watch.tsx";
import { QrFigure } from "./qr-figure.tsx";
import { SummaryList } from "./summary-list.tsx";
import { Table } from "./table.tsx";
import { Tabs } from "./tabs.tsx";
import { Tag, type Tone } from "./tag.tsx";
import { Timeline } from "./timeline.tsx";

const at = (hour: number) => instantAt(day("2026-11-23"), hour * 60);
const TONES: readonly { tone: Tone; label: { vi: string; en: string } }[] = [
  { tone: "neutral", label: { vi: "Bản nháp", en: "Draft" } },
  { tone: "waiting", label: { vi: "Chờ tiếp nhận", en: "Awaiting reception" } },
  { tone: "progress", label: { vi: "Đang giải quyết", en: "In progress" } },
  { tone: "attention", label: { vi: "Cần bổ sung", en: "More is needed" } },
  { tone: "done", label: { vi: "Đã trả kết quả", en: "Result returned" } },
  { tone: "refused", label: { vi: "Từ chối", en: "Refused" } },
];
export const DUE_STATES: readonly DueState[] = [
  "on-time",
  "soon",
  "late",
  "paused",
  "early",
  "in-time",
  "overdue-done",
];

/** What pages say to people. */
export const GalleryContent = ({ lang }: { lang: Language }) => (
  <>
    <Example name="Outcome">
      <Outcome
        title={{ vi: "Hộ chiếu: cấp mới, ngày 23/11/2026", en: "Passport: new, on 23/11/2026" }}
        lang={lang}
        figures={[
          { label: { vi: "Lệ phí", en: "Fee" }, value: "200.000 đ", main: true },
          { label: { vi: "Cách nộp", en: "Way of filing" }, value: { vi: "Trực tuyến", en: "Online" } },
        ]}
      />
    </Example>
    <Example name="Panel, CodeBlock">
      <Panel
        title={{ vi: "Đã nhận hồ sơ của ông/bà", en: "Your dossier has been received" }}
        code="G01.079.1A-261123-010001"
        lang={lang}
      >
        <p>
          {lang === "vi"
            ? "Chúng tôi đã gửi giấy tiếp nhận đến số điện thoại của ông/bà."
            : "We sent the receipt to your phone."}
        </p>
      </Panel>
    </Example>
    <Example name="SummaryList">
      <SummaryList
        title={{ vi: "Kiểm tra thông tin", en: "Check your answers" }}
        lang={lang}
        rows={[
          { label: { vi: "Người khai", en: "Applicant" }, value: "Nguyễn Thị Minh Khai", changeHref: "/gallery?a" },
          {
            label: { vi: "Nơi tạm trú", en: "Address" },
            value: "Số 5, phố Đội Cấn, Phường Ba Đình, Thành phố Hà Nội",
            changeHref: "/gallery?b",
          },
          {
            label: { vi: "Từ ngày", en: "From" },
            value: <DateText on={day("2026-11-23")} />,
            changeHref: "/gallery?c",
          },
          { label: { vi: "Thư điện tử", en: "E-mail" }, value: "", changeHref: "/gallery?d" },
          { label: { vi: "Lệ phí", en: "Fee" }, value: <Money amount={dong(15_000)} lang={lang} /> },
        ]}
      />
    </Example>
    <Example name="Timeline">
      <Timeline
        lang={lang}
        entries={[
          { title: { vi: "Nộp hồ sơ", en: "Filed" }, at: at(8), by: "Nguyễn Thị Minh Khai" },
          {
            title: { vi: "Tiếp nhận", en: "Accepted" },
            at: at(9),
            by: { vi: "Công an phường Ba Đình", en: "Ba Đình Ward Police" },
            body: (
              <p>
                {lang === "vi"
                  ? "Trả kết quả chậm nhất 17:00, 26/11/2026."
                  : "Result by 17:00, 26/11/2026 at the latest."}
              </p>
            ),
          },
          { title: { vi: "Yêu cầu bổ sung", en: "More requested" }, at: at(10), tone: "warning" },
          { title: { vi: "Ký và đóng dấu điện tử", en: "Signed and sealed" }, at: at(15), tone: "seal" },
          { title: { vi: "Trả kết quả", en: "Result returned" }, ahead: true },
        ]}
      />
    </Example>
    <Example name="Tag">
      {TONES.map(({ tone, label }) => (
        <>
          <Tag tone={tone} label={label} lang={lang} />{" "}
        </>
      ))}
    </Example>
    <Example name="DueBadge">
      <ul class="govuk-list">
        {DUE_STATES.map((state) => (
          <li>
            <DueBadge
              state={state}
              lang={lang}
              detail={state === "soon" ? { vi: "còn 1 ngày làm việc", en: "1 working day left" } : undefined}
              dueAt={at(17)}
            />
          </li>
        ))}
      </ul>
    </Example>
    <Example name="Notice, Warning, InsetText, Details">
      <Notice lang={lang}>
        <p class="govuk-body">
          {lang === "vi"
            ? "Trụ sở nghỉ lễ từ 01/01/2027; thời hạn không tính ngày nghỉ."
            : "Offices close on 01/01/2027; days off are not counted."}
        </p>
      </Notice>
      <Notice lang={lang} tone="success">
        <p class="govuk-body">{lang === "vi" ? "Đã lưu bản nháp." : "Draft saved."}</p>
      </Notice>
      <Warning lang={lang}>
        {lang === "vi"
          ? "Khai không đúng sự thật có thể bị xử phạt vi phạm hành chính."
          : "False statements may be fined."}
      </Warning>
      <InsetText>
        {lang === "vi"
          ? "Không phải nộp giấy tờ đã có trong Cơ sở dữ liệu quốc gia về dân cư."
          : "Papers already in the National Population Database are not needed."}
      </InsetText>
      <Details
        summary={{ vi: "Tìm số định danh cá nhân ở đâu?", en: "Where is the identification number?" }}
        lang={lang}
      >
        <p>{lang === "vi" ? "Mặt trước thẻ căn cước, 12 chữ số." : "On the front of the identity card, 12 digits."}</p>
      </Details>
    </Example>
    <Example name="Tabs">
      <Tabs
        lang={lang}
        label={{ vi: "Hồ sơ", en: "Dossiers" }}
        tabs={[
          { label: { vi: "Đang xử lý", en: "Open" }, href: "/gallery?open", current: true, count: 2 },
          { label: { vi: "Đã xong", en: "Done" }, href: "/gallery?done", count: 7 },
        ]}
      />
    </Example>
    <Example name="Table">
      <Table
        caption={{ vi: "Lệ phí theo cách nộp", en: "Fee by way of filing" }}
        lang={lang}
        columns={[
          { key: "way", label: { vi: "Cách nộp", en: "Way" } },
          { key: "one", label: { vi: "Một người", en: "One person" }, figures: true },
          { key: "list", label: { vi: "Theo danh sách, mỗi người", en: "By list, each" }, figures: true },
        ]}
        rows={[
          {
            cells: {
              way: { vi: "Trực tiếp", en: "At the desk" }[lang],
              one: <Money amount={dong(15_000)} lang={lang} />,
              list: <Money amount={dong(10_000)} lang={lang} />,
            },
          },
          {
            cells: {
              way: { vi: "Trực tuyến", en: "Online" }[lang],
              one: <Money amount={dong(7_000)} lang={lang} />,
              list: <Money amount={dong(5_000)} lang={lang} />,
            },
          },
        ]}
      />
    </Example>
    <Example name="QrFigure, PaymentWatch">
      <QrFigure
        value="00020101021238570010A000000727012700069704220113VQRQ0001ABC0208QRIBFTTA5303704540615000"
        alt={{ vi: "Mã QR chuyển khoản 15.000 đ", en: "QR code for a transfer of 15.000 đ" }}
        caption={<Money amount={dong(15_000)} lang={lang} />}
        lang={lang}
      />
      <PaymentWatch statusUrl="/gallery/payment" doneHref="/gallery/front" seconds={600} lang={lang}>
        <Button href="/gallery" label={{ vi: "Tôi đã chuyển khoản", en: "I have paid" }} lang={lang} kind="secondary" />
      </PaymentWatch>
    </Example>
    <Example name="Cards">
      <Cards
        lang={lang}
        cards={[
          {
            title: { vi: "Thông báo lưu trú", en: "Stay notice" },
            href: "/procedures/stay-notice",
            body: {
              vi: "Khai khách nghỉ qua đêm, trước 23 giờ mỗi ngày.",
              en: "Report overnight guests before 23:00.",
            },
          },
          {
            title: { vi: "Đăng ký tạm trú", en: "Temporary residence" },
            href: "/procedures/temporary-residence",
            body: {
              vi: "Cho người ở ngoài nơi thường trú từ 30 ngày trở lên.",
              en: "For stays of 30 days or more away from home.",
            },
            note: <Tag tone="done" label={{ vi: "Toàn trình", en: "Fully online" }} lang={lang} />,
          },
          {
            title: { vi: "Đăng ký mẫu con dấu", en: "Seal registration" },
            href: "/procedures/seal",
            body: { vi: "Cho cơ quan, tổ chức được dùng con dấu.", en: "For bodies entitled to use a seal." },
          },
        ]}
      />
    </Example>
  </>
);
