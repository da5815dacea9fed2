import { Hono } from "hono";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { type Instant, showInstant } from "../../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import { actorOf } from "../../../modules/access/index.ts";
import {
  authorityTold,
  BREACH_STEPS,
  type Breach,
  type BreachStep,
  type BreachStepFailure,
  breachClosed,
} from "../../../modules/data-rights/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { isId, wholeNumber } from "../../forms.ts";
import { csrfBox } from "../../portal/page.tsx";
import {
  Button,
  DateTimeInput,
  Details,
  ErrorSummary,
  Form,
  Input,
  Radios,
  SummaryList,
  Table,
  Tag,
  Textarea,
  Timeline,
} from "../../ui/index.ts";
import { type Officer, officerOf, postedByOfficer } from "../guard.ts";
import { Wide } from "../wide.tsx";
import { dataPage, momentOf, momentTyped, momentWords, NOT_YOURS, ROOT, STALE, WORDS } from "./frame.tsx";

const HERE = `${ROOT}/vi-pham`;
const PEOPLE_MOST = 200_000_000;
const HOUR_MS = 3_600_000;
type Tried = { readonly raw: Raw; readonly errors: Readonly<Record<string, Text>> };

/** Breaches of personal data: recorded by whoever finds one, with the hours left until the authority must know. */
export function breachPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/du-lieu/vi-pham", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : list(c, officer, null, 200);
  });

  app.post("/du-lieu/vi-pham", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, HERE));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    if (stale) return list(c, officer, { raw, errors: { what: STALE } }, 403);
    const people = wholeNumber(boxText(raw, "people").replaceAll(".", ""), -1, PEOPLE_MOST);
    const recorded = await deps.dataRights.recordBreach(actorOf(officer), officer.post.unit, {
      detectedAt: momentOf(raw, "detected"),
      what: boxText(raw, "what"),
      affected: boxText(raw, "affected"),
      affectedPeople: people < 0 ? null : people,
    });
    if (recorded.ok) return c.redirect(href(c, `${HERE}/${recorded.value.id}`), 303);
    const errors = {
      words: boxText(raw, "what").trim() === "" ? { what: WORDS } : { affected: WORDS },
      people: { people: PEOPLE },
      moment: { detected: MOMENT },
      "no-clock": { detected: NO_CLOCK },
    }[recorded.failure.kind];
    return list(c, officer, { raw, errors }, 422);
  });

  app.get("/du-lieu/vi-pham/:id", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer, null, 200);
  });

  app.post("/du-lieu/vi-pham/:id", async (c) => {
    const id = c.req.param("id");
    const posted = await postedByOfficer(deps, c, href(c, `${HERE}/${id}`));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    const kind = BREACH_STEPS.find((one) => one === boxText(raw, "kind"));
    if (stale) return show(c, officer, { raw, errors: { words: STALE } }, 403);
    if (!kind) return show(c, officer, { raw, errors: { kind: CHOOSE } }, 422);
    if (!isId(id)) throw notFound();
    const done = await deps.dataRights.stepBreach(actorOf(officer), officer.post.unit, id, {
      kind,
      happenedAt: momentOf(raw, "happened"),
      words: boxText(raw, "words"),
    });
    if (done.ok) return c.redirect(href(c, `${HERE}/${id}`), 303);
    const failure = done.failure.kind;
    if (failure === "not-found") throw notFound();
    const box = failure === "moment" ? "happened" : failure === "words" ? "words" : "kind";
    return show(c, officer, { raw, errors: { [box]: SENTENCES[failure] } }, failure === "not-yours" ? 403 : 422);
  });

  const list = async (c: Ctx, officer: Officer, tried: Tried | null, status: 200 | 403 | 422) => {
    const lang = c.get("lang");
    const now = deps.clock.now();
    const breaches = await deps.dataRights.breachesOf(deps.db, officer.post.unit);
    const raw = tried?.raw ?? {};
    const error = (name: string) => (tried?.errors[name] ? { error: tried.errors[name] } : {});
    return dataPage(
      deps,
      c,
      officer,
      { title: TITLE, at: HERE, status, hasErrors: tried !== null },
      <>
        <ErrorSummary errors={tried?.errors ?? {}} lang={lang} />
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        <Wide label={TITLE} lang={lang}>
          <Table
            dense
            captionHidden
            caption={TITLE}
            lang={lang}
            empty={text("Chưa ghi nhận vụ việc nào.", "None recorded.")}
            columns={[
              { key: "at", label: text("Phát hiện lúc", "Found") },
              { key: "what", label: text("Vụ việc", "What happened") },
              { key: "people", label: text("Số người", "People"), figures: true },
              { key: "left", label: text("Báo cơ quan chuyên trách", "Authority") },
            ]}
            rows={breaches.map((breach) => ({
              href: href(c, `${HERE}/${breach.id}`),
              ...(isLate(breach, now) ? { tone: "late" as const } : {}),
              cells: {
                at: showInstant(breach.detectedAt),
                what: breach.what,
                people: breach.affectedPeople.toLocaleString("vi-VN"),
                left: <Countdown breach={breach} now={now} lang={lang} />,
              },
            }))}
          />
        </Wide>
        <Details
          summary={text("Ghi nhận vụ việc mới", "Record a breach")}
          lang={lang}
          open={tried !== null || breaches.length === 0}
        >
          <Form csrf={csrfBox(officer)} action={href(c, HERE)}>
            <DateTimeInput
              name="detected"
              label={text("Phát hiện lúc", "Found at")}
              lang={lang}
              {...momentTyped(raw, "detected")}
              {...error("detected")}
            />
            <Textarea
              name="what"
              label={text("Chuyện gì đã xảy ra?", "What happened?")}
              hint={text("Không ghi họ tên người bị ảnh hưởng.", "Name no affected person.")}
              lang={lang}
              value={boxText(raw, "what")}
              {...error("what")}
            />
            <Textarea
              name="affected"
              label={text("Loại dữ liệu và nhóm người bị ảnh hưởng", "Kinds of data and of people affected")}
              lang={lang}
              value={boxText(raw, "affected")}
              {...error("affected")}
            />
            <Input
              name="people"
              label={text("Số người bị ảnh hưởng (ước tính)", "People affected (estimate)")}
              lang={lang}
              inputmode="numeric"
              value={boxText(raw, "people")}
              {...error("people")}
            />
            <Button label={text("Ghi nhận", "Record")} lang={lang} />
          </Form>
        </Details>
      </>,
    );
  };

  const show = async (c: Ctx, officer: Officer, tried: Tried | null, status: 200 | 403 | 422) => {
    const lang = c.get("lang");
    const id = c.req.param("id") ?? "";
    const breach = isId(id) ? await deps.dataRights.findBreach(deps.db, officer.post.unit, id) : null;
    if (!breach) throw notFound();
    const now = deps.clock.now();
    const title = text(
      `Vụ việc phát hiện lúc ${momentWords(breach.detectedAt)}`,
      `Breach of ${momentWords(breach.detectedAt)}`,
    );
    return dataPage(
      deps,
      c,
      officer,
      {
        title,
        at: HERE,
        status,
        hasErrors: tried !== null,
        crumbs: [{ label: TITLE, href: href(c, HERE) }, { label: title }],
      },
      <>
        <ErrorSummary errors={tried?.errors ?? {}} lang={lang} />
        <h1 class="govuk-heading-l">
          {title[lang]} <Countdown breach={breach} now={now} lang={lang} />
        </h1>
        <SummaryList
          lang={lang}
          rows={[
            { label: text("Phải báo trước", "To be told before"), value: momentWords(breach.noticeDueAt) },
            { label: text("Vụ việc", "What happened"), value: <span class="mc-typed">{breach.what}</span> },
            { label: text("Bị ảnh hưởng", "Affected"), value: <span class="mc-typed">{breach.affected}</span> },
            { label: text("Số người", "People"), value: breach.affectedPeople.toLocaleString("vi-VN") },
            {
              label: text("Người ghi nhận", "Recorded by"),
              value: `${breach.recordedName}, ${showInstant(breach.recordedAt)}`,
            },
          ]}
        />
        <Timeline
          lang={lang}
          entries={[
            { title: text("Phát hiện", "Found"), at: breach.detectedAt },
            ...breach.steps.map((step) => ({
              title: STEPS[step.kind],
              at: step.happenedAt,
              by: step.byName,
              body: <p class="govuk-body mc-typed">{step.words}</p>,
            })),
          ]}
        />
        {!breachClosed(breach) && <StepForm c={c} officer={officer} breach={breach} tried={tried} />}
      </>,
    );
  };

  return app;
}

function StepForm(props: { c: Ctx; officer: Officer; breach: Breach; tried: Tried | null }) {
  const { c, officer, breach, tried } = props;
  const lang = c.get("lang");
  const raw = tried?.raw ?? {};
  const error = (name: string) => (tried?.errors[name] ? { error: tried.errors[name] } : {});
  return (
    <section class="mc-card">
      <h2 class="govuk-heading-m">{{ vi: "Ghi việc đã làm", en: "Record what was done" }[lang]}</h2>
      <Form csrf={csrfBox(officer)} action={href(c, `${HERE}/${breach.id}`)}>
        <Radios
          name="kind"
          label={text("Việc đã làm", "What was done")}
          lang={lang}
          small
          options={BREACH_STEPS.filter((kind) => kind !== "authority-notified" || !authorityTold(breach)).map(
            (kind) => ({
              value: kind,
              label: STEPS[kind],
            }),
          )}
          value={boxText(raw, "kind")}
          {...error("kind")}
        />
        <DateTimeInput
          name="happened"
          label={text("Lúc", "When")}
          lang={lang}
          {...momentTyped(raw, "happened")}
          {...error("happened")}
        />
        <Textarea
          name="words"
          label={text("Nội dung; với thông báo: nguyên văn và số văn bản", "Words; of a notice its text and number")}
          lang={lang}
          value={boxText(raw, "words")}
          {...error("words")}
        />
        <Button label={text("Ghi lại", "Record")} lang={lang} />
      </Form>
    </section>
  );
}

const isLate = (breach: Breach, now: Instant): boolean => !authorityTold(breach) && breach.noticeDueAt < now;

/** How many hours are left until the authority must know, or that it knows. */
function Countdown({ breach, now, lang }: { breach: Breach; now: Instant; lang: Language }) {
  const told = authorityTold(breach);
  if (told) {
    const late = told.happenedAt > breach.noticeDueAt;
    return late ? (
      <Tag label={text("Đã báo, quá hạn", "Told, late")} tone="attention" lang={lang} />
    ) : (
      <Tag label={text("Đã báo", "Told")} tone="done" lang={lang} />
    );
  }
  const hours = Math.floor(Math.abs(breach.noticeDueAt - now) / HOUR_MS);
  return breach.noticeDueAt < now ? (
    <Tag label={text(`Quá hạn ${hours} giờ`, `${hours} hours over`)} tone="refused" lang={lang} />
  ) : (
    <Tag label={text(`Còn ${hours} giờ`, `${hours} hours left`)} tone="attention" lang={lang} />
  );
}

const TITLE = text("Lộ, mất dữ liệu cá nhân", "Breaches of personal data");
const STEPS: Readonly<Record<BreachStep["kind"], Text>> = {
  measure: text("Biện pháp khắc phục", "Measure taken"),
  "authority-notified": text("Đã báo cơ quan chuyên trách", "Authority told"),
  "people-notified": text("Đã báo người bị ảnh hưởng", "People told"),
  closed: text("Kết thúc vụ việc", "Closed"),
};
const PEOPLE = text("Vui lòng ghi số người, ví dụ 1.200.", "Give the number of people, such as 1.200.");
const MOMENT = text(
  "Vui lòng ghi ngày và giờ đã qua, ví dụ 23 11 2026, 22:30.",
  "Give a day and time that has passed, such as 23 11 2026, 22:30.",
);
const CHOOSE = text("Vui lòng chọn việc đã làm.", "Choose what was done.");
const NO_CLOCK = text("Chưa có quy định về thời hạn cho ngày này.", "No rule gives the time for that day.");
const SENTENCES: Readonly<Record<Exclude<BreachStepFailure["kind"], "not-found">, Text>> = {
  words: WORDS,
  moment: MOMENT,
  "not-yours": NOT_YOURS,
  closed: text("Vụ việc đã kết thúc.", "The breach is closed."),
  "told-already": text("Đã ghi việc báo cơ quan chuyên trách.", "That the authority was told is recorded."),
  "not-told": text(
    "Chưa báo cơ quan chuyên trách nên chưa kết thúc được.",
    "The authority has not been told, so it cannot be closed.",
  ),
  conflict: text(
    "Người khác vừa ghi một việc. Đề nghị xem lại.",
    "Somebody else has just recorded a step. Look again.",
  ),
};
