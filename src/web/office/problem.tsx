import { text } from "../../kernel/text.ts";
import { type Ctx, href, type WebDeps } from "../context.ts";
import type { PageProblem } from "../errors.ts";
import { Button } from "../ui/index.ts";
import type { Officer } from "./guard.ts";
import { officePage } from "./page.tsx";

/** A request that ends early, inside the office: what happened and the way back to the work. */
export function officeProblem(deps: WebDeps, c: Ctx, officer: Officer, problem: PageProblem) {
  const lang = c.get("lang");
  return officePage(
    deps,
    c,
    officer,
    { title: problem.title, status: problem.status },
    <>
      <h1 class="govuk-heading-l">{problem.title[lang]}</h1>
      <p class="govuk-body">{problem.advice[lang]}</p>
      <Button
        label={text("Về danh sách hồ sơ", "To the work list")}
        lang={lang}
        kind="secondary"
        href={href(c, "/office")}
      />
    </>,
  );
}
