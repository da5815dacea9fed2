import { Hono } from "hono";
import { editionOn, type Procedure } from "../../engine/definition/index.ts";
import { dayOfInstant, showInstant } from "../../kernel/plain-date.ts";
import { text } from "../../kernel/text.ts";
import type { Session } from "../../modules/access/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { notFound } from "../errors.ts";
import { Button, Cards, ErrorSummary, Form, InsetText, Radios } from "../ui/index.ts";
import { GROUND_NAMES } from "./acting-words.ts";
import { STALE } from "./draft/page.tsx";
import { firstAnswers } from "./draft/prefill.ts";
import { postedBy, visitorOf } from "./guard.ts";
import { csrfBox, portalPage } from "./page.tsx";
import { stepUpPage } from "./step-up.tsx";

/** Before the first question: for whom, and whether a draft is already there to go on with. */
export function startPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  const procedureOf = (c: Ctx): Procedure => {
    const procedure = deps.procedures.find((p) => p.key === c.req.param("key"));
    if (!procedure || !editionOn(procedure, dayOfInstant(deps.clock.now()))) throw notFound();
    return procedure;
  };

  app.get("/thu-tuc/:key/bat-dau", async (c) => {
    const procedure = procedureOf(c);
    const session = visitorOf(c);
    if (session instanceof Response) return session;
    const edition = editionOn(procedure, dayOfInstant(deps.clock.now()));
    if (edition && session.assurance < edition.assurance) return stepUpPage(deps, c, edition, c.req.path);
    return show(c, procedure, session, null);
  });

  const show = async (
    c: Ctx,
    procedure: Procedure,
    session: Exclude<ReturnType<typeof visitorOf>, Response>,
    error: { vi: string; en: string } | null,
  ) => {
    const lang = c.get("lang");
    const edition = editionOn(procedure, dayOfInstant(deps.clock.now()));
    const organisations = await deps.access.organisationsOf(session);
    const wards = await deps.access.wardsOf(session);
    const drafts = (await deps.dossiers.drafts.open(session.account)).filter(
      (draft) => draft.procedure.key === procedure.key,
    );
    const forPersons = edition?.applicants.includes("person") ?? false;
    const forOrganisations = edition?.applicants.includes("organisation") ?? false;
    const choices = [
      ...(forPersons && session.kind === "citizen"
        ? [{ value: "-", label: text(`Bản thân tôi: ${session.name}`, `Myself: ${session.name}`) }]
        : []),
      ...(forPersons
        ? wards.map((ward) => ({
            value: `${WARD}${ward.number}`,
            label: text(
              `${ward.name} (${GROUND_NAMES[ward.ground].vi})`,
              `${ward.name} (${GROUND_NAMES[ward.ground].en})`,
            ),
          }))
        : []),
      ...(forOrganisations
        ? organisations.map((o) => ({
            value: o.code,
            label: text(`${o.name} (mã số ${o.code})`, `${o.name} (code ${o.code})`),
          }))
        : []),
      ...(forOrganisations && session.kind === "organisation" && session.organisation
        ? [{ value: "=", label: text(session.organisation.name, session.organisation.name) }]
        : []),
    ];
    const chosen =
      choices.length === 1
        ? choices[0]?.value
        : session.ward
          ? `${WARD}${session.ward.number}`
          : (session.organisation?.code ?? (organisations.length === 0 ? "-" : undefined));
    return portalPage(
      deps,
      c,
      { title: procedure.title, back: { href: href(c, `/thu-tuc/${procedure.key}`) }, hasErrors: error !== null },
      <>
        <ErrorSummary
          errors={error && choices.length > 1 ? { owner: error } : {}}
          extra={error && choices.length <= 1 ? [error] : []}
          lang={lang}
        />
        <span class="govuk-caption-l">{procedure.title[lang]}</span>
        <h1 class="govuk-heading-l">{{ vi: "Trước khi bắt đầu", en: "Before you start" }[lang]}</h1>
        {drafts.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{{ vi: "Hồ sơ đang viết dở", en: "Drafts to go on with" }[lang]}</h2>
            <Cards
              lang={lang}
              level={3}
              cards={drafts.map((draft) => ({
                title: text(
                  `Tiếp tục bản lưu lúc ${showInstant(draft.updatedAt)}`,
                  `Go on with the draft of ${showInstant(draft.updatedAt)}`,
                ),
                href: href(c, `/nhap/${draft.id}`),
              }))}
            />
            <h2 class="govuk-heading-m">{{ vi: "Hoặc bắt đầu hồ sơ mới", en: "Or start anew" }[lang]}</h2>
          </>
        )}
        <p class="govuk-body">
          {
            {
              vi: "Mỗi trang một câu hỏi. Câu trả lời được lưu sau từng trang; ông/bà có thể dừng lại và tiếp tục trên máy khác.",
              en: "One question a page. Answers are saved after each page; you may stop and go on on another device.",
            }[lang]
          }
        </p>
        {choices.length === 0 ? (
          <InsetText>
            {forOrganisations
              ? {
                  vi: "Thủ tục này do cơ quan, tổ chức nộp. Tài khoản của ông/bà chưa được ghi nhận là người đại diện của tổ chức nào. Vui lòng đăng nhập bằng tài khoản định danh của tổ chức.",
                  en: "Organisations file this procedure, and your account represents none. Please sign in with the organisation's account.",
                }[lang]
              : {
                  vi: "Thủ tục này do cá nhân nộp. Vui lòng đăng nhập bằng tài khoản định danh cá nhân.",
                  en: "Persons file this procedure. Please sign in with a personal account.",
                }[lang]}
          </InsetText>
        ) : (
          <Form csrf={csrfBox(session)}>
            {choices.length === 1 ? (
              <>
                <input type="hidden" name="owner" value={choices[0]?.value} />
                <p class="govuk-body">
                  {{ vi: "Nộp cho: ", en: "For: " }[lang]}
                  <strong>{choices[0]?.label[lang]}</strong>
                </p>
              </>
            ) : (
              <Radios
                name="owner"
                label={text("Ông/bà nộp hồ sơ cho ai?", "For whom do you file?")}
                lang={lang}
                options={choices}
                value={chosen}
                error={error ?? undefined}
              />
            )}
            <Button label={text("Bắt đầu", "Start")} lang={lang} />
          </Form>
        )}
      </>,
    );
  };

  app.post("/thu-tuc/:key/bat-dau", async (c) => {
    const procedure = procedureOf(c);
    const posted = await postedBy(deps, c, c.req.path);
    if (posted instanceof Response) return posted;
    const owner = typeof posted.raw.owner === "string" ? posted.raw.owner : "";
    if (posted.stale) return show(c, procedure, posted.session, STALE);
    if (owner === "") {
      return show(c, procedure, posted.session, text("Vui lòng chọn nộp hồ sơ cho ai.", "Choose for whom you file."));
    }
    const session = await actingAs(deps, posted.session, owner);
    if (!session) {
      return show(
        c,
        procedure,
        posted.session,
        text("Ông/bà không phải người đại diện được chọn ở đây.", "You may not act for whom you chose here."),
      );
    }
    const draft = await deps.dossiers.drafts.begin(
      session.account,
      procedure,
      { organisation: session.organisation?.code ?? null, ward: session.ward?.number ?? null },
      await firstAnswers(deps, procedure, session),
    );
    if (!draft) throw notFound();
    return c.redirect(href(c, `/nhap/${draft.id}`), 303);
  });

  return app;
}

/** Marks a choice that names a minor or ward; codes of organisations are digits only. */
const WARD = "w";

/** The session acting for whom its person chose; null where they may not. */
async function actingAs(deps: WebDeps, session: Session, owner: string): Promise<Session | null> {
  if (session.kind !== "citizen") return session;
  if (owner.startsWith(WARD)) {
    const ward = await deps.access.actForWard(session, owner.slice(WARD.length));
    return ward.ok ? { ...session, organisation: null, ward: ward.value } : null;
  }
  const acting = await deps.access.actFor(session, owner === "-" ? null : owner);
  return acting.ok ? { ...session, organisation: acting.value, ward: null } : null;
}
