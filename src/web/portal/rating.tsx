import { Hono } from "hono";
import { boxText, type Raw } from "../../engine/form/index.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Session } from "../../modules/access/index.ts";
import type { DossierView } from "../../modules/dossiers/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { Button, ErrorSummary, Form, InsetText, Panel, RatingScale, Textarea } from "../ui/index.ts";
import { mine } from "./dossier/mine.ts";
import { STALE } from "./draft/page.tsx";
import { postedBy } from "./guard.ts";
import { csrfBox, portalPage } from "./page.tsx";

const COMMENT_LONGEST = 2_000;

/** How the person was served: five questions, words of their own, once a dossier; the answer does not tell who gave it. */
export function ratingPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  const closed = (view: DossierView): boolean => view.state.status === "issued" || view.state.status === "returned";

  app.get("/ho-so/:code/danh-gia", async (c) => {
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    if (!closed(found.view)) return c.redirect(href(c, `/ho-so/${found.view.row.code}`), 303);
    if (await deps.voice.isRated(deps.db, found.view.row.officeProvince, found.view.row.id))
      return thanks(c, found.view);
    return show(c, found.session, found.view, {}, {});
  });

  app.post("/ho-so/:code/danh-gia", async (c) => {
    const posted = await postedBy(deps, c, c.req.path);
    if (posted instanceof Response) return posted;
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    const { view, session } = found;
    if (!closed(view)) return c.redirect(href(c, `/ho-so/${view.row.code}`), 303);
    const errors: Record<string, Text> = {};
    const scores: Record<string, number> = {};
    for (const question of view.edition.survey) {
      const score = Number(boxText(posted.raw, `score.${question.key}`));
      if (Number.isInteger(score) && score >= 1 && score <= 5) scores[question.key] = score;
      else
        errors[`score.${question.key}`] = text(
          "Vui lòng chọn một mức cho câu này.",
          "Choose one answer to this question.",
        );
    }
    const comment = boxText(posted.raw, "comment");
    if (comment.length > COMMENT_LONGEST)
      errors.comment = text(
        `Ý kiến dài ${comment.length} ký tự, chỉ nhận tối đa ${COMMENT_LONGEST}.`,
        `${comment.length} characters; at most ${COMMENT_LONGEST} can be taken.`,
      );
    if (posted.stale) errors.comment = STALE;
    if (Object.keys(errors).length > 0) return show(c, session, view, posted.raw, errors);
    await deps.voice.rate(
      {
        officeProvince: view.row.officeProvince,
        id: view.row.id,
        unitId: view.row.unitId,
        procedureKey: view.row.procedureKey,
      },
      { scores, comment },
    );
    return c.redirect(href(c, `/ho-so/${view.row.code}/danh-gia`), 303);
  });

  const thanks = (c: Ctx, view: DossierView) => {
    const lang = c.get("lang");
    return portalPage(
      deps,
      c,
      { title: text("Cảm ơn ông/bà", "Thank you") },
      <>
        <Panel title={text("Cảm ơn ông/bà đã đánh giá", "Thank you for your answer")} lang={lang} />
        <p class="govuk-body">
          {
            {
              vi: "Câu trả lời được tổng hợp theo đơn vị và thủ tục, không kèm tên hay mã hồ sơ.",
              en: "Answers are summed by office and procedure, without name or code.",
            }[lang]
          }
        </p>
        <Button
          label={text("Về hồ sơ", "Back to the dossier")}
          lang={lang}
          href={href(c, `/ho-so/${view.row.code}`)}
          kind="secondary"
        />
      </>,
    );
  };

  const show = (c: Ctx, session: Session, view: DossierView, raw: Raw, errors: Readonly<Record<string, Text>>) => {
    const lang = c.get("lang");
    const failed = Object.keys(errors).length > 0;
    return portalPage(
      deps,
      c,
      {
        title: text("Đánh giá việc phục vụ", "How were you served?"),
        hasErrors: failed,
        status: failed ? 422 : 200,
        back: { href: href(c, `/ho-so/${view.row.code}`) },
      },
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <span class="govuk-caption-l">{view.procedure.title[lang]}</span>
        <h1 class="govuk-heading-l">{{ vi: "Ông/bà được phục vụ thế nào?", en: "How were you served?" }[lang]}</h1>
        <InsetText>
          {
            { vi: "Đơn vị được đánh giá không biết ai đã trả lời.", en: "The office does not learn who answered." }[
              lang
            ]
          }
        </InsetText>
        <Form csrf={csrfBox(session)}>
          {view.edition.survey.map((question) => (
            <RatingScale
              name={`score.${question.key}`}
              label={question.title}
              lang={lang}
              value={boxText(raw, `score.${question.key}`)}
              error={errors[`score.${question.key}`]}
            />
          ))}
          <Textarea
            name="comment"
            label={text("Ý kiến thêm", "Anything else")}
            lang={lang}
            optional
            value={boxText(raw, "comment")}
            lines={4}
            error={errors.comment}
          />
          <Button label={text("Gửi đánh giá", "Send")} lang={lang} />
        </Form>
      </>,
    );
  };

  return app;
}
