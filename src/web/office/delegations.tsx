import { Hono } from "hono";
import { boxText, type Raw } from "../../engine/form/index.ts";
import { dayOfInstant, type PlainDate, showDate } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { DelegationFault } from "../../modules/access/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { wholeNumber } from "../forms.ts";
import { csrfBox } from "../portal/page.tsx";
import {
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  Form,
  Input,
  Notice,
  Pagination,
  Select,
  Table,
  Tag,
} from "../ui/index.ts";
import { dayIn, partsIn } from "./boxes.ts";
import { type Officer, officerOf, postedByOfficer } from "./guard.ts";
import { officePage } from "./page.tsx";
import { ROLE_NAMES } from "./role-names.ts";
import { Wide } from "./wide.tsx";

const PATH = "/office/uy-quyen";
const TITLE = text("Ủy quyền công việc", "Delegation");
const LIST = text("Các ủy quyền của đơn vị", "Delegations of the unit");
const PAGE_SIZE = 25;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
type Errors = Readonly<Record<string, Text>>;
type Given = Awaited<ReturnType<WebDeps["access"]["delegations"]>>;

/** Standing in for a colleague: which work of a post somebody else does, from when until when, and why. */
export function delegationPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/uy-quyen", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer, {}, {}, 200);
  });

  app.post("/uy-quyen", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, PATH));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    if (stale) return show(c, officer, raw, { post: STALE }, 403);
    const [from, until] = [dayIn(raw, "from"), dayIn(raw, "until")];
    const errors: Errors = {
      ...(UUID.test(boxText(raw, "post")) ? {} : { post: FAULTS.post }),
      ...(UUID.test(boxText(raw, "to")) ? {} : { to: FAULTS.to }),
      ...(from ? {} : { "from.day": FAULTS.from }),
      ...(until ? {} : { "until.day": FAULTS.until }),
    };
    if (!from || !until || Object.keys(errors).length > 0) return show(c, officer, raw, errors, 422);
    const done = await deps.access.delegate(officer, {
      post: boxText(raw, "post"),
      to: boxText(raw, "to"),
      roles: [raw.roles ?? []].flat(),
      from,
      until,
      reason: boxText(raw, "reason").slice(0, 500),
    });
    if (done.ok) return c.redirect(href(c, `${PATH}?xong=1`), 303);
    const fault = done.failure;
    return show(c, officer, raw, { [BOX[fault]]: FAULTS[fault] }, fault === "not-yours" ? 403 : 422);
  });

  app.post("/uy-quyen/:id/thoi", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, PATH));
    if (posted instanceof Response) return posted;
    const { officer, stale } = posted;
    const id = c.req.param("id");
    if (stale) return show(c, officer, {}, { post: STALE }, 403);
    const ended = UUID.test(id) && (await deps.access.revokeDelegation(officer, id));
    return ended ? c.redirect(href(c, `${PATH}?xong=2`), 303) : show(c, officer, {}, { post: NOT_ENDED }, 409);
  });

  const show = async (c: Ctx, officer: Officer, raw: Raw, errors: Errors, status: 200 | 403 | 409 | 422) => {
    const lang = c.get("lang");
    const page = Math.max(1, wholeNumber(c.req.query("trang"), 1, 10_000));
    const [posts, colleagues, given] = await Promise.all([
      deps.access.delegable(officer),
      deps.access.officersOf(officer.post.unit.id),
      deps.access.delegations(officer, PAGE_SIZE + 1, (page - 1) * PAGE_SIZE),
    ]);
    const roles = [...new Set(posts.flatMap((post) => post.roles))];
    const field = (name: string) => ({ name, lang, error: errors[name] });
    return officePage(
      deps,
      c,
      officer,
      { title: TITLE, status, hasErrors: Object.keys(errors).length > 0 },
      <>
        <ErrorSummary errors={errors} lang={lang} />
        {c.req.query("xong") && c.req.method === "GET" && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">{(c.req.query("xong") === "2" ? ENDED : RECORDED)[lang]}</p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        {posts.length === 0 ? (
          <p class="govuk-body">{(officer.post.delegation ? HANDED_ON : NOTHING)[lang]}</p>
        ) : (
          <Form csrf={csrfBox(officer)} action={href(c, PATH)}>
            <Select
              {...field("post")}
              label={text("Vị trí được ủy quyền", "Post")}
              options={posts.map(({ id, title, holder }) => ({
                value: id,
                label: holder ? `${title}, ${holder}` : title,
              }))}
              value={boxText(raw, "post") || (posts.length === 1 ? posts[0]?.id : undefined)}
            />
            <Checkboxes
              {...field("roles")}
              small
              label={text("Việc được làm thay", "Work that is handed over")}
              options={roles.map((role) => ({ value: role, label: ROLE_NAMES[role] ?? text(role, role) }))}
              values={[raw.roles ?? []].flat()}
            />
            <Select
              {...field("to")}
              label={text("Người được ủy quyền", "Who stands in")}
              options={colleagues.map(({ account, name, title }) => ({ value: account, label: `${name}, ${title}` }))}
              value={boxText(raw, "to")}
            />
            <DateInput
              name="from"
              label={text("Từ ngày", "From")}
              lang={lang}
              value={partsIn(raw, "from")}
              error={errors["from.day"]}
            />
            <DateInput
              name="until"
              label={text("Đến hết ngày", "Until")}
              lang={lang}
              value={partsIn(raw, "until")}
              error={errors["until.day"]}
            />
            <Input
              {...field("reason")}
              label={text("Lý do", "Reason")}
              value={boxText(raw, "reason")}
              autocomplete="off"
            />
            <Button label={text("Ghi ủy quyền", "Record")} lang={lang} />
          </Form>
        )}
        <DelegationList deps={deps} c={c} officer={officer} given={given.slice(0, PAGE_SIZE)} />
        <Pagination
          lang={lang}
          {...(page > 1 ? { previousHref: href(c, `${PATH}?trang=${page - 1}`) } : {})}
          {...(given.length > PAGE_SIZE ? { nextHref: href(c, `${PATH}?trang=${page + 1}`) } : {})}
        />
      </>,
    );
  };

  return app;
}

function DelegationList({ deps, c, officer, given }: { deps: WebDeps; c: Ctx; officer: Officer; given: Given }) {
  const lang = c.get("lang");
  const today = dayOfInstant(deps.clock.now());
  const namesOf = (roles: readonly string[]): string =>
    roles.map((role) => (ROLE_NAMES[role] ?? text(role, role))[lang]).join(", ");
  return (
    <Wide label={LIST} lang={lang}>
      <Table
        dense
        caption={LIST}
        lang={lang}
        empty={text("Chưa có ủy quyền nào.", "None yet.")}
        columns={[
          { key: "to", label: text("Người được ủy quyền", "Who stands in") },
          { key: "post", label: text("Vị trí", "Post") },
          { key: "what", label: text("Việc", "Work") },
          { key: "days", label: text("Thời gian", "Days") },
          { key: "state", label: text("Trạng thái", "State") },
        ]}
        rows={given.map((one) => ({
          cells: {
            to: one.toName,
            post: (
              <>
                {[one.postTitle, one.holder].filter(Boolean).join(", ")}
                <br />
                <small class="govuk-hint">{one.reason}</small>
              </>
            ),
            what: namesOf(one.roles),
            days: `${showDate(one.from)} – ${showDate(one.until)}`,
            state: (
              <>
                <Tag {...stateOf(one, today)} lang={lang} />
                {one.revokedAt === null && one.until >= today && !officer.post.delegation && (
                  <Form csrf={csrfBox(officer)} action={href(c, `${PATH}/${one.id}/thoi`)}>
                    <Button label={text("Chấm dứt", "End")} about={one.toName} lang={lang} kind="secondary" small />
                  </Form>
                )}
              </>
            ),
          },
        }))}
      />
    </Wide>
  );
}

function stateOf({ revokedAt, from, until }: Given[number], today: PlainDate) {
  if (revokedAt !== null) return { label: text("Đã chấm dứt", "Ended"), tone: "neutral" as const };
  if (until < today) return { label: text("Hết hạn", "Over"), tone: "neutral" as const };
  if (from > today) return { label: text("Chưa đến ngày", "To come"), tone: "waiting" as const };
  return { label: text("Đang hiệu lực", "Running"), tone: "done" as const };
}

const BOX: Readonly<Record<DelegationFault, string>> = {
  post: "post",
  "not-yours": "post",
  to: "to",
  roles: "roles",
  from: "from.day",
  until: "until.day",
  reason: "reason",
};
const FAULTS: Readonly<Record<DelegationFault, Text>> = {
  post: text("Vui lòng chọn một vị trí của đơn vị.", "Choose a post of the unit."),
  "not-yours": text(
    "Chỉ người giữ vị trí hoặc lãnh đạo đơn vị mới ủy quyền được.",
    "Only the holder of the post or the head of the unit may delegate it.",
  ),
  to: text("Vui lòng chọn một đồng nghiệp khác trong đơn vị.", "Choose another colleague of the unit."),
  roles: text(
    "Vui lòng chọn ít nhất một việc mà vị trí này có.",
    "Choose at least one kind of work that the post has.",
  ),
  from: text("Vui lòng nhập ngày bắt đầu, từ hôm nay trở đi.", "Enter a first day, from today on."),
  until: text(
    "Vui lòng nhập ngày cuối, sau ngày bắt đầu và không quá một năm.",
    "Enter a last day, after the first and within a year.",
  ),
  reason: text("Vui lòng nêu lý do.", "Say why."),
};
const RECORDED = text(
  "Đã ghi ủy quyền. Người được ủy quyền chọn vị trí này ở “Đổi vị trí”.",
  "Recorded. Your colleague finds the post under “Change post”.",
);
const ENDED = text("Đã chấm dứt ủy quyền.", "The delegation has ended.");
const HANDED_ON = text(
  "Đồng chí đang làm việc theo ủy quyền nên không ủy quyền lại được.",
  "You work by delegation now, which cannot be handed on.",
);
const NOTHING = text("Không có vị trí nào để ủy quyền.", "There is no post you could delegate.");
const STALE = text("Phiên làm việc đã thay đổi. Vui lòng gửi lại.", "Your session has changed. Send it again.");
const NOT_ENDED = text(
  "Ủy quyền này đã chấm dứt, hoặc không do đồng chí giao.",
  "It has ended already, or was not given by you.",
);
