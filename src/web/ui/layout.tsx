import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/text.ts";
import { Document } from "./document.tsx";
import { drawnOnce } from "./drawn-once.ts";
import type { HiddenValue } from "./form.tsx";
import { Mark } from "./mark.tsx";
import { type SessionEnd, SessionNote } from "./session-note.tsx";
import { type SharedDevice, SharedDeviceNote } from "./shared-device.tsx";
import { classes, inLanguage, say, type Words } from "./words.ts";

export type Crumb = { readonly label: Words; readonly href?: string | undefined };
export type NavLink = { readonly label: Words; readonly href: string; readonly current?: boolean | undefined };
/** Links under one heading. */
export type NavGroup = { readonly title: Words; readonly links: readonly NavLink[] };
/** Who is signed in, and for whom they act. */
export type SignedIn = {
  readonly name: string;
  readonly organisation?: string | undefined;
  readonly accountHref: string;
  /** POST address. */
  readonly signOutAction: string;
  readonly session?: SessionEnd | undefined;
};
export type LayoutProps = {
  readonly title: Words;
  readonly lang: Language;
  /** Path and query of this page, for the language switch. */
  readonly path: string;
  readonly signedIn?: SignedIn | undefined;
  readonly signInHref?: string | undefined;
  readonly navigation?: readonly NavLink[] | undefined;
  readonly csrf?: HiddenValue | undefined;
  /** Says that data are invented and nothing filed here reaches an office. */
  readonly demo?: boolean | undefined;
  readonly back?: { readonly href: string; readonly label?: Words | undefined } | undefined;
  readonly crumbs?: readonly Crumb[] | undefined;
  readonly hasErrors?: boolean | undefined;
  /** Uses the whole width instead of the reading column. */
  readonly wide?: boolean | undefined;
  /** Stands before the main column at full width: the hero of the front page. */
  readonly lead?: Child;
  readonly refreshSeconds?: number | undefined;
  /** Who runs this installation, as printed at the foot. */
  readonly office?: Words | undefined;
  readonly footerLinks?: readonly NavGroup[] | undefined;
  /** Set on kiosks and helpers' devices; takes the place of the session's note. */
  readonly shared?: SharedDevice | undefined;
  /** Larger type, for a screen one stands at. */
  readonly large?: boolean | undefined;
  readonly children: Child;
};

const SKIP = { vi: "Chuyển đến nội dung chính", en: "Skip to main content" };
const HOME = { vi: "Trang chủ", en: "Home" };
const TAGLINE = { vi: "Thủ tục hành chính ngành Công an", en: "Public security procedures" };
const SIGN_IN = { vi: "Đăng nhập", en: "Sign in" };
const SIGN_OUT = { vi: "Đăng xuất", en: "Sign out" };
const LANGUAGES = { vi: "Ngôn ngữ", en: "Language" };
const MENU = { vi: "Điều hướng chính", en: "Main navigation" };
const FOOT = { vi: "Các trang khác", en: "Other pages" };
const CRUMBS = { vi: "Vị trí trang", en: "Breadcrumb" };
const BACK = { vi: "Quay lại", en: "Back" };
const FOR = { vi: "đại diện", en: "for" };
const OFFICE = {
  vi: "Hệ thống tiếp nhận và giải quyết thủ tục hành chính",
  en: "System for receiving and handling administrative procedures",
};
const OPEN = { vi: "Phần mềm mở Một Cửa, giấy phép AGPL-3.0", en: "Một Cửa, open software under AGPL-3.0" };
const DEMO_TAG = { vi: "Bản thử", en: "Demo" };
const DEMO = {
  vi: "Mọi người và hồ sơ ở đây đều là dữ liệu giả định; không có hồ sơ nào được gửi đến cơ quan Công an.",
  en: "All people and dossiers here are invented; nothing filed here reaches a police office.",
};

export const SkipLink = (props: { lang: Language }) => (
  <a href="#main-content" class="govuk-skip-link">
    {SKIP[props.lang]}
  </a>
);

export const DemoBanner = (props: { lang: Language }) => (
  <aside class="mc-demo" aria-label={DEMO_TAG[props.lang]}>
    <p class="govuk-width-container mc-demo__words">
      <strong class="mc-demo__tag">{DEMO_TAG[props.lang]}</strong>
      <span>{DEMO[props.lang]}</span>
    </p>
  </aside>
);

/** The same page in the other language; each language is named in itself. */
export const LanguageSwitch = (props: { lang: Language; path: string }) => (
  <nav class="mc-languages" aria-label={LANGUAGES[props.lang]}>
    {(["vi", "en"] as const).map((lang) => (
      <a
        class="mc-languages__link"
        href={inLanguage(props.path, lang)}
        lang={lang}
        hreflang={lang}
        aria-current={lang === props.lang ? "true" : undefined}
      >
        <span class="mc-languages__short" aria-hidden="true">
          {lang.toUpperCase()}
        </span>
        <span class="mc-languages__name">{lang === "vi" ? "Tiếng Việt" : "English"}</span>
      </a>
    ))}
  </nav>
);

export const SignOut = (props: { action: string; csrf?: HiddenValue | undefined; lang: Language }) => (
  <form class="mc-sign-out" action={props.action} method="post">
    {props.csrf && <input type="hidden" name={props.csrf.name} value={props.csrf.value} />}
    <button class="mc-header__button" type="submit">
      {SIGN_OUT[props.lang]}
    </button>
  </form>
);

/** Where the person is: the way back to the front page, the last crumb being this page. */
export const Breadcrumbs = (props: { crumbs: readonly Crumb[]; lang: Language }) => (
  <nav class="govuk-breadcrumbs" aria-label={CRUMBS[props.lang]}>
    <ol class="govuk-breadcrumbs__list">
      {props.crumbs.map((crumb) => (
        <li class="govuk-breadcrumbs__list-item" aria-current={crumb.href === undefined ? "page" : undefined}>
          {crumb.href === undefined ? (
            say(crumb.label, props.lang)
          ) : (
            <a class="govuk-breadcrumbs__link" href={crumb.href}>
              {say(crumb.label, props.lang)}
            </a>
          )}
        </li>
      ))}
    </ol>
  </nav>
);

export const BackLink = (props: { href: string; label?: Words | undefined; lang: Language }) => (
  <nav aria-label={say(BACK, props.lang)}>
    <a class="govuk-back-link" href={props.href}>
      {say(props.label ?? BACK, props.lang)}
    </a>
  </nav>
);

type Links = { readonly links: readonly NavLink[]; readonly lang: Language };
const linksKey = ({ links, lang }: Links): string =>
  links.map(({ href, label, current }) => `${href} ${current ? 1 : 0} ${say(label, lang)}`).join("\n");

const demoBanner = drawnOnce(
  (lang: Language) => lang,
  (lang) => <DemoBanner lang={lang} />,
);
const home = drawnOnce(
  (lang: Language) => lang,
  (lang) => (
    <a class="mc-header__home" href={lang === "vi" ? "/" : "/en"}>
      <Mark size={44} />
      <span class="govuk-visually-hidden">{HOME[lang]}: </span>
      <span class="mc-header__names">
        <span class="mc-header__name">Một Cửa</span>
        <span class="mc-header__tagline">{TAGLINE[lang]}</span>
      </span>
    </a>
  ),
);
const menu = drawnOnce(linksKey, ({ links, lang }) => (
  <ul class="govuk-width-container mc-nav__list">
    {links.map((link) => (
      <li>
        <a class="mc-nav__link" href={link.href} aria-current={link.current ? "page" : undefined}>
          {say(link.label, lang)}
        </a>
      </li>
    ))}
  </ul>
));
const footerLinks = drawnOnce(
  ({ groups, lang }: { groups: readonly NavGroup[]; lang: Language }) =>
    groups.map(({ links, title }) => `${say(title, lang)}\n${linksKey({ links, lang })}`).join("\n\n"),
  ({ groups, lang }) => (
    <>
      {groups.map(({ title, links }, at) => (
        <div>
          <p class="mc-footer__title" id={`foot-${at}`}>
            {say(title, lang)}
          </p>
          <ul class="mc-footer__links" aria-labelledby={`foot-${at}`}>
            {links.map((link) => (
              <li>
                <a class="mc-footer__link" href={link.href}>
                  {say(link.label, lang)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  ),
);

/** A page of the portal. */
export function Layout(props: LayoutProps) {
  const { lang, signedIn } = props;
  return (
    <Document
      title={props.title}
      lang={lang}
      sheet="portal.css"
      script="portal.js"
      hasErrors={props.hasErrors}
      refreshSeconds={props.refreshSeconds}
      large={props.large}
      leaves={props.shared && { seconds: props.shared.idleSeconds, href: props.shared.idleHref }}
    >
      <SkipLink lang={lang} />
      <header class="mc-header">
        <div class="govuk-width-container mc-header__row">
          {home(lang)}
          <div class="mc-header__side">
            <LanguageSwitch lang={lang} path={props.path} />
            {signedIn ? (
              <div class="mc-header__account">
                <a class="mc-header__link" href={signedIn.accountHref}>
                  {signedIn.name}
                  {signedIn.organisation && (
                    <span class="mc-header__organisation">
                      {FOR[lang]} {signedIn.organisation}
                    </span>
                  )}
                </a>
                <SignOut action={signedIn.signOutAction} csrf={props.csrf} lang={lang} />
              </div>
            ) : (
              props.signInHref && (
                <a class="mc-header__button" href={props.signInHref}>
                  {SIGN_IN[lang]}
                </a>
              )
            )}
          </div>
        </div>
        {props.navigation && props.navigation.length > 0 && (
          <nav class="mc-nav" aria-label={MENU[lang]}>
            {menu({ links: props.navigation, lang })}
          </nav>
        )}
      </header>
      {props.demo && demoBanner(lang)}
      {!props.lead && (props.crumbs || props.back) && (
        <div class="mc-above">
          <div class="govuk-width-container">
            {props.crumbs && <Breadcrumbs crumbs={props.crumbs} lang={lang} />}
            {props.back && <BackLink href={props.back.href} label={props.back.label} lang={lang} />}
          </div>
        </div>
      )}
      <main class="mc-main" id="main-content" lang={lang} tabindex={-1}>
        {props.lead}
        <div class="govuk-width-container">
          <div class={classes("mc-column", props.wide && "mc-column--wide")}>{props.children}</div>
        </div>
      </main>
      <footer class="mc-footer">
        <div class="govuk-width-container mc-footer__row">
          {props.footerLinks && props.footerLinks.length > 0 && (
            <nav class="mc-footer__groups" aria-label={FOOT[lang]}>
              {footerLinks({ groups: props.footerLinks, lang })}
            </nav>
          )}
          <div>
            <p class="mc-footer__office">{say(props.office ?? OFFICE, lang)}</p>
            {props.shared ? (
              <SharedDeviceNote device={props.shared} csrf={props.csrf} lang={lang} />
            ) : (
              signedIn?.session && <SessionNote session={signedIn.session} csrf={props.csrf} lang={lang} />
            )}
            <p class="mc-footer__small">{OPEN[lang]}</p>
          </div>
        </div>
      </footer>
    </Document>
  );
}
