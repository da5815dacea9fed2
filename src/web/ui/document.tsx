import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/text.ts";
import { assetPreloads, assetUrl } from "./assets.ts";
import { drawnOnce } from "./drawn-once.ts";
import { say, type Words } from "./words.ts";

const SERVICE = { vi: "Một Cửa", en: "Một Cửa" };
const ERROR = { vi: "Lỗi", en: "Error" };

type Uses = { readonly sheet: "portal.css" | "office.css"; readonly script: "portal.js" | "office.js" };
const assets = drawnOnce(
  ({ sheet, script }: Uses) => `${assetUrl(sheet)} ${assetUrl(script)}`,
  ({ sheet, script }) => (
    <>
      {assetPreloads().map((href) => (
        <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={assetUrl(sheet)} />
      <link rel="icon" href={assetUrl("favicon.svg")} type="image/svg+xml" />
      <link rel="mask-icon" href={assetUrl("mask.svg")} color="#0d3b36" />
      <script type="module" src={assetUrl(script)} />
    </>
  ),
);

/** The html element around every page: language, title, style, fonts, script. Nothing inline, so CSP can be strict. */
export function Document(props: {
  title: Words;
  lang: Language;
  sheet: Uses["sheet"];
  script: Uses["script"];
  hasErrors?: boolean | undefined;
  /** Seconds after which the page asks again, for pages that wait and have no script. */
  refreshSeconds?: number | undefined;
  bodyClass?: string | undefined;
  /** On a shared device: where the page goes by itself, and after how many seconds, where no script can tell that somebody is there. */
  leaves?: { readonly seconds: number; readonly href: string } | undefined;
  large?: boolean | undefined;
  children: Child;
}) {
  const { lang } = props;
  const title = say(props.title, lang);
  return (
    <>
      {raw("<!doctype html>")}
      <html class={props.large ? "govuk-template mc-large" : "govuk-template"} lang={lang}>
        <head>
          <meta charset="utf-8" />
          <title>{`${props.hasErrors ? `${ERROR[lang]}: ` : ""}${title} – ${SERVICE[lang]}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="theme-color" content="#0d3b36" />
          <meta name="format-detection" content="telephone=no" />
          {props.refreshSeconds && (
            <noscript>
              <meta http-equiv="refresh" content={String(props.refreshSeconds)} />
            </noscript>
          )}
          {props.leaves && (
            <noscript>
              <meta http-equiv="refresh" content={`${props.leaves.seconds}; url=${props.leaves.href}`} />
            </noscript>
          )}
          {assets(props)}
        </head>
        <body class={`govuk-template__body ${props.bodyClass ?? ""}`.trim()}>{props.children}</body>
      </html>
    </>
  );
}
