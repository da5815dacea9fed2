import { type Text, text } from "../../../kernel/text.ts";
import type { LawDraft } from "../../../modules/regulations/index.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, ErrorSummary, Form, Input, Notice, Textarea } from "../../ui/index.ts";
import type { Officer } from "../guard.ts";
import { officePage } from "../page.tsx";
import type { Errors } from "./boxes.ts";
import { ChangeList, figureTitles, ImpactView } from "./impact.tsx";
import { LAW_PATH, LAW_TITLE } from "./list.tsx";

const TITLE = text("Soạn đề xuất", "Write a proposal");

type Typed = {
  readonly title: string;
  readonly reason: string;
  readonly errors: Errors;
  readonly extra: readonly Text[];
  readonly status: 200 | 403 | 409 | 422;
};

/** A draft: its changes, what they would do, and the way to the second person. */
export async function draftPage(deps: WebDeps, c: Ctx, officer: Officer, draft: LawDraft, typed: Typed | null) {
  const lang = c.get("lang");
  const { changes } = draft.content;
  const [impact, { titleOf, feeTitleOf }] = await Promise.all([deps.regulations.impact(changes), figureTitles()]);
  const own = `${LAW_PATH}/nhap/${draft.id}`;
  const { title, reason, errors, extra } = typed ?? { ...draft.content, errors: {} as Errors, extra: [] };
  return officePage(
    deps,
    c,
    officer,
    {
      title: TITLE,
      status: typed?.status ?? 200,
      hasErrors: typed !== null,
      crumbs: [{ label: LAW_TITLE, href: href(c, LAW_PATH) }, { label: TITLE }],
    },
    <>
      <ErrorSummary errors={errors} extra={extra} lang={lang} />
      {c.req.query("them") && c.req.method === "GET" && (
        <Notice lang={lang} tone="success">
          <p class="govuk-body">{{ vi: "Đã thêm vào bản nháp.", en: "Added to the draft." }[lang]}</p>
        </Notice>
      )}
      <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
      <h2 class="govuk-heading-m">{{ vi: "Các thay đổi", en: "Changes" }[lang]}</h2>
      {changes.length === 0 ? (
        <p class="govuk-body">
          {
            {
              vi: "Chưa có thay đổi nào. Hãy thêm một mức hoặc một ngày nghỉ.",
              en: "No change yet. Add a figure or a day off.",
            }[lang]
          }
        </p>
      ) : (
        <ChangeList
          changes={changes}
          titleOf={titleOf}
          lang={lang}
          after={(at) => (
            <Form csrf={csrfBox(officer)} action={href(c, `${own}/bo/${at}`)}>
              <Button
                label={text("Bỏ", "Remove")}
                about={text(`thay đổi số ${at + 1}`, `change ${at + 1}`)}
                lang={lang}
                kind="secondary"
                small
              />
            </Form>
          )}
        />
      )}
      <div class="govuk-button-group">
        <Button
          label={text("Thêm một mức", "Add a figure")}
          lang={lang}
          kind="secondary"
          href={href(c, `${LAW_PATH}/muc?nhap=${draft.id}`)}
        />
        <Button
          label={text("Thêm ngày nghỉ", "Add a day off")}
          lang={lang}
          kind="secondary"
          href={href(c, `${own}/ngay`)}
        />
      </div>
      {changes.length > 0 && <ImpactView feeTitleOf={feeTitleOf} deps={deps} impact={impact} lang={lang} />}
      <h2 class="govuk-heading-m">{{ vi: "Gửi phê duyệt", en: "Send for approval" }[lang]}</h2>
      <Form csrf={csrfBox(officer)} action={href(c, `${own}/gui`)}>
        <Input
          name="title"
          label={text("Tên đề xuất", "Title")}
          lang={lang}
          value={title}
          error={errors.title}
          autocomplete="off"
        />
        <Textarea
          name="reason"
          label={text("Lý do", "Reason")}
          lang={lang}
          lines={3}
          value={reason}
          error={errors.reason}
        />
        <Button label={text("Gửi người phê duyệt", "Send for approval")} lang={lang} />
      </Form>
      <Form csrf={csrfBox(officer)} action={href(c, `${own}/xoa`)}>
        <Button label={text("Xóa bản nháp", "Delete the draft")} lang={lang} kind="warning" />
      </Form>
    </>,
  );
}
