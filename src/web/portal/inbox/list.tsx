import { Hono } from "hono";
import { showInstant } from "../../../kernel/plain-date.ts";
import { text } from "../../../kernel/text.ts";
import { readOwn } from "../../../modules/access/index.ts";
import { type Message, unitName } from "../../../modules/messages/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { isId, searchTyped, wholeNumber } from "../../forms.ts";
import { Button, Pagination, SearchBox, SummaryList, Table, Tag } from "../../ui/index.ts";
import { visitorOf } from "../guard.ts";
import { portalPage, recipientsOf } from "../page.tsx";

const PAGE = 20;
export const INBOX = "/hop-thu";
export const INBOX_TITLE = text("Hộp thư", "Inbox");

/** The list of messages, what is unread first, and one message: opening it is reading it. */
export function listPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/hop-thu", async (c) => {
    const session = visitorOf(c);
    if (session instanceof Response) return session;
    const lang = c.get("lang");
    const search = searchTyped(c, "q", 100);
    const page = Math.max(1, wholeNumber(c.req.query("trang"), 1, 10_000));
    const found = await deps.messages.inbox(
      readOwn(deps.db),
      recipientsOf(session),
      search,
      PAGE + 1,
      (page - 1) * PAGE,
    );
    const pageHref = (n: number): string =>
      href(c, `${INBOX}?${new URLSearchParams({ ...(search ? { q: search } : {}), trang: String(n) })}`);
    return portalPage(
      deps,
      c,
      {
        title: INBOX_TITLE,
        wide: true,
        crumbs: [{ label: text("Trang chủ", "Home"), href: href(c, "/") }, { label: INBOX_TITLE }],
      },
      <>
        <h1 class="govuk-heading-xl">{INBOX_TITLE[lang]}</h1>
        <p class="govuk-body">
          <a class="govuk-link" href={href(c, `${INBOX}/cai-dat`)}>
            {{ vi: "Chọn cách nhận tin", en: "Choose how to be told" }[lang]}
          </a>
        </p>
        <SearchBox
          action={href(c, INBOX)}
          label={text("Tìm theo mã hồ sơ, nội dung, cơ quan", "Find by code, subject or office")}
          lang={lang}
          value={search}
        />
        <Table
          captionHidden
          caption={text("Thông báo, chưa đọc trước", "Messages, unread first")}
          lang={lang}
          empty={
            search
              ? text("Không có thông báo nào phù hợp.", "No message matches.")
              : text("Chưa có thông báo nào.", "No messages yet.")
          }
          columns={[
            { key: "what", label: text("Nội dung", "Subject") },
            { key: "code", label: text("Mã hồ sơ", "Dossier") },
            { key: "who", label: text("Cơ quan", "Office") },
            { key: "when", label: text("Lúc", "At") },
            { key: "state", label: text("Tình trạng", "State") },
          ]}
          rows={found.slice(0, PAGE).map((message) => ({
            href: href(c, `${INBOX}/${message.id}`),
            cells: {
              what: message.content.title[lang],
              code: <span class="mc-nowrap">{message.dossierCode}</span>,
              who: unitName(message.unitId, message.unitName)[lang],
              when: <span class="mc-nowrap">{showInstant(message.at)}</span>,
              state: <Tag {...stateOf(message)} lang={lang} />,
            },
          }))}
        />
        <Pagination
          lang={lang}
          previousHref={page > 1 ? pageHref(page - 1) : undefined}
          nextHref={found.length > PAGE ? pageHref(page + 1) : undefined}
        />
      </>,
    );
  });

  app.get("/hop-thu/:id", async (c) => {
    const session = visitorOf(c);
    if (session instanceof Response) return session;
    const id = c.req.param("id");
    const by = { account: session.account, name: session.name };
    const message = isId(id) ? await deps.messages.open(readOwn, recipientsOf(session), id, by) : null;
    if (!message) throw notFound();
    return show(c, message);
  });

  const show = (c: Ctx, message: Message) => {
    const lang = c.get("lang");
    const procedure = deps.dossiers.findProcedure(message.procedureKey)?.title;
    const dossier = href(c, `/ho-so/${message.dossierCode}`);
    return portalPage(
      deps,
      c,
      {
        title: message.content.title,
        crumbs: [{ label: INBOX_TITLE, href: href(c, INBOX) }, { label: message.content.title }],
      },
      <>
        {procedure && <span class="govuk-caption-l">{procedure[lang]}</span>}
        <h1 class="govuk-heading-l">{message.content.title[lang]}</h1>
        {message.content.lines.map((line) => (
          <p class="govuk-body">{line[lang]}</p>
        ))}
        <SummaryList
          lang={lang}
          rows={[
            { label: text("Mã hồ sơ", "Dossier"), value: message.dossierCode },
            { label: text("Cơ quan", "Office"), value: unitName(message.unitId, message.unitName)[lang] },
            ...(message.officerName ? [{ label: text("Cán bộ", "Officer"), value: message.officerName }] : []),
            { label: text("Lúc", "At"), value: showInstant(message.at) },
          ]}
        />
        <Button
          label={
            message.kind === "word" ? text("Đọc và trả lời", "Read and answer") : text("Xem hồ sơ", "See the dossier")
          }
          lang={lang}
          href={message.kind === "word" ? `${dossier}/trao-doi` : dossier}
        />
      </>,
    );
  };

  return app;
}

function stateOf({ readAt, weight, finishedAs }: Message) {
  if (weight === "answer" && finishedAs !== "answered")
    return { label: text("Cần trả lời", "Needs your answer"), tone: "attention" as const };
  return readAt === null
    ? { label: text("Chưa đọc", "Unread"), tone: "waiting" as const }
    : { label: text("Đã đọc", "Read"), tone: "neutral" as const };
}
