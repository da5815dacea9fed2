/**
 * A browser without a screen: fetch, a cookie jar, redirects and forms. What works here works without script.
 * @example
 * const browser = await signInAs("http://localhost:3000", "citizen-an");
 * const page = await browser.get("/dossiers");
 * await page.submit({ fields: { reason: "…" } });
 */
export type Page = {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** Every address on the way here, redirects included. */
  readonly way: readonly string[];
  readonly forms: readonly Form[];
  /** Sends a form of this page as a browser would. `form` is its number or a part of its action; the first when left out. */
  submit(how?: Submit): Promise<Page>;
};
export type Form = {
  readonly action: string;
  readonly method: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly buttons: readonly (readonly [string, string])[];
};
export type Submit = {
  readonly form?: number | string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly button?: readonly [string, string];
};
export type Browser = {
  readonly jar: CookieJar;
  get(address: string, options?: { follow?: boolean }): Promise<Page>;
  post(address: string, fields: Readonly<Record<string, string>>, options?: { follow?: boolean }): Promise<Page>;
};

const REDIRECTS_MAX = 20;

export function openBrowser(baseUrl: string, jar: CookieJar = openJar()): Browser {
  const send = async (address: URL, init: RequestInit, way: readonly string[], follow: boolean): Promise<Page> => {
    if (way.length > REDIRECTS_MAX) throw new Error(`too many redirects: ${way.join(" → ")}`);
    const headers = new Headers(init.headers);
    headers.set("accept", "text/html");
    const cookie = jar.header(address);
    if (cookie) headers.set("cookie", cookie);
    const response = await fetch(address, { ...init, headers, redirect: "manual" });
    jar.keep(address, response.headers.getSetCookie());
    const location = response.headers.get("location");
    const all = [...way, address.href];
    if (follow && location && response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      const next = new URL(location, address);
      return send(next, response.status >= 307 ? init : {}, all, true);
    }
    return pageOf(address, response.status, response.headers, await response.text(), all);
  };

  const sendForm = (address: URL, fields: readonly (readonly [string, string])[], follow: boolean): Promise<Page> =>
    send(address, { method: "POST", body: new URLSearchParams(fields.map(([n, v]) => [n, v])) }, [], follow);

  const pageOf = (url: URL, status: number, headers: Headers, html: string, way: readonly string[]): Page => {
    const forms = formsOf(html);
    return {
      url,
      status,
      headers,
      html,
      way,
      forms,
      async submit(how = {}) {
        const form = pick(forms, how.form ?? 0, url);
        const given = Object.entries(how.fields ?? {});
        const kept = form.fields.filter(([name]) => !given.some(([changed]) => changed === name));
        const fields = [...kept, ...given, ...(how.button ? [how.button] : [])];
        const target = new URL(form.action || url.href, url);
        if (form.method === "post") return sendForm(target, fields, true);
        target.search = new URLSearchParams(fields.map(([n, v]) => [n, v])).toString();
        return send(target, {}, [], true);
      },
    };
  };

  return {
    jar,
    get: (address, options) => send(new URL(address, baseUrl), {}, [], options?.follow ?? true),
    post: (address, fields, options) =>
      sendForm(new URL(address, baseUrl), Object.entries(fields), options?.follow ?? true),
  };
}

function pick(forms: readonly Form[], wanted: number | string, url: URL): Form {
  const form = typeof wanted === "number" ? forms[wanted] : forms.find(({ action }) => action.includes(wanted));
  if (!form) throw new Error(`no form ${wanted} at ${url.pathname}: ${forms.map(({ action }) => action).join(", ")}`);
  return form;
}

/**
 * A browser in which the given sample account of the stand-in is signed in at the platform.
 * @param options.start where the platform begins a sign-in; the realm follows from it.
 */
export async function signInAs(
  baseUrl: string,
  subject: string,
  options: { start?: string; browser?: Browser } = {},
): Promise<Browser> {
  const browser = options.browser ?? openBrowser(baseUrl);
  const page = await browser.get(options.start ?? "/sign-in");
  const after = await chooseAccount(page, subject);
  if (after.url.origin !== new URL(baseUrl).origin || after.status >= 400) {
    throw new Error(`sign-in as ${subject} ended at ${after.url.origin}${after.url.pathname} with ${after.status}`);
  }
  return browser;
}

/** On the stand-in's sign-in page: presses the button of an account and follows the way back. */
export async function chooseAccount(page: Page, subject: string): Promise<Page> {
  const form = page.forms.findIndex(({ buttons }) => buttons.some(([n, v]) => n === "account" && v === subject));
  if (form < 0)
    throw new Error(`no account ${subject} offered at ${page.url.origin}${page.url.pathname} (${page.status})`);
  return page.submit({ form, button: ["account", subject] });
}

type Cookie = { readonly name: string; readonly value: string; readonly host: string; readonly path: string };
export type CookieJar = {
  /** The Cookie header for an address; cookies know hosts and paths, not ports. */
  header(url: URL): string;
  keep(url: URL, setCookie: readonly string[]): void;
  find(name: string): string | null;
  set(url: URL, name: string, value: string): void;
};

export function openJar(): CookieJar {
  let cookies: readonly Cookie[] = [];
  const put = (cookie: Cookie, gone: boolean): void => {
    const others = cookies.filter(
      ({ name, host, path }) => name !== cookie.name || host !== cookie.host || path !== cookie.path,
    );
    cookies = gone ? others : [...others, cookie];
  };
  return {
    header: (url) =>
      cookies
        .filter(({ host, path }) => host === url.hostname && coversPath(path, url.pathname))
        .map(({ name, value }) => `${name}=${value}`)
        .join("; "),
    keep(url, setCookie) {
      for (const line of setCookie) {
        const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
        const at = pair.indexOf("=");
        const said = new Map(attributes.map((attribute) => splitPair(attribute)));
        const expires = said.get("expires");
        const gone = said.get("max-age") === "0" || (expires !== undefined && Date.parse(expires) <= Date.now());
        put(
          { name: pair.slice(0, at), value: pair.slice(at + 1), host: url.hostname, path: said.get("path") ?? "/" },
          gone,
        );
      }
    },
    find: (name) => cookies.find((cookie) => cookie.name === name)?.value ?? null,
    set: (url, name, value) => put({ name, value, host: url.hostname, path: "/" }, false),
  };
}

const splitPair = (attribute: string): [string, string] => {
  const [name = "", ...rest] = attribute.split("=");
  return [name.toLowerCase(), rest.join("=")];
};
const coversPath = (path: string, asked: string): boolean =>
  asked === path || asked.startsWith(path.endsWith("/") ? path : `${path}/`);

/** The forms of a page as a browser without script would send them. Enough HTML for our own pages, not for any. */
function formsOf(html: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gis)].map(([, head = "", body = ""]) => {
    const id = attributesOf(head).id;
    const outside = id ? html.replace(body, "") : "";
    const buttons = [...tags(body, "button"), ...tags(outside, "button").filter((button) => button.form === id)];
    return {
      action: attributesOf(head).action ?? "",
      method: (attributesOf(head).method ?? "get").toLowerCase(),
      fields: [...inputsOf(body), ...areasOf(body), ...selectsOf(body)],
      buttons: buttons.flatMap(({ name, value }) => (name ? [[name, value ?? ""] as const] : [])),
    };
  });
}

const inputsOf = (body: string): [string, string][] =>
  tags(body, "input").flatMap((input): [string, string][] => {
    const type = input.type ?? "text";
    if (!input.name || "disabled" in input || ["submit", "button", "file", "image", "reset"].includes(type)) return [];
    if ((type === "radio" || type === "checkbox") && !("checked" in input)) return [];
    return [[input.name, input.value ?? (type === "checkbox" || type === "radio" ? "on" : "")]];
  });

const areasOf = (body: string): [string, string][] =>
  [...body.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gis)].flatMap(
    ([, head = "", text = ""]): [string, string][] => {
      const name = attributesOf(head).name;
      return name ? [[name, decode(text.replace(/^\r?\n/, ""))]] : [];
    },
  );

const selectsOf = (body: string): [string, string][] =>
  [...body.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gis)].flatMap(
    ([, head = "", inside = ""]): [string, string][] => {
      const name = attributesOf(head).name;
      const options = tags(inside, "option");
      const chosen = options.find((option) => "selected" in option) ?? options[0];
      return name && chosen ? [[name, chosen.value ?? ""]] : [];
    },
  );

const tags = (html: string, name: string): Record<string, string>[] =>
  [...html.matchAll(new RegExp(`<${name}\\b([^>]*)>`, "gi"))].map(([, head = ""]) => attributesOf(head));

const attributesOf = (head: string): Record<string, string> =>
  Object.fromEntries(
    [...head.matchAll(/([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].map(([, name = "", a, b, c]) => [
      name.toLowerCase(),
      decode(a ?? b ?? c ?? ""),
    ]),
  );

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };
const decode = (text: string): string =>
  text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, entity: string) => {
    if (!entity.startsWith("#")) return ENTITIES[entity] ?? whole;
    return String.fromCodePoint(Number(entity.replace(/^#x/i, "0x").replace(/^#/, "")));
  });
