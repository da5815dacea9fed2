import { Hono } from "hono";
import { boxText } from "../../engine/form/index.ts";
import { showDate } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { Post } from "../../modules/access/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { csrfBox } from "../portal/page.tsx";
import { Button, ErrorSummary, Form, Radios } from "../ui/index.ts";
import { type Officer, officerOf, postedByOfficer } from "./guard.ts";
import { officePage } from "./page.tsx";

/** From which of their posts an officer works now. */
export function postPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/vi-tri", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer, officer.post.id, null, 200);
  });

  app.post("/vi-tri", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, "/office/vi-tri"));
    if (posted instanceof Response) return posted;
    const wanted = boxText(posted.raw, "post");
    if (posted.stale) return show(c, posted.officer, wanted, STALE, 403);
    const switched = await deps.access.switchPost(posted.officer, wanted);
    if (!switched.ok) return show(c, posted.officer, wanted, NOT_YOURS, 422);
    return c.redirect(href(c, "/office"), 303);
  });

  const show = async (c: Ctx, officer: Officer, chosen: string, error: Text | null, status: 200 | 403 | 422) => {
    const lang = c.get("lang");
    const posts = await deps.access.postsOf(officer);
    return officePage(
      deps,
      c,
      officer,
      { title: text("Đổi vị trí công tác", "Change post"), status, hasErrors: error !== null },
      <>
        <ErrorSummary errors={error ? { post: error } : {}} lang={lang} />
        <Form csrf={csrfBox(officer)}>
          <Radios
            name="post"
            label={text("Đồng chí làm việc ở vị trí nào?", "From which post do you work?")}
            heading
            small
            lang={lang}
            options={posts.map((post) => ({
              value: post.id,
              label: post.title,
              hint: hintOf(deps, post),
            }))}
            value={chosen}
            {...(error ? { error } : {})}
          />
          <Button label={text("Chuyển vị trí", "Change")} lang={lang} />
        </Form>
      </>,
    );
  };

  return app;
}

/** The unit, and for whom the officer stands in. */
function hintOf(deps: WebDeps, { unit, delegation }: Post): Text {
  const name = deps.catalogue.findUnit(unit.id)?.name ?? text(unit.name, unit.name);
  if (!delegation) return name;
  const until = showDate(delegation.until);
  return text(
    `${name.vi}. Theo ủy quyền của ${delegation.by}, đến hết ${until}`,
    `${name.en}. By delegation of ${delegation.by}, until ${until}`,
  );
}

const NOT_YOURS = text("Vui lòng chọn một vị trí đang được phân công.", "Choose one of your present posts.");
const STALE = text("Phiên làm việc đã thay đổi. Vui lòng chọn lại.", "Your session has changed. Please choose again.");
