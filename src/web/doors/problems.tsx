import { text } from "../../kernel/text.ts";
import { SigningTrouble } from "../../modules/documents/index.ts";
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
  if (problem instanceof PageProblem) {
    return portalPage(
      deps,
      c,
      { title: problem.title, status: problem.status },
      <Body c={c} title={problem.title} advice={problem.advice} />,
    );
  }
  deps.log.error({ err: error, request: c.get("requestId") }, "broken promise");
  const busy =
    (error as { code?: string }).code === "53300" || /timeout exceeded when trying to connect/.test(String(error));
  const title = text("Hệ thống đang gặp sự cố", "Something went wrong on our side");
  const advice = text(
    `Thông tin ông/bà đã lưu không bị mất. Vui lòng thử lại sau ít phút; nếu vẫn lỗi, xin báo mã ${c.get("requestId")}.`,
    `What you saved is not lost. Please try again in a few minutes; if it goes on, quote ${c.get("requestId")}.`,
  );
  c.status(busy ? 503 : 500);
  return portalPage(deps, c, { title, status: 503 }, <Body c={c} title={title} advice={advice} />);
}

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
