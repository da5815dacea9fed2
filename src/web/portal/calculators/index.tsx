import { Hono } from "hono";
import { text } from "../../../kernel/text.ts";
import { href, type Vars, type WebDeps } from "../../context.ts";
import { Cards } from "../../ui/index.ts";
import { portalPage } from "../page.tsx";
import { DUE_DATE_PATH, DUE_DATE_TITLE, dueDateCalculator } from "./due-date.tsx";
import { FEES_PATH, FEES_TITLE, feeCalculator } from "./fees.tsx";
import { FINE_PATH, FINE_TITLE, fineCalculator } from "./fine.tsx";
import { CALCULATORS, CALCULATORS_PATH } from "./frame.tsx";
import { VEHICLE_PATH, VEHICLE_TITLE, vehicleCalculator } from "./vehicle.tsx";

const CARDS = [
  {
    title: FINE_TITLE,
    path: FINE_PATH,
    body: text(
      "Tìm bằng lời nói hằng ngày: tiền phạt, điểm bị trừ, tạm giữ xe.",
      "Searched in everyday words: fine, points, vehicle held.",
    ),
  },
  {
    title: DUE_DATE_TITLE,
    path: DUE_DATE_PATH,
    body: text(
      "Khi nào có kết quả, hạn nộp phạt, hạn khai báo; đã tính ngày nghỉ, lễ, làm bù.",
      "When a result is due, a fine must be paid, a change declared; days off are counted.",
    ),
  },
  {
    title: VEHICLE_TITLE,
    path: VEHICLE_PATH,
    body: text("Lệ phí trước bạ, lệ phí biển số và tổng phải nộp.", "Registration tax, plate fee, and both together."),
  },
  {
    title: FEES_TITLE,
    path: FEES_PATH,
    body: text("Trực tuyến hay trực tiếp, ai được miễn.", "Online or at the counter, and who pays none."),
  },
  {
    title: text("Địa chỉ cũ nay thuộc đâu?", "Where does an old address belong now?"),
    path: "/dia-chi-cu",
    body: text(
      "Phường, xã và Công an có thẩm quyền hiện nay của một địa chỉ trước 01/07/2025.",
      "The commune and the competent police today of an address of before 01/07/2025.",
    ),
  },
  {
    title: text("Pháp luật thay đổi gì giữa hai ngày?", "What changed in the law between two days?"),
    path: "/phap-luat/thay-doi",
    body: text(
      "Mọi mức thu, thời hạn, mức phạt, địa giới đã thay đổi.",
      "Every fee, term, fine and boundary that changed.",
    ),
  },
] as const;

/** What people can reckon by themselves: a page with a card for each calculator, and the calculators. */
export function calculatorPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get(CALCULATORS_PATH, (c) => {
    const lang = c.get("lang");
    return portalPage(
      deps,
      c,
      {
        title: CALCULATORS,
        wide: true,
        crumbs: [{ label: text("Trang chủ", "Home"), href: href(c, "/") }, { label: CALCULATORS }],
      },
      <>
        <h1 class="govuk-heading-xl">{CALCULATORS[lang]}</h1>
        <p class="govuk-body-l">
          {
            {
              vi: "Chọn một ngày bất kỳ để biết phải nộp bao nhiêu, khi nào đến hạn, vì sao, và một năm trước thì thế nào. Không cần đăng nhập.",
              en: "For any day: how much, until when, why, and how it was a year before. No sign-in needed.",
            }[lang]
          }
        </p>
        <Cards
          lang={lang}
          level={2}
          cards={CARDS.map(({ title, path, body }) => ({ title, href: href(c, path), body }))}
        />
      </>,
    );
  });
  app.route("/", dueDateCalculator(deps));
  app.route("/", vehicleCalculator(deps));
  app.route("/", fineCalculator(deps));
  app.route("/", feeCalculator(deps));
  return app;
}
