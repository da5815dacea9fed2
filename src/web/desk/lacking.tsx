import { Hono } from "hono";
import { boxText, type Raw } from "../../engine/form/index.ts";
import { type Text, text } from "../../kernel/text.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { postedByOfficer } from "../office/guard.ts";
import { csrfBox } from "../portal/page.tsx";
import { Button, Checkboxes, ErrorSummary, Form, Input, InsetText, Radios, Select, Textarea } from "../ui/index.ts";
import { endLacking } from "./accept.ts";
import { type Gap, gapBox, gapsOf, itemsIn, MORE, REASONS } from "./gaps.ts";
import { type Intake, intakeHref, intakeOf } from "./load.ts";
import { deskPage, STALE } from "./page.tsx";

/** The two other ends of an intake: all that is missing in one notice (form 02), or a refusal with its ground (form 03). */
export function lackingPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/tiep-nhan/:intake/bo-sung", async (c) => {
    const intake = await intakeOf(deps, c);
    return intake instanceof Response ? intake : showGaps(c, intake, null, {});
  });

  app.post("/tiep-nhan/:intake/bo-sung", async (c) => {
    const posted = await postedByOfficer(deps, c, c.req.path);
    if (posted instanceof Response) return posted;
    const intake = await intakeOf(deps, c);
    if (intake instanceof Response) return intake;
    if (posted.stale) return showGaps(c, intake, posted.raw, { [`${MORE}.what`]: STALE });
    const items = itemsIn(await gapsOf(deps, intake), posted.raw);
    if (!items.ok) return showGaps(c, intake, posted.raw, { [items.failure.field]: items.failure.text });
    const done = await endLacking(deps, intake, { act: "supplement-requested", items: items.value, reason: "" });
    return done.ok
      ? c.redirect(href(c, `/desk/xong/${done.value}`), 303)
      : showGaps(c, intake, posted.raw, {}, done.failure.sentences);
  });

  const showGaps = async (
    c: Ctx,
    intake: Intake,
    raw: Raw | null,
    errors: Readonly<Record<string, Text>>,
    sentences: readonly Text[] = [],
  ) => {
    const lang = c.get("lang");
    const gaps = await gapsOf(deps, intake);
    const failed = Object.keys(errors).length > 0 || sentences.length > 0;
    const typed = (name: string) => ({
      name,
      lang,
      value: raw ? boxText(raw, name) : "",
      ...(errors[name] ? { error: errors[name] } : {}),
    });
    return deskPage(
      deps,
      c,
      intake.officer,
      {
        title: GAPS_TITLE,
        hasErrors: failed,
        status: failed ? 422 : 200,
        path: intakeHref(c, intake.draft, "/bo-sung"),
      },
      <>
        <ErrorSummary errors={errors} extra={sentences} lang={lang} />
        <span class="govuk-caption-l">{intake.owner.name}</span>
        <h1 class="govuk-heading-l">{GAPS_TITLE[lang]}</h1>
        <p class="govuk-body">
          {
            {
              vi: "Phiếu nêu đầy đủ một lần mọi nội dung cần bổ sung. Hệ thống đã liệt kê những gì còn thiếu theo danh mục.",
              en: "The notice lists everything at once. What is missing by the list stands here already.",
            }[lang]
          }
        </p>
        <Form csrf={csrfBox(intake.officer)} action={intakeHref(c, intake.draft, "/bo-sung")}>
          {gaps.map((gap) => (
            <GapBox gap={gap} raw={raw} errors={errors} lang={lang} />
          ))}
          <h2 class="govuk-heading-m">{{ vi: "Nội dung khác", en: "Something else" }[lang]}</h2>
          <Input {...typed(`${MORE}.what`)} label={text("Cần bổ sung gì", "What to add")} optional />
          <Input {...typed(`${MORE}.basis`)} label={text("Căn cứ", "Legal basis")} optional />
          <Input {...typed(`${MORE}.how`)} label={text("Cách bổ sung", "How")} optional />
          <Button label={text("Ra phiếu yêu cầu bổ sung", "Issue the notice")} lang={lang} accesskey="t" />
        </Form>
        <BackLink c={c} intake={intake} />
      </>,
    );
  };

  app.get("/tiep-nhan/:intake/tu-choi", async (c) => {
    const intake = await intakeOf(deps, c);
    return intake instanceof Response ? intake : showRefusal(c, intake, null, {});
  });

  app.post("/tiep-nhan/:intake/tu-choi", async (c) => {
    const posted = await postedByOfficer(deps, c, c.req.path);
    if (posted instanceof Response) return posted;
    const intake = await intakeOf(deps, c);
    if (intake instanceof Response) return intake;
    const ground = boxText(posted.raw, "ground");
    const reason = boxText(posted.raw, "reason").slice(0, REASON_LONGEST);
    if (posted.stale) return showRefusal(c, intake, posted.raw, { ground: STALE });
    const errors = {
      ...(intake.edition.refusalGrounds.some(({ key }) => key === ground) ? {} : { ground: NO_GROUND }),
      ...(reason === "" ? { reason: NO_REASON } : {}),
    };
    if (Object.keys(errors).length > 0) return showRefusal(c, intake, posted.raw, errors);
    const done = await endLacking(deps, intake, { act: "refused-intake", ground, reason });
    return done.ok
      ? c.redirect(href(c, `/desk/xong/${done.value}`), 303)
      : showRefusal(c, intake, posted.raw, {}, done.failure.sentences);
  });

  const showRefusal = (
    c: Ctx,
    intake: Intake,
    raw: Raw | null,
    errors: Readonly<Record<string, Text>>,
    sentences: readonly Text[] = [],
  ) => {
    const lang = c.get("lang");
    const failed = Object.keys(errors).length > 0 || sentences.length > 0;
    return deskPage(
      deps,
      c,
      intake.officer,
      {
        title: REFUSAL_TITLE,
        hasErrors: failed,
        status: failed ? 422 : 200,
        path: intakeHref(c, intake.draft, "/tu-choi"),
      },
      <>
        <ErrorSummary errors={errors} extra={sentences} lang={lang} />
        <span class="govuk-caption-l">{intake.owner.name}</span>
        <h1 class="govuk-heading-l">{REFUSAL_TITLE[lang]}</h1>
        <Form csrf={csrfBox(intake.officer)} action={intakeHref(c, intake.draft, "/tu-choi")}>
          <Radios
            name="ground"
            label={text("Căn cứ từ chối", "Ground")}
            lang={lang}
            small
            options={intake.edition.refusalGrounds.map(({ key, title }) => ({ value: key, label: title }))}
            value={raw ? boxText(raw, "ground") : undefined}
            {...(errors["ground"] ? { error: errors["ground"] } : {})}
          />
          <Textarea
            name="reason"
            label={text("Lý do", "Reason")}
            hint={text("Công dân nhận được nguyên văn.", "The citizen receives these very words.")}
            lang={lang}
            lines={3}
            value={raw ? boxText(raw, "reason") : ""}
            {...(errors["reason"] ? { error: errors["reason"] } : {})}
          />
          <Button label={text("Ra phiếu từ chối", "Issue the refusal")} lang={lang} kind="warning" accesskey="t" />
        </Form>
        <BackLink c={c} intake={intake} />
      </>,
    );
  };

  return app;
}

const REASON_LONGEST = 4_000;
const GAPS_TITLE = text("Yêu cầu bổ sung, hoàn thiện hồ sơ", "Ask for what is missing");
const REFUSAL_TITLE = text("Từ chối tiếp nhận hồ sơ", "Refuse the dossier");
const NO_GROUND = text("Vui lòng chọn căn cứ từ chối.", "Choose the ground of refusal.");
const NO_REASON = text("Vui lòng nêu rõ lý do từ chối.", "Say why it is refused.");

const BackLink = ({ c, intake }: { readonly c: Ctx; readonly intake: Intake }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={intakeHref(c, intake.draft)}>
      {{ vi: "Quay lại hồ sơ", en: "Back to the dossier" }[c.get("lang")]}
    </a>
  </p>
);

function GapBox(props: {
  readonly gap: Gap;
  readonly raw: Raw | null;
  readonly errors: Readonly<Record<string, Text>>;
  readonly lang: "vi" | "en";
}) {
  const { gap, raw, errors, lang } = props;
  const [ask, how, reason] = [gapBox(gap, "ask"), gapBox(gap, "how"), gapBox(gap, "reason")];
  const ticked = raw ? boxText(raw, ask) === "yes" : !gap.replaced;
  return (
    <section class="mc-card">
      <Checkboxes
        name={ask}
        label={text(gap.what, gap.what)}
        hint={text(`Căn cứ: ${gap.basis}`, `Basis: ${gap.basis}`)}
        lang={lang}
        small
        options={[{ value: "yes", label: text("Yêu cầu bổ sung", "Ask for it") }]}
        values={ticked ? ["yes"] : []}
      />
      {gap.replaced && (
        <>
          <InsetText>
            {
              {
                vi: "Cơ sở dữ liệu đã trả lời thay giấy tờ này, nên không tính là thiếu.",
                en: "A database answers in place of this paper: it is not missing.",
              }[lang]
            }
          </InsetText>
          <Select
            name={reason}
            label={text("Lý do vẫn yêu cầu", "Why it is asked all the same")}
            lang={lang}
            optional
            options={Object.entries(REASONS).map(([value, label]) => ({ value, label }))}
            value={raw ? boxText(raw, reason) : ""}
            {...(errors[reason] ? { error: errors[reason] } : {})}
          />
        </>
      )}
      <Input name={how} label={text("Cách bổ sung", "How")} lang={lang} value={raw ? boxText(raw, how) : gap.how} />
    </section>
  );
}
