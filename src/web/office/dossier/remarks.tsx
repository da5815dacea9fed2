import { Hono } from "hono";
import { boxText } from "../../../engine/form/index.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { readForHouse, readLogged } from "../../../modules/access/index.ts";
import { REMARK_LONGEST } from "../../../modules/dossiers/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, DateText, ErrorSummary, Form, InsetText, Textarea } from "../../ui/index.ts";
import { type Officer, officerOf, postedByOfficer, whoOf } from "../guard.ts";
import { officePage } from "../page.tsx";
import { findOwn, HANDLING, noteDossier } from "./load.ts";

const TITLE = text("Ghi chú nội bộ", "Internal notes");
const FAULTS = {
  empty: text("Vui lòng viết ghi chú.", "Write a note."),
  "too-long": text(
    `Ghi chú dài quá ${REMARK_LONGEST} ký tự. Vui lòng viết ngắn hơn.`,
    `The note is longer than ${REMARK_LONGEST} signs. Write less.`,
  ),
  stale: text(
    "Phiên làm việc đã thay đổi nên chưa lưu ghi chú. Nội dung vẫn còn bên dưới; đề nghị lưu lại.",
    "Your session has changed, so the note was not kept. It is still below; save it again.",
  ),
};

/** Notes of an office for itself beside a dossier. */
export function remarkPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const at = (c: Ctx, code: string): string => href(c, `/office/ho-so/${code}/ghi-chu`);

  app.get("/ho-so/:code/ghi-chu", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer, "", undefined, 200);
  });

  app.post("/ho-so/:code/ghi-chu", async (c) => {
    const code = c.req.param("code");
    const posted = await postedByOfficer(deps, c, at(c, code));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    const body = boxText(raw, "body");
    if (stale) return show(c, officer, body, FAULTS.stale, 403);
    const { row } = await findOwn(deps, readForHouse(deps.db, "act"), officer, code);
    const by = { account: officer.account, name: officer.name, unit: officer.post.unit.id };
    const done = await deps.dossiers.remarks.write(row, by, body);
    return done.ok ? c.redirect(at(c, code), 303) : show(c, officer, body, FAULTS[done.failure], 422);
  });

  const show = async (c: Ctx, officer: Officer, typed: string, fault: Text | undefined, status: 200 | 403 | 422) => {
    const lang = c.get("lang");
    const { code, remarks } = await readLogged(deps.db, deps.clock.now(), whoOf(officer), HANDLING, async (reading) => {
      const found = await findOwn(deps, reading, officer, c.req.param("code") ?? "");
      noteDossier(reading, found, ["history"]);
      const kept = await deps.dossiers.remarks.of(reading, found.row, officer.post.unit.id);
      return { code: found.row.code, remarks: kept };
    });
    return officePage(
      deps,
      c,
      officer,
      {
        title: `${TITLE[lang]}, ${code}`,
        status,
        hasErrors: fault !== undefined,
        path: at(c, code),
        crumbs: [
          { label: text("Hồ sơ", "Dossiers"), href: href(c, "/office") },
          { label: code, href: href(c, `/office/ho-so/${code}`) },
          { label: TITLE },
        ],
      },
      <>
        <ErrorSummary errors={fault ? { body: fault } : {}} lang={lang} />
        <span class="govuk-caption-l">{code}</span>
        <h1 class="govuk-heading-l">{TITLE[lang]}</h1>
        {remarks.length === 0 ? (
          <p class="govuk-body">{{ vi: "Chưa có ghi chú nào.", en: "No notes yet." }[lang]}</p>
        ) : (
          <ol class="govuk-list">
            {remarks.map((one) => (
              <li class="mc-card">
                <p class="govuk-body-s mc-muted">
                  <strong>{one.by}</strong>, <DateText at={one.at} />
                </p>
                <p class="govuk-body mc-typed">{one.body}</p>
              </li>
            ))}
          </ol>
        )}
        <InsetText>
          {
            {
              vi: "Chỉ cán bộ của đơn vị đọc được; ghi chú không sửa, không xóa được. Lý do của quyết định phải ghi trong quyết định.",
              en: "Read by officers of the unit alone; a note cannot be changed or removed. What a decision rests on belongs into the decision.",
            }[lang]
          }
        </InsetText>
        <Form csrf={csrfBox(officer)} action={at(c, code)}>
          <Textarea
            name="body"
            label={text("Ghi chú mới", "New note")}
            value={typed}
            lines={4}
            lang={lang}
            {...(fault ? { error: fault } : {})}
          />
          <Button label={text("Lưu ghi chú", "Keep the note")} lang={lang} />
        </Form>
      </>,
    );
  };

  return app;
}
