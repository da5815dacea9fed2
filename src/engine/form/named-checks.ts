import { addDays, addMonths, day, daysBetween, parseIsoDate, showDate } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Edition } from "../definition/index.ts";
import { type Answers, answerAt, entriesOf, type FormContext, type Problem } from "./answers.ts";

/**
 * Checks over several answers at once, which the rules of single fields cannot say. An edition names those it wants;
 * the fields they look at are those that fill the columns of its register.
 */
export function runNamedChecks(edition: Edition, answers: Answers, context: FormContext): readonly Problem[] {
  return (edition.checks ?? []).flatMap((name) => CHECKS[name](edition, answers, context));
}

type Check = (edition: Edition, answers: Answers, context: FormContext) => readonly Problem[];

const CHECKS: { readonly [K in NonNullable<Edition["checks"]>[number]]: Check } = {
  "stay-order": (edition, answers) =>
    eachStay(edition, answers, ({ nights }) =>
      nights < 0
        ? text("Ngày đi không được trước ngày đến.", "The day of leaving cannot be before the day of arrival.")
        : null,
    ),
  "stay-at-most-30-days": (edition, answers) =>
    eachStay(edition, answers, ({ nights }) =>
      nights > LONGEST_STAY_DAYS
        ? text(
            `Lưu trú không quá ${LONGEST_STAY_DAYS} ngày. Người ở lâu hơn cần đăng ký tạm trú.`,
            `A stay lasts at most ${LONGEST_STAY_DAYS} days. Who stays longer registers temporary residence.`,
          )
        : null,
    ),
  "temporary-residence-term": (edition, answers, { on }) => {
    const name = pathOf(edition, "valid_until");
    const until = parseIsoDate(String(answerAt(answers, name) ?? ""));
    if (!until) return [];
    const last = addMonths(on, LONGEST_RESIDENCE_MONTHS);
    const first = addDays(on, LEAST_RESIDENCE_DAYS);
    if (until > last) {
      return [
        {
          name: `${name}.day`,
          text: text(
            `Thời hạn tạm trú tối đa 02 năm, đến ngày ${showDate(last)}.`,
            `Temporary residence lasts at most two years, until ${showDate(last)}.`,
          ),
        },
      ];
    }
    if (until < first) {
      return [
        {
          name: `${name}.day`,
          text: text(
            `Đăng ký tạm trú dành cho người ở từ 30 ngày trở lên, ít nhất đến ngày ${showDate(first)}. Ở ngắn hơn thì chủ nhà thông báo lưu trú.`,
            `Temporary residence is for 30 days or more, at least until ${showDate(first)}. For less, the host sends a stay notification.`,
          ),
        },
      ];
    }
    return [];
  },
  "seal-scope": (_edition, answers) => {
    const [name, value] = Object.entries(answers).find(([, answer]) => answer === "enterprise-law") ?? [];
    return name && value
      ? [
          {
            name,
            text: text(
              "Doanh nghiệp chỉ hoạt động theo Luật Doanh nghiệp tự quyết định về con dấu của mình (Điều 43 Luật Doanh nghiệp 2020), không phải đăng ký với cơ quan Công an.",
              "A company under the Law on Enterprises alone decides on its own seal (Law on Enterprises 2020, art. 43); it does not register it with the police.",
            ),
          },
        ]
      : [];
  },
};

/** Residence Law 68/2020/QH14 art. 2.6, Circular 116/2026/TT-BCA art. 14.4; art. 27.2; art. 27.1. */
const LONGEST_STAY_DAYS = 30;
const LONGEST_RESIDENCE_MONTHS = 24;
const LEAST_RESIDENCE_DAYS = 30;

function eachStay(
  edition: Edition,
  answers: Answers,
  judge: (stay: { nights: number }) => Text | null,
): readonly Problem[] {
  const [group = "", leaves = ""] = pathOf(edition, "leaves_on").split(".");
  const arrives = pathOf(edition, "arrived_at").split(".")[1] ?? "";
  return entriesOf(answers[group]).flatMap((entry, at) => {
    const [arrivedAt, leavesOn] = [entry[arrives], entry[leaves]];
    if (typeof arrivedAt !== "string" || typeof leavesOn !== "string") return [];
    const sentence = judge({ nights: daysBetween(day(arrivedAt.slice(0, 10)), day(leavesOn)) });
    return sentence ? [{ name: `${group}.${at}.${leaves}.day`, text: sentence }] : [];
  });
}

const pathOf = (edition: Edition, column: string): string => {
  const paths = edition.register?.values[column];
  return (typeof paths === "string" ? paths : paths?.[0]) ?? "";
};
