import { type Text, text } from "../../../kernel/text.ts";
import type { LawActRow } from "../../../modules/regulations/index.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { wholeNumber } from "../../forms.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, DateText, Form, Notice, Pagination, Table, Tag, type Tone } from "../../ui/index.ts";
import type { Officer } from "../guard.ts";
import { officePage } from "../page.tsx";
import { editsLaw } from "./guard.ts";

const PAGE_SIZE = 25;
const WAITING_MOST = 100;
export const LAW_PATH = "/office/quy-dinh";
export const LAW_TITLE = text("Quy định, phí và ngày nghỉ", "Figures of the law and days off");

export const STATES: Readonly<Record<LawActRow["kind"], { readonly label: Text; readonly tone: Tone }>> = {
  submitted: { label: text("Chờ phê duyệt", "Waiting for approval"), tone: "waiting" },
  withdrawn: { label: text("Người soạn rút", "Withdrawn"), tone: "neutral" },
  returned: { label: text("Trả lại", "Given back"), tone: "attention" },
  published: { label: text("Đã công bố", "Published"), tone: "done" },
};

/** Own drafts, what waits for a second person, and what was decided. */
export async function listPage(deps: WebDeps, c: Ctx, officer: Officer) {
  const lang = c.get("lang");
  const page = Math.max(1, wholeNumber(c.req.query("trang"), 1, 10_000));
  const [drafts, waiting, ended] = await Promise.all([
    editsLaw(officer) ? deps.regulations.draftsOf(officer.account) : [],
    deps.regulations.waiting(WAITING_MOST, 0),
    deps.regulations.ended(PAGE_SIZE + 1, (page - 1) * PAGE_SIZE),
  ]);
  const link = (id: string, title: string) => (
    <a class="govuk-link" href={href(c, `${LAW_PATH}/de-xuat/${id}`)}>
      {title}
    </a>
  );
  return officePage(
    deps,
    c,
    officer,
    { title: LAW_TITLE },
    <>
      {c.req.query("xoa") && (
        <Notice lang={lang} tone="success">
          <p class="govuk-body">{{ vi: "Đã xóa bản nháp.", en: "The draft was deleted." }[lang]}</p>
        </Notice>
      )}
      <h1 class="govuk-heading-l">{LAW_TITLE[lang]}</h1>
      <p class="govuk-body">
        {
          {
            vi: "Sửa mức thu, mức phạt, thời hạn hoặc ngày nghỉ mà không cần cài đặt lại. Một người soạn, một người khác phê duyệt; mọi bước đều lưu vết.",
            en: "Change fees, fines, terms or days off without a new installation. One person writes, another approves; every step is kept.",
          }[lang]
        }
      </p>
      <div class="govuk-button-group">
        {editsLaw(officer) && (
          <Form csrf={csrfBox(officer)} action={href(c, `${LAW_PATH}/moi`)}>
            <Button label={text("Soạn đề xuất mới", "Write a proposal")} lang={lang} />
          </Form>
        )}
        <a class="govuk-link" href={href(c, `${LAW_PATH}/muc`)}>
          {{ vi: "Tra cứu các mức đang áp dụng", en: "Look up the figures in force" }[lang]}
        </a>
      </div>
      {drafts.length > 0 && (
        <Table
          caption={text("Bản nháp của tôi", "My drafts")}
          lang={lang}
          columns={[
            { key: "title", label: text("Đề xuất", "Proposal") },
            { key: "changes", label: text("Số thay đổi", "Changes"), figures: true },
            { key: "at", label: text("Sửa lần cuối", "Last changed") },
          ]}
          rows={drafts.map(({ id, content, updatedAt }) => ({
            cells: {
              title: (
                <a class="govuk-link" href={href(c, `${LAW_PATH}/nhap/${id}`)}>
                  {content.title || { vi: "Chưa đặt tên", en: "Without a title" }[lang]}
                </a>
              ),
              changes: String(content.changes.length),
              at: <DateText at={updatedAt} />,
            },
          }))}
        />
      )}
      <Table
        caption={text("Chờ phê duyệt", "Waiting for approval")}
        lang={lang}
        empty={text("Không có đề xuất nào chờ phê duyệt.", "No proposal is waiting.")}
        columns={[
          { key: "title", label: text("Đề xuất", "Proposal") },
          { key: "by", label: text("Người soạn", "By") },
          { key: "at", label: text("Gửi lúc", "Sent") },
        ]}
        rows={waiting.map((act) => ({
          cells: { title: link(act.proposal, act.title), by: act.by.name, at: <DateText at={act.at} /> },
        }))}
      />
      <Table
        caption={text("Đã xử lý", "Dealt with")}
        lang={lang}
        empty={text("Chưa có đề xuất nào được xử lý.", "No proposal was dealt with yet.")}
        columns={[
          { key: "title", label: text("Đề xuất", "Proposal") },
          { key: "state", label: text("Kết quả", "Outcome") },
          { key: "by", label: text("Người thực hiện", "By") },
          { key: "at", label: text("Lúc", "At") },
        ]}
        rows={ended.slice(0, PAGE_SIZE).map((act) => ({
          cells: {
            title: link(act.proposal, act.title),
            state: <Tag {...STATES[act.kind]} lang={lang} />,
            by: act.by.name,
            at: <DateText at={act.at} />,
          },
        }))}
      />
      <Pagination
        lang={lang}
        {...(page > 1 ? { previousHref: href(c, `${LAW_PATH}?trang=${page - 1}`) } : {})}
        {...(ended.length > PAGE_SIZE ? { nextHref: href(c, `${LAW_PATH}?trang=${page + 1}`) } : {})}
      />
    </>,
  );
}
