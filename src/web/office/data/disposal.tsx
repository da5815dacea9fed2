import { Hono } from "hono";
import { boxText } from "../../../engine/form/index.ts";
import { showDate, showInstant } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { actorOf, groundWords, type LoggedReading, readLogged } from "../../../modules/access/index.ts";
import type { DisposalFailure, DisposalItem, DisposalList } from "../../../modules/data-rights/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { isId } from "../../forms.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, Details, ErrorSummary, Form, InsetText, Radios, Table, Tag, Textarea } from "../../ui/index.ts";
import { type Officer, officerOf, postedByOfficer, whoOf } from "../guard.ts";
import { Wide } from "../wide.tsx";
import { dataPage, NOT_YOURS, ROOT, STALE, WORDS } from "./frame.tsx";

const HERE = `${ROOT}/huy`;
const WHY = { purpose: "disposal" } as const;
type Tried = { readonly list: string; readonly outcome: string; readonly words: string; readonly error: Text };

/** Uploads whose time of keeping is over: one officer proposes a list, another decides, then the files go. */
export function disposalPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/du-lieu/huy", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer, null, 200);
  });

  app.post("/du-lieu/huy", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, HERE));
    if (posted instanceof Response) return posted;
    const { officer, stale } = posted;
    const again = (error: Text, status: 403 | 409) =>
      show(c, officer, { list: "", outcome: "", words: "", error }, status);
    if (stale) return again(STALE, 403);
    const items = await readForDisposal(officer, (reading) => deps.dataRights.disposable(reading, officer.post.unit));
    const proposed = await deps.dataRights.proposeDisposal(actorOf(officer), officer.post.unit, items);
    if (proposed.ok) return c.redirect(href(c, HERE), 303);
    const { kind } = proposed.failure;
    return again(kind === "not-yours" ? CLERKS : SENTENCES.nothing, kind === "not-yours" ? 403 : 409);
  });

  app.post("/du-lieu/huy/:id", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, HERE));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    const list = c.req.param("id");
    const tried = { list, outcome: boxText(raw, `${list}.outcome`), words: boxText(raw, `${list}.words`) };
    if (stale) return show(c, officer, { ...tried, error: STALE }, 403);
    if (!isId(list)) throw notFound();
    const outcome = tried.outcome === "approved" || tried.outcome === "refused" ? tried.outcome : null;
    if (!outcome) return show(c, officer, { ...tried, error: CHOOSE }, 422);
    const decided = await deps.dataRights.decideDisposal(actorOf(officer), officer.post.unit, list, {
      outcome,
      words: tried.words,
    });
    if (decided.ok) return c.redirect(href(c, HERE), 303);
    const { kind } = decided.failure;
    if (kind === "not-found") throw notFound();
    const status = kind === "words" ? 422 : kind === "decided-already" ? 409 : 403;
    return show(c, officer, { ...tried, error: SENTENCES[kind] }, status);
  });

  const readForDisposal = <T,>(officer: Officer, work: (reading: LoggedReading) => Promise<T>): Promise<T> =>
    readLogged(deps.db, deps.clock.now(), whoOf(officer), WHY, work);

  const show = async (c: Ctx, officer: Officer, tried: Tried | null, status: 200 | 403 | 409 | 422) => {
    const lang = c.get("lang");
    const { unit } = officer.post;
    const { lists, items } = await readForDisposal(officer, async (reading) => ({
      lists: await deps.dataRights.disposalLists(reading, unit),
      items: await deps.dataRights.disposable(reading, unit),
    }));
    const mayPropose = officer.post.roles.some((role) => role === "clerk" || role === "unitLead");
    return dataPage(
      deps,
      c,
      officer,
      { title: TITLE, at: HERE, status, hasErrors: tried !== null },
      <>
        <ErrorSummary
          errors={tried?.list ? { [`${tried.list}.outcome`]: tried.error } : {}}
          extra={tried && !tried.list ? [tried.error] : []}
          lang={lang}
        />
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        <InsetText>
          {
            {
              vi: "Hủy là xóa hẳn tệp giấy tờ đã tải lên của hồ sơ đã đóng. Nội dung khai và quá trình giải quyết nằm trong chuỗi băm nên còn giữ. Một người đề nghị, người khác quyết định.",
              en: "Disposal removes for good the files uploaded to closed dossiers. What was declared and done stands in the hash chain and stays. One officer proposes, another decides.",
            }[lang]
          }
        </InsetText>
        {lists.map((list) => (
          <List c={c} deps={deps} officer={officer} list={list} tried={tried?.list === list.id ? tried : null} />
        ))}
        <h2 class="govuk-heading-m">{{ vi: "Đã hết thời hạn lưu", en: "Past the time of keeping" }[lang]}</h2>
        <Items c={c} deps={deps} items={items} caption={text("Đã hết thời hạn lưu", "Past the time of keeping")} />
        {items.length > 0 && mayPropose && (
          <Form csrf={csrfBox(officer)} action={href(c, HERE)}>
            <Button label={text("Lập danh sách đề nghị hủy", "Propose this list")} lang={lang} />
          </Form>
        )}
      </>,
    );
  };

  return app;
}

type ItemsProps = {
  readonly c: Ctx;
  readonly deps: WebDeps;
  readonly items: readonly DisposalItem[];
  readonly caption: Text;
};
function Items({ c, deps, items, caption }: ItemsProps) {
  const lang = c.get("lang");
  return (
    <Wide label={caption} lang={lang}>
      <Table
        dense
        captionHidden
        caption={caption}
        lang={lang}
        empty={text("Không có hồ sơ nào hết thời hạn lưu.", "No dossier is past its time.")}
        columns={[
          { key: "code", label: text("Hồ sơ", "Dossier") },
          { key: "what", label: text("Thủ tục", "Procedure") },
          { key: "closed", label: text("Đóng lúc", "Closed") },
          { key: "until", label: text("Lưu đến", "Kept until") },
          { key: "ground", label: text("Căn cứ", "Ground") },
          { key: "files", label: text("Số tệp", "Files"), figures: true },
        ]}
        rows={items.map((item) => ({
          cells: {
            code: item.code,
            what: deps.dossiers.findProcedure(item.procedure)?.title[lang] ?? item.procedure,
            closed: showInstant(item.closedAt),
            until: showDate(item.keptUntil),
            ground: groundWords(item.source, item.article)[lang],
            files: String(item.files.length),
          },
        }))}
      />
    </Wide>
  );
}

type ListProps = {
  readonly c: Ctx;
  readonly deps: WebDeps;
  readonly officer: Officer;
  readonly list: DisposalList;
  readonly tried: Tried | null;
};
function List({ c, deps, officer, list, tried }: ListProps) {
  const lang = c.get("lang");
  const tag =
    list.outcome === null
      ? { label: text("Chờ quyết định", "Waiting for the decision"), tone: "waiting" as const }
      : list.outcome === "approved"
        ? { label: text("Đã hủy", "Disposed of"), tone: "done" as const }
        : { label: text("Không hủy", "Kept"), tone: "neutral" as const };
  const decides = list.outcome === null && officer.post.roles.includes("unitLead");
  const own = list.byAccount === officer.account;
  return (
    <section class="mc-card">
      <h2 class="govuk-heading-m">
        {
          {
            vi: `Danh sách ${list.items.length} hồ sơ`,
            en: `List of ${list.items.length} ${list.items.length === 1 ? "dossier" : "dossiers"}`,
          }[lang]
        }{" "}
        <Tag {...tag} lang={lang} />
      </h2>
      <p class="govuk-body">
        {{ vi: "Đề nghị: ", en: "Proposed by " }[lang]}
        {list.byName}, {showInstant(list.at)}.
        {list.decidedBy && (
          <>
            {" "}
            {{ vi: "Quyết định: ", en: "Decided by " }[lang]}
            {list.decidedBy}, {showInstant(list.decidedAt ?? list.at)}: {list.words}
          </>
        )}
      </p>
      <Details summary={text("Xem danh sách", "Show the list")} lang={lang} open={decides && !own}>
        <Items
          c={c}
          deps={deps}
          items={list.items}
          caption={text(`Danh sách lúc ${showInstant(list.at)}`, `List of ${showInstant(list.at)}`)}
        />
      </Details>
      {decides && own && <p class="govuk-body">{SENTENCES["same-person"][lang]}</p>}
      {decides && !own && (
        <Form csrf={csrfBox(officer)} action={href(c, `${HERE}/${list.id}`)}>
          <Radios
            name={`${list.id}.outcome`}
            label={text("Quyết định", "Decision")}
            lang={lang}
            small
            options={[
              { value: "approved", label: text("Hủy các tệp này", "Dispose of these files") },
              { value: "refused", label: text("Giữ lại", "Keep them") },
            ]}
            value={tried?.outcome}
            {...(tried ? { error: tried.error } : {})}
          />
          <Textarea
            name={`${list.id}.words`}
            label={text("Lý do, số quyết định", "Reason, number of the decision")}
            lang={lang}
            value={tried?.words ?? ""}
          />
          <Button label={text("Ghi quyết định", "Record the decision")} lang={lang} kind="warning" />
        </Form>
      )}
    </section>
  );
}

const TITLE = text("Hủy tài liệu hết thời hạn lưu", "Disposal of old papers");
const CHOOSE = text("Vui lòng chọn hủy hay giữ lại.", "Choose whether they go or stay.");
const CLERKS = text("Văn thư hoặc lãnh đạo lập danh sách.", "The clerk or the head proposes a list.");
const SENTENCES: Readonly<Record<Exclude<DisposalFailure["kind"], "not-found">, Text>> = {
  words: WORDS,
  "not-yours": NOT_YOURS,
  "same-person": text(
    "Đồng chí đã đề nghị danh sách này; người khác phải quyết định.",
    "You proposed this list; somebody else must decide.",
  ),
  nothing: text("Không còn hồ sơ nào để lập danh sách.", "There is nothing left to propose."),
  "decided-already": text("Danh sách này đã có quyết định.", "This list has been decided."),
};
