import type { Browser, Page } from "./browserless.ts";

/** What people do on the portal's and the office's pages, for journeys without a screen. */

export type Upload = {
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type?: string;
};
type Fields = Readonly<Record<string, string>>;

/** The number of the first form of a page that has a box of this name. @throws when there is none */
export function formWith(page: Page, box: string): number {
  const at = page.forms.findIndex(({ fields }) => fields.some(([name]) => name === box));
  if (at < 0) throw new Error(`no form with ${box} at ${page.url.pathname} (${page.status}): ${headingOf(page)}`);
  return at;
}

/** What stands in a page's first heading, without marks. */
export const headingOf = (page: Page): string => textOf(/<h1\b[^>]*>(.*?)<\/h1>/is.exec(page.html)?.[1] ?? "");

/** The words of a piece of HTML. */
export const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/&nbsp;/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, " ")
    .trim();

/** The rows of the first table with this caption, each a list of its cells' words. */
export function tableRows(page: Page, caption: string): readonly (readonly string[])[] {
  const table = [...page.html.matchAll(/<table\b.*?<\/table>/gis)]
    .map(([html]) => html)
    .find((html) => textOf(html).startsWith(caption));
  const body = /<tbody\b.*?<\/tbody>/is.exec(table ?? "")?.[0] ?? "";
  return [...body.matchAll(/<tr\b.*?<\/tr>/gis)].map(([row]) =>
    [...row.matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/gis)].map(([, cell = ""]) => textOf(cell)),
  );
}

/** Sends a form of a page with files, as a browser would, and follows where it leads. */
export async function sendFiles(
  browser: Browser,
  page: Page,
  form: number,
  files: readonly Upload[],
  fields: Fields = {},
): Promise<Page> {
  const body = new FormData();
  const kept = page.forms[form]?.fields.filter(([name]) => !(name in fields)) ?? [];
  for (const [name, value] of [...kept, ...Object.entries(fields)]) body.append(name, value);
  for (const file of files) {
    body.append(
      file.field,
      new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: file.type ?? "application/octet-stream" }),
      file.name,
    );
  }
  const target = new URL(page.forms[form]?.action || page.url.href, page.url);
  const response = await fetch(target, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { accept: "text/html", cookie: browser.jar.header(target) },
  });
  const location = response.headers.get("location");
  if (location) {
    await response.body?.cancel();
    return browser.get(new URL(location, target).href);
  }
  return { ...page, url: target, status: response.status, headers: response.headers, ...(await answered(response)) };
}

/** The page a form was answered with, as far as tests look at it: its words. Forms of such a page are not read again. */
async function answered(response: Response): Promise<Pick<Page, "html" | "forms" | "way">> {
  return { html: await response.text(), forms: [], way: [] };
}

/** Begins a draft of a procedure for the visitor; ends at its first open question. */
export async function begin(browser: Browser, procedure: string, fields: Fields = {}): Promise<Page> {
  const start = await browser.get(`/thu-tuc/${procedure}/bat-dau`);
  return start.submit({ form: formWith(start, "owner"), fields });
}

/** The key of the question a page asks; null where it is no question page. */
export const questionOf = (page: Page): string | null =>
  /\/nhap\/[^/]+\/trang\/([^/]+)$/.exec(page.url.pathname)?.[1] ?? null;

/** The address of the draft a page belongs to, in Vietnamese. */
export const draftOf = (page: Page): string => /\/nhap\/[^/]+/.exec(page.url.pathname)?.[0] ?? "";

/** Answers question after question until one is met that is not among the answers; an empty answer takes what is filled in. */
export async function answerAll(page: Page, answers: Readonly<Record<string, Fields>>): Promise<Page> {
  let at = page;
  for (let step = 0; step < 40; step += 1) {
    const key = questionOf(at);
    const given = key === null ? undefined : answers[key];
    if (!given) return at;
    const next = await at.submit({ form: formWith(at, "_shown"), fields: given });
    if (next.status >= 400) throw new Error(`${key} was not taken: ${problemsOf(next).join(" | ")}`);
    at = next;
  }
  throw new Error(`no end of questions at ${at.url.pathname}`);
}

/** The sentences of a page's error summary. */
export function problemsOf(page: Page): readonly string[] {
  const summary = /<div class="govuk-error-summary".*?<\/ul>/is.exec(page.html)?.[0] ?? "";
  return [...summary.matchAll(/<li\b[^>]*>(.*?)<\/li>/gis)].map(([, words = ""]) => textOf(words));
}

/** Does one act of an officer on a dossier; fields are named without the act. */
export async function act(browser: Browser, code: string, kind: string, fields: Fields = {}): Promise<Page> {
  const page = await browser.get(`/office/ho-so/${code}`);
  return page.submit({
    form: `/viec/${kind}`,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${kind}.${name}`, value])),
  });
}

/** The code of the dossier a page is about. */
export const codeOf = (page: Page): string => /\/ho-so\/([^/?]+)/.exec(page.url.pathname)?.[1] ?? "";

/** From the papers or the check page of a draft to its receipt, with the papers given. */
export async function sendDraft(browser: Browser, page: Page, papers: readonly Upload[] = []): Promise<Page> {
  let at = page;
  if (at.url.pathname.endsWith("/giay-to"))
    at = await sendFiles(
      browser,
      at,
      at.forms.findIndex((form) => form.action === ""),
      papers,
    );
  if (!at.url.pathname.endsWith("/kiem-tra"))
    throw new Error(`not ready to send: ${at.url.pathname} (${at.status}) ${problemsOf(at).join(" | ")}`);
  return at.submit({ form: at.forms.findIndex(({ action, method }) => action === "" && method === "post") });
}

/** The bytes behind an address, with the visitor's cookies. */
export async function download(
  browser: Browser,
  address: string,
  base: string,
): Promise<{ status: number; type: string; bytes: Buffer }> {
  const url = new URL(address, base);
  const response = await fetch(url, { headers: { cookie: browser.jar.header(url) }, redirect: "manual" });
  return {
    status: response.status,
    type: response.headers.get("content-type") ?? "",
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}
