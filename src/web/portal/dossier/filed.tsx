import { Hono } from "hono";
import { showInstant } from "../../../kernel/plain-date.ts";
import { text } from "../../../kernel/text.ts";
import { isOpen as owes } from "../../../modules/payments/index.ts";
import { href, type Vars, type WebDeps } from "../../context.ts";
import { Button, Notice, Panel } from "../../ui/index.ts";
import { portalPage } from "../page.tsx";

import { mine } from "./mine.ts";

/** The page after sending: the code, and what comes next. */
export function filedPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/ho-so/:code/da-nop", async (c) => {
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    const { view, session } = found;
    const lang = c.get("lang");
    const done = view.edition.handling === "on-the-spot";
    const debts = await deps.payments.debtsOf(deps.db, view.row.officeProvince, view.row.id);
    const unpaid = debts.some(owes);
    const acknowledged = view.acts.find((act) => act.kind === "acknowledged");
    const unit = deps.catalogue.getUnit(view.row.unitId);
    return portalPage(
      deps,
      c,
      { title: text("Đã gửi hồ sơ", "Sent") },
      <>
        <Panel
          title={done ? text("Đã ghi nhận thông báo", "Notification recorded") : text("Đã gửi hồ sơ", "Dossier sent")}
          code={view.row.code}
          lang={lang}
        />
        <p class="govuk-body-l">
          {done
            ? {
                vi: `${unit.name.vi} đã ghi nhận lúc ${showInstant(view.row.filedAt)}.`,
                en: `Recorded by ${unit.name.en} at ${showInstant(view.row.filedAt)}.`,
              }[lang]
            : {
                vi: `${unit.name.vi} sẽ kiểm tra và trả lời trong 08 giờ làm việc.`,
                en: `${unit.name.en} checks it and answers within 8 working hours.`,
              }[lang]}
        </p>
        {acknowledged?.data.onTime !== undefined && (
          <Notice lang={lang} tone={acknowledged.data.onTime ? "success" : "info"}>
            <p class="govuk-body">
              {acknowledged.data.onTime
                ? {
                    vi: `${acknowledged.data.entries} lượt lưu trú, thông báo đúng hạn.`,
                    en: `${acknowledged.data.entries} stays, notified on time.`,
                  }[lang]
                : {
                    vi: `${acknowledged.data.entries} lượt lưu trú. Có lượt thông báo muộn: sau 23 giờ ngày khách đến, hoặc sau 8 giờ sáng hôm sau nếu khách đến sau 23 giờ. Thông báo vẫn được ghi nhận.`,
                    en: `${acknowledged.data.entries} stays. Some came late: after 23:00 of the day of arrival, or after 08:00 the next day for arrivals after 23:00. They are recorded all the same.`,
                  }[lang]}
            </p>
          </Notice>
        )}
        {view.state.filer.helper && (
          <p class="govuk-body">
            {
              {
                vi: `Người nộp: ${view.row.filerName}. Người hỗ trợ: ${view.state.filer.helper.name}.`,
                en: `Filed by ${view.row.filerName}, helped by ${view.state.filer.helper.name}.`,
              }[lang]
            }
          </p>
        )}
        <h2 class="govuk-heading-m">{{ vi: "Việc tiếp theo", en: "What happens next" }[lang]}</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>{{ vi: "Ghi lại mã hồ sơ ở trên để tra cứu.", en: "Keep the code above to look it up." }[lang]}</li>
          {unpaid && <li>{{ vi: "Nộp lệ phí bằng mã QR ngân hàng.", en: "Pay the fee by bank QR." }[lang]}</li>}
          {!done && (
            <li>
              {
                {
                  vi: "Theo dõi và nhận kết quả tại trang Hồ sơ của tôi.",
                  en: "Follow it and get the result at My dossiers.",
                }[lang]
              }
            </li>
          )}
        </ul>
        <div class="govuk-button-group">
          {unpaid && (
            <Button
              label={text("Nộp lệ phí", "Pay the fee")}
              lang={lang}
              href={href(c, `/ho-so/${view.row.code}/thanh-toan`)}
            />
          )}
          <Button
            label={text("Xem hồ sơ", "See the dossier")}
            lang={lang}
            kind={unpaid ? "secondary" : "primary"}
            href={href(c, `/ho-so/${view.row.code}`)}
          />
        </div>
        {session.organisation && (
          <p class="govuk-hint">
            {{ vi: "Nộp thay mặt: ", en: "On behalf of: " }[lang]}
            {session.organisation.name}
          </p>
        )}
      </>,
    );
  });

  return app;
}
