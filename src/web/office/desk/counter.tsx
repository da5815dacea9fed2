import { Hono } from "hono";
import { isPriorityClass } from "../../../../law/index.ts";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { parsePartialDate } from "../../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { AtCounter, Counter, CounterAct, Ticket } from "../../../modules/desk/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { failureWords } from "../../desk-words.ts";
import { isId } from "../../forms.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, ErrorSummary, Form, Notice, Split } from "../../ui/index.ts";
import { officePage } from "../page.tsx";
import { Before, CurrentTicket, IssueForm, OpenCounters, WaitingTable } from "./counter-parts.tsx";
import { type AtDesk, atDesk, placeOf, postedAtDesk } from "./keeper.ts";

const PATH = "/office/hang-cho";
const TITLE = text("Hàng chờ", "Waiting room");
const ACTS: Readonly<Record<string, CounterAct>> = {
  "goi-lai": "recalled",
  "phuc-vu": "serving",
  xong: "served",
  "vang-mat": "no-show",
};
/** What a deed of the module answers; only its failure is told. */
type Done = Result<unknown, Parameters<typeof failureWords>[0]>;
type Shown = { readonly raw: Raw; readonly errors: Readonly<Record<string, Text>>; readonly note: Text | null };
const NOTHING: Shown = { raw: {}, errors: {}, note: null };

/** One officer's counter: open it, call the next number, serve, send on, end. */
export function counterPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const { desk } = deps;

  app.get("/hang-cho", (c) => {
    const at = atDesk(deps, c);
    return at instanceof Response ? at : show(c, at, NOTHING, 200);
  });

  /** A deed of the desk: done, it leads back to the counter; refused, the page says why. */
  const deed = (
    path: string,
    work: (at: AtDesk, raw: Raw, c: Ctx) => Promise<Result<Text | null, Text>>,
    box = "viec",
  ): void => {
    app.post(path, async (c) => {
      const posted = await postedAtDesk(deps, c, href(c, PATH));
      if (posted instanceof Response) return posted;
      const { raw, stale } = posted;
      if (stale) return show(c, posted, { ...NOTHING, raw, errors: { [box]: STALE } }, 403);
      const done = await work(posted, raw, c);
      if (!done.ok) return show(c, posted, { ...NOTHING, raw, errors: { [box]: done.failure } }, 409);
      if (done.value) return show(c, posted, { ...NOTHING, note: done.value }, 200);
      return c.redirect(href(c, PATH), 303);
    });
  };
  const own = async ({ by, unit }: AtDesk): Promise<Counter | null> =>
    (await desk.countersOf(unit)).find(({ openedBy }) => openedBy === by.account) ?? null;
  /** What is done at one's own counter; a page that showed another number before it does nothing to the present one. */
  const atOwn = async (
    at: AtDesk,
    raw: Raw,
    work: (place: AtCounter, here: Ticket | null) => Promise<Done>,
  ): Promise<Result<null, Text>> => {
    const counter = await own(at);
    if (!counter) return fail(failureWords({ kind: "not-your-counter" }));
    const place = placeOf(at, counter);
    const here = await desk.atCounter(place.officeProvince, place.counterId);
    if ((here?.id ?? "") !== boxText(raw, "truoc")) return fail(failureWords({ kind: "not-now" }));
    return said(await work(place, here));
  };
  const said = (done: Done): Result<null, Text> => (done.ok ? ok(null) : fail(failureWords(done.failure)));

  deed("/hang-cho/mo", async ({ by }, raw) => said(await desk.open(by, idIn(raw, "quay"))));
  deed("/hang-cho/dong", (at, raw) => atOwn(at, raw, ({ counterId }) => desk.close(at.by, counterId)));
  deed("/hang-cho/goi", (at, raw) =>
    atOwn(at, raw, async (place, here) => {
      // The one big button: whoever is at the counter is served, and the next one is called.
      const ended = here ? await desk.act(place, "served") : null;
      return ended && !ended.ok ? ended : desk.callNext(place);
    }),
  );
  deed("/hang-cho/viec", (at, raw) =>
    atOwn(at, raw, (place): Promise<Done> => {
      const act = ACTS[boxText(raw, "viec")];
      return act ? desk.act(place, act) : Promise.resolve(fail({ kind: "not-now" }));
    }),
  );
  deed(
    "/hang-cho/chuyen",
    (at, raw) => atOwn(at, raw, (place) => desk.handOver(place, idIn(raw, "den-quay"))),
    "den-quay",
  );
  deed(
    "/hang-cho/ho-so",
    (at, raw) =>
      atOwn(at, raw, (place) => desk.linkDossier(place, boxText(raw, "ho-so").trim().toUpperCase().slice(0, 60))),
    "ho-so",
  );
  deed("/hang-cho/uu-tien", async ({ by }, raw) =>
    said(await desk.judgePriority(by, idIn(raw, "so"), boxText(raw, "uu-tien") === "co")),
  );
  deed(
    "/hang-cho/cap-so",
    async ({ by, unit }, raw) => {
      const typed = boxText(raw, "sinh").trim();
      const birth = typed === "" ? null : parsePartialDate(typed);
      if (typed !== "" && !birth) return fail(BIRTH);
      const named = boxText(raw, "dien");
      const issued = await desk.issue(
        unit,
        {
          service: boxText(raw, "viec-moi"),
          channel: "desk",
          birth,
          declared: isPriorityClass(named) ? named : null,
          // The officer sees the person.
          confirmed: true,
          account: null,
        },
        by.account,
      );
      if (!issued.ok) return fail(failureWords(issued.failure));
      const { number } = issued.value;
      return ok(text(`Đã cấp số ${number}.`, `Number ${number} was given.`));
    },
    "viec-moi",
  );

  const show = async (c: Ctx, at: AtDesk, shown: Shown, status: 200 | 403 | 409) => {
    const lang = c.get("lang");
    const { officer, by, unit } = at;
    const counters = await desk.countersOf(unit);
    const counter = counters.find(({ openedBy }) => openedBy === by.account) ?? null;
    const ticket = counter && (await desk.atCounter(by.officeProvince, counter.id));
    const waiting = await desk.waiting(by);
    const services = desk.servicesOf(unit);
    const csrf = csrfBox(officer);
    const { errors, note, raw } = shown;
    // What concerns no box of the page stands in the summary alone.
    const { viec, ...boxes } = errors;
    return officePage(
      deps,
      c,
      officer,
      { title: TITLE, path: href(c, PATH), status, hasErrors: Object.keys(errors).length > 0 },
      <>
        <ErrorSummary errors={boxes} extra={viec ? [viec] : []} lang={lang} />
        {note && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">{note[lang]}</p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">
          {counter
            ? { vi: `Hàng chờ: quầy ${counter.number}`, en: `Waiting room: counter ${counter.number}` }[lang]
            : TITLE[lang]}
        </h1>
        <nav class="mc-row" aria-label={{ vi: "Trang của hàng chờ", en: "Pages of the waiting room" }[lang]}>
          <p class="govuk-body">
            <a class="govuk-link" href={href(c, `${PATH}/quay`)}>
              {{ vi: "Các quầy", en: "Counters" }[lang]}
            </a>
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href={href(c, `${PATH}/so-lieu`)}>
              {{ vi: "Số liệu chờ", en: "Figures" }[lang]}
            </a>
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href={href(c, `/quay/${unit.id}/man-hinh`)}>
              {{ vi: "Màn hình phòng chờ", en: "Screen of the waiting room" }[lang]}
            </a>
          </p>
        </nav>
        <Split
          sideAt="end"
          sideLabel={{ vi: "Cấp số tại quầy", en: "Giving a number" }[lang]}
          side={<IssueForm c={c} deps={deps} services={services} raw={raw} errors={errors} csrf={csrf} />}
        >
          {counter ? (
            <>
              <CurrentTicket
                c={c}
                deps={deps}
                unit={unit}
                ticket={ticket}
                others={counters.filter(({ id }) => id !== counter.id)}
                raw={raw}
                errors={errors}
                csrf={csrf}
              />
              <WaitingTable
                c={c}
                deps={deps}
                unit={unit}
                waiting={waiting}
                own={counter}
                counters={counters}
                csrf={csrf}
              />
              <Form action={href(c, `${PATH}/dong`)} csrf={csrf}>
                <Before ticket={ticket} />
                <Button label={text("Đóng quầy", "Close the counter")} lang={lang} kind="secondary" />
              </Form>
            </>
          ) : (
            <>
              <OpenCounters c={c} counters={counters} csrf={csrf} />
              <WaitingTable
                c={c}
                deps={deps}
                unit={unit}
                waiting={waiting}
                own={null}
                counters={counters}
                csrf={csrf}
              />
            </>
          )}
        </Split>
      </>,
    );
  };

  return app;
}

const idIn = (raw: Raw, box: string): string => {
  const id = boxText(raw, box);
  return isId(id) ? id : "00000000-0000-0000-0000-000000000000";
};
const STALE = text("Trang đã mở quá lâu. Vui lòng làm lại.", "The page was open too long. Please try again.");
const BIRTH = text("Hãy ghi năm hoặc ngày sinh, ví dụ 1955.", "Enter a year or a date of birth, such as 1955.");
