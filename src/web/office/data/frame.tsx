import type { Child } from "hono/jsx";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import {
  dateOf,
  dayOfInstant,
  type Instant,
  parseLocalDateTime,
  showDate,
  showTime,
} from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { Tabs } from "../../ui/index.ts";
import type { Officer } from "../guard.ts";
import { type OfficePage, officePage } from "../page.tsx";

export const ROOT = "/office/du-lieu";

const TABS = [
  { path: ROOT, label: text("Câu hỏi", "Questions"), kind: "questions" },
  { path: `${ROOT}/yeu-cau`, label: text("Yêu cầu", "Requests"), kind: "requests" },
  { path: `${ROOT}/vi-pham`, label: text("Lộ, mất dữ liệu", "Breaches"), kind: "breaches" },
  { path: `${ROOT}/huy`, label: text("Hủy tài liệu", "Disposal"), kind: null },
  { path: `${ROOT}/niem-phong`, label: text("Lượt xem niêm phong", "Sealed readings"), kind: null },
] as const;

/** The rooms of personal data in the office, with how much waits in each. */
export async function dataPage(
  deps: WebDeps,
  c: Ctx,
  officer: Officer,
  page: OfficePage & { readonly at: string },
  children: Child,
) {
  const lang = c.get("lang");
  const { unit } = officer.post;
  const waiting = await deps.dataRights.waitingFor(deps.db, unit.provinceCode, unit.id, deps.clock.now());
  const { at, ...rest } = page;
  return officePage(
    deps,
    c,
    officer,
    c.req.method === "GET" ? rest : { ...rest, path: href(c, at) },
    <>
      <Tabs
        lang={lang}
        label={text("Dữ liệu cá nhân", "Personal data")}
        tabs={TABS.map((tab) => {
          const open = waiting.find(({ kind }) => kind === tab.kind)?.open;
          return {
            label: tab.label,
            href: href(c, tab.path),
            current: tab.path === at,
            ...(open ? { count: open } : {}),
          };
        })}
      />
      {children}
    </>,
  );
}

/** A day and a time of day from their boxes; null where they name none. */
export function momentOf(raw: Raw, name: string): Instant | null {
  const part = (of: string): string => boxText(raw, `${name}.${of}`).trim();
  const date = dateOf(Number(part("year")), Number(part("month")), Number(part("day")));
  return date && parseLocalDateTime(`${date}T${part("time").padStart(5, "0")}`);
}
/** The same boxes as they were typed, for a page shown again. */
export const momentTyped = (raw: Raw, name: string) => ({
  value: {
    day: boxText(raw, `${name}.day`),
    month: boxText(raw, `${name}.month`),
    year: boxText(raw, `${name}.year`),
  },
  time: boxText(raw, `${name}.time`),
});

export const momentWords = (at: Instant): string => `${showTime(at)}, ${showDate(dayOfInstant(at))}`;

export const STALE = text(
  "Phiên làm việc đã thay đổi nên chưa ghi nhận. Đề nghị gửi lại.",
  "Your session has changed, so nothing was recorded. Send it again.",
);
export const WORDS = text("Vui lòng ghi nội dung, tối đa 2.000 ký tự.", "Write it down, in at most 2,000 characters.");
export const NOT_YOURS: Text = text("Chỉ lãnh đạo đơn vị thực hiện việc này.", "Only the head of the unit does this.");
export const LEADS_ONLY: Text = text(
  "Lãnh đạo đơn vị trả lời và quyết định; vị trí của đồng chí chỉ xem.",
  "The head of the unit answers and decides; your post may look.",
);
