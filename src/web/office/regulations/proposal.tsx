import { mayActOnLaw } from "../../../engine/permission/index.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { actorOf } from "../../../modules/access/index.ts";
import type { LawActRow, Proposal } from "../../../modules/regulations/index.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, ErrorSummary, Form, InsetText, Notice, Tag, Textarea, Timeline } from "../../ui/index.ts";
import type { Officer } from "../guard.ts";
import { officePage } from "../page.tsx";
import { ChangeList, figureTitles, ImpactView } from "./impact.tsx";
import { LAW_PATH, LAW_TITLE, STATES } from "./list.tsx";

const ACTS: Readonly<Record<LawActRow["kind"], Text>> = {
  submitted: text("Gửi phê duyệt", "Sent for approval"),
  withdrawn: text("Rút đề xuất", "Withdrawn"),
  returned: text("Trả lại người soạn", "Given back"),
  published: text("Công bố", "Published"),
};

type Tried = {
  readonly reason: string;
  readonly error: Text | null;
  readonly extra: readonly Text[];
  readonly status: 403 | 409 | 422;
};

/** A proposal as the second person sees it: what it says, what it does, and what has become of it. */
export async function proposalPage(deps: WebDeps, c: Ctx, officer: Officer, proposal: Proposal, tried: Tried | null) {
  const lang = c.get("lang");
  const { content, state } = proposal;
  const own = `${LAW_PATH}/de-xuat/${proposal.id}`;
  const actor = actorOf(officer);
  const may = (act: "withdrawn" | "returned" | "published") => mayActOnLaw(act, proposal, actor).ok;
  const waits = state === "submitted";
  const [impact, { titleOf, feeTitleOf }] = await Promise.all([
    waits ? deps.regulations.impact(content.changes) : null,
    figureTitles(),
  ]);
  const refusal =
    waits && officer.post.roles.includes("lawApprover") ? mayActOnLaw("published", proposal, actor) : null;
  return officePage(
    deps,
    c,
    officer,
    {
      title: content.title,
      status: tried?.status ?? 200,
      hasErrors: tried !== null,
      crumbs: [{ label: LAW_TITLE, href: href(c, LAW_PATH) }, { label: content.title }],
    },
    <>
      <ErrorSummary errors={tried?.error ? { reason: tried.error } : {}} extra={tried?.extra ?? []} lang={lang} />
      {c.req.query("xong") === state && c.req.method === "GET" && (
        <Notice lang={lang} tone="success">
          <p class="govuk-body">{DONE[state][lang]}</p>
        </Notice>
      )}
      <h1 class="govuk-heading-l">{content.title}</h1>
      <p class="govuk-body">
        {state !== "draft" && <Tag {...STATES[state]} lang={lang} />} {content.reason}
      </p>
      <h2 class="govuk-heading-m">{{ vi: "Các thay đổi", en: "Changes" }[lang]}</h2>
      <ChangeList changes={content.changes} titleOf={titleOf} lang={lang} />
      {impact && <ImpactView feeTitleOf={feeTitleOf} deps={deps} impact={impact} lang={lang} />}
      {may("published") && (
        <Form csrf={csrfBox(officer)} action={href(c, `${own}/cong-bo`)}>
          <Button label={text("Phê duyệt và công bố", "Approve and publish")} lang={lang} />
        </Form>
      )}
      {may("returned") && (
        <Form csrf={csrfBox(officer)} action={href(c, `${own}/tra-lai`)}>
          <Textarea
            name="reason"
            label={text("Lý do trả lại", "Why it is given back")}
            lang={lang}
            lines={3}
            value={tried?.reason ?? ""}
            error={tried?.error ?? undefined}
          />
          <Button label={text("Trả lại người soạn", "Give back")} lang={lang} kind="secondary" />
        </Form>
      )}
      {refusal && !refusal.ok && <InsetText>{refusal.failure[lang]}</InsetText>}
      {may("withdrawn") && (
        <Form csrf={csrfBox(officer)} action={href(c, `${own}/rut`)}>
          <Button label={text("Rút đề xuất", "Withdraw")} lang={lang} kind="secondary" />
        </Form>
      )}
      {(state === "returned" || state === "withdrawn") && officer.post.roles.includes("lawEditor") && (
        <Form csrf={csrfBox(officer)} action={href(c, `${own}/soan-lai`)}>
          <Button label={text("Soạn lại từ nội dung này", "Write it anew from this")} lang={lang} kind="secondary" />
        </Form>
      )}
      <h2 class="govuk-heading-m">{{ vi: "Quá trình", en: "History" }[lang]}</h2>
      <Timeline
        lang={lang}
        entries={proposal.acts.map((act) => ({
          title: ACTS[act.kind],
          at: act.at,
          by: act.by.name,
          body: reasonOf(act),
          ...(act.kind === "published" ? { tone: "seal" as const } : {}),
        }))}
      />
    </>,
  );
}

const reasonOf = ({ kind, data }: LawActRow): string | null =>
  kind === "returned" && typeof data === "object" && data !== null && "reason" in data ? String(data.reason) : null;

const DONE: Readonly<Record<Proposal["state"], Text>> = {
  draft: text("", ""),
  submitted: text("Đã gửi người phê duyệt.", "Sent for approval."),
  withdrawn: text("Đã rút đề xuất.", "Withdrawn."),
  returned: text("Đã trả lại người soạn.", "Given back."),
  published: text(
    "Đã công bố. Các mức mới áp dụng từ ngày đã ghi; hạn trả kết quả của hồ sơ liên quan được tính lại.",
    "Published. New figures hold from their days; the due dates concerned are reckoned anew.",
  ),
};
