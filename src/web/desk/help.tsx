import { Hono } from "hono";
import { text } from "../../kernel/text.ts";
import type { Vars, WebDeps } from "../context.ts";
import { Table } from "../ui/index.ts";
import { deskOfficerOf } from "./guard.ts";
import { deskPage } from "./page.tsx";

/** The keys of the desk, on one page. */
export function helpPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/phim-tat", (c) => {
    const officer = deskOfficerOf(c);
    if (officer instanceof Response) return officer;
    const lang = c.get("lang");
    return deskPage(
      deps,
      c,
      officer,
      { title: TITLE },
      <>
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        <p class="govuk-body">
          {
            {
              vi: "Mọi việc đều làm được bằng Tab, phím mũi tên, dấu cách và Enter. Các phím dưới đây nhanh hơn. Phím truy cập bấm cùng Alt (Chrome, Edge trên Windows), Alt+Shift (Firefox) hoặc Control+Option (macOS).",
              en: "Everything works with Tab, arrows, space and Enter. These keys are quicker. Access keys go with Alt (Chrome, Edge on Windows), Alt+Shift (Firefox) or Control+Option (macOS).",
            }[lang]
          }
        </p>
        <Table
          caption={TITLE}
          captionHidden
          lang={lang}
          columns={[
            { key: "keys", label: text("Phím", "Key") },
            { key: "does", label: text("Việc", "Does") },
            { key: "where", label: text("Ở đâu", "Where") },
          ]}
          rows={KEYS.map(({ keys, does, where }) => ({
            cells: { keys: <kbd class="mc-shortcut__key">{keys}</kbd>, does: does[lang], where: where[lang] },
          }))}
        />
      </>,
    );
  });

  return app;
}

const TITLE = text("Phím tắt của bàn tiếp nhận", "Keys of the reception desk");
const EVERYWHERE = text("Mọi trang của bàn tiếp nhận", "Every page of the desk");
const INTAKE = text("Trang hồ sơ", "The page of a dossier");
const DONE = text("Trang đã tiếp nhận", "The page after it");

const KEYS = [
  { keys: "Alt+N", does: text("Người tiếp theo", "Next person"), where: EVERYWHERE },
  { keys: "Alt+B", does: text("Hồ sơ bưu chính", "Dossiers by post"), where: EVERYWHERE },
  { keys: "Alt+H", does: text("Trang này", "This page"), where: EVERYWHERE },
  {
    keys: "Enter",
    does: text("Tìm, khi ô quét đã có đủ một thẻ hoặc số", "Search, once the box holds a whole card or number"),
    where: text("Ô quét", "The scan box"),
  },
  {
    keys: "1 … 9",
    does: text("Chọn thủ tục theo số (khi ô còn trống)", "Choose a procedure by its number (while the box is empty)"),
    where: text("Ô thủ tục", "The procedure box"),
  },
  {
    keys: "1 … 9",
    does: text("Chọn câu trả lời thứ mấy, rồi sang câu sau", "Choose the nth answer and go to the next question"),
    where: text("Các nút chọn một", "A choice of one"),
  },
  {
    keys: "1n, 6t, 30d",
    does: text("Một năm, sáu tháng, 30 ngày từ hôm nay", "One year, six months, 30 days from today"),
    where: text("Ô ngày", "A date's box"),
  },
  {
    keys: "Enter",
    does: text("Tiếp nhận", "Accept"),
    where: text("Ô chữ bất kỳ của hồ sơ", "Any text box of a dossier"),
  },
  { keys: "Alt+T", does: text("Tiếp nhận, ra phiếu", "Accept, issue"), where: INTAKE },
  { keys: "Alt+S", does: text("Yêu cầu bổ sung", "Ask for more"), where: INTAKE },
  { keys: "Alt+K", does: text("Từ chối", "Refuse"), where: INTAKE },
  { keys: "Alt+L", does: text("Lưu, chưa nộp", "Save for now"), where: INTAKE },
  { keys: "Alt+P", does: text("In giấy tiếp nhận", "Print the receipt"), where: DONE },
  { keys: "Alt+X", does: text("Mở hồ sơ", "Open the dossier"), where: DONE },
] as const;
