import { type Text, text } from "../../kernel/text.ts";
import { SigningTrouble } from "../../modules/documents/index.ts";
import { isAwayForNow } from "../../platform/trouble.ts";
import type { Ctx, WebDeps } from "../context.ts";
import { href } from "../context.ts";
import { notFound, PageProblem, tooLarge } from "../errors.ts";
import { BodyTooLarge } from "../forms.ts";
import { portalPage } from "../portal/page.tsx";
import { Button } from "../ui/index.ts";

/** A page for every request that ends early: what happened, what to do, and a number to quote when we are to blame. */
export function problemPage(deps: WebDeps, c: Ctx, error: unknown): Response | Promise<Response> {
  const problem =
    error === null
      ? notFound()
      : error instanceof BodyTooLarge
        ? tooLarge()
        : error instanceof SigningTrouble
          ? notSigned(error)
          : error;
  if (error instanceof SigningTrouble)
    deps.log.warn({ err: error, request: c.get("requestId") }, "a signature could not be made");
  const said = (status: PageProblem["status"] | 500, title: Text, advice: Text) =>
    portalPage(deps, c, { title, status }, <Body c={c} title={title} advice={advice} />);
  if (problem instanceof PageProblem) return said(problem.status, problem.title, problem.advice);
  deps.log.error({ err: error, request: c.get("requestId") }, "broken promise");
  const code = c.get("requestId");
  if (isAwayForNow(error)) {
    c.header("retry-after", "5");
    return said(503, text("Hệ thống đang bận", "The system is busy"), askAgain(code));
  }
  return said(500, text("Hệ thống đang gặp sự cố", "Something went wrong on our side"), askAgain(code));
}

const askAgain = (code: string): Text =>
  text(
    `Thông tin ông/bà đã lưu không bị mất. Vui lòng thử lại sau ít phút; nếu vẫn lỗi, xin báo mã ${code}.`,
    `What you saved is not lost. Please try again in a few minutes; if it goes on, quote ${code}.`,
  );

const notSigned = (trouble: SigningTrouble): PageProblem =>
  new PageProblem(503, text("Chưa ký số được", "Not signed"), trouble.said);

const Body = (props: { c: Ctx; title: { vi: string; en: string }; advice: { vi: string; en: string } }) => {
  const lang = props.c.get("lang");
  return (
    <>
      <h1 class="govuk-heading-l">{props.title[lang]}</h1>
      <p class="govuk-body">{props.advice[lang]}</p>
      <Button label={text("Về trang chủ", "Home page")} lang={lang} kind="secondary" href={href(props.c, "/")} />
    </>
  );
};
