import type { Child } from "hono/jsx";
import type { Language } from "../../kernel/text.ts";
import { Document } from "./document.tsx";
import type { HiddenValue } from "./form.tsx";
import {
  Breadcrumbs,
  type Crumb,
  DemoBanner,
  LanguageSwitch,
  type NavGroup,
  type NavLink,
  SignOut,
  SkipLink,
} from "./layout.tsx";
import { Mark } from "./mark.tsx";
import { type SessionEnd, SessionNote } from "./session-note.tsx";
import { say, type Words } from "./words.ts";

/** The officer at work: name, post and unit as appointed. */
export type OfficerOnDuty = {
  readonly name: string;
  readonly post: Words;
  readonly unit: Words;
  readonly signOutAction: string;
  readonly session?: SessionEnd | undefined;
  /** Where another post is chosen, for officers with several. */
  readonly changePostHref?: string | undefined;
};
/** A place of the page by its id. */
export type Skip = { readonly to: string; readonly label: Words };
export type OfficeLayoutProps = {
  readonly title: Words;
  readonly lang: Language;
  readonly path: string;
  readonly officer?: OfficerOnDuty | undefined;
  readonly navigation?: readonly (NavLink & { readonly count?: number | undefined })[] | undefined;
  /** All pages under headings, folded behind the bar. */
  readonly menu?: readonly NavGroup[] | undefined;
  /** Further places to skip to, after the main content. */
  readonly skips?: readonly Skip[] | undefined;
  readonly crumbs?: readonly Crumb[] | undefined;
  /** Ways within one room of the office; the skip link leads past them. */
  readonly ways?: Child;
  readonly csrf?: HiddenValue | undefined;
  readonly demo?: boolean | undefined;
  readonly hasErrors?: boolean | undefined;
  readonly homeHref?: string | undefined;
  readonly children: Child;
};

const PLACE = { vi: "Bàn làm việc", en: "Workplace" };
const MENU = { vi: "Công việc", en: "Work" };
const ALL = { vi: "Tất cả công việc", en: "All work" };
const CHANGE = { vi: "Đổi vị trí", en: "Change post" };

/** A page of the office: denser than the portal, the same manners. */
export function OfficeLayout(props: OfficeLayoutProps) {
  const { lang, officer } = props;
  return (
    <Document
      title={props.title}
      lang={lang}
      sheet="office.css"
      script="office.js"
      hasErrors={props.hasErrors}
      bodyClass="mc-office"
    >
      <SkipLink lang={lang} />
      {props.skips?.map(({ to, label }) => (
        <a href={`#${to}`} class="govuk-skip-link">
          {say(label, lang)}
        </a>
      ))}
      <header class="mc-header mc-header--office">
        <div class="govuk-width-container mc-header__row">
          <a class="mc-header__home" href={props.homeHref ?? "/office"}>
            <Mark size={32} />
            <span class="mc-header__names">
              <span class="mc-header__name">Một Cửa</span>
              <span class="mc-header__tagline">{PLACE[lang]}</span>
            </span>
          </a>
          <div class="mc-header__side">
            {officer && (
              <p class="mc-header__officer">
                <strong>{officer.name}</strong>
                <span>
                  {say(officer.post, lang)}, {say(officer.unit, lang)}
                  {officer.changePostHref && (
                    <>
                      {" "}
                      ·{" "}
                      <a class="mc-header__link" href={officer.changePostHref}>
                        {CHANGE[lang]}
                      </a>
                    </>
                  )}
                </span>
              </p>
            )}
            <LanguageSwitch lang={lang} path={props.path} />
            {officer && <SignOut action={officer.signOutAction} csrf={props.csrf} lang={lang} />}
          </div>
        </div>
        {props.navigation && props.navigation.length > 0 && (
          <nav class="mc-nav" aria-label={MENU[lang]}>
            <div class="govuk-width-container mc-nav__row">
              <ul class="mc-nav__list">
                {props.navigation.map((link) => (
                  <li>
                    <NavItem link={link} lang={lang} />
                  </li>
                ))}
              </ul>
              {props.menu && <WholeMenu groups={props.menu} lang={lang} />}
            </div>
          </nav>
        )}
      </header>
      {props.demo && <DemoBanner lang={lang} />}
      {props.crumbs && (
        <div class="mc-above">
          <div class="govuk-width-container">
            <Breadcrumbs crumbs={props.crumbs} lang={lang} />
          </div>
        </div>
      )}
      {props.ways && <div class="govuk-width-container">{props.ways}</div>}
      <main class="mc-main mc-main--office" id="main-content" lang={lang} tabindex={-1}>
        <div class="govuk-width-container">{props.children}</div>
      </main>
      {officer?.session && (
        <footer class="mc-footer mc-footer--office">
          <div class="govuk-width-container">
            <SessionNote session={officer.session} csrf={props.csrf} lang={lang} />
          </div>
        </footer>
      )}
    </Document>
  );
}

type Counted = NavLink & { readonly count?: number | undefined };
const NavItem = ({ link, lang }: { link: Counted; lang: Language }) => (
  <a class="mc-nav__link" href={link.href} aria-current={link.current ? "page" : undefined}>
    {say(link.label, lang)}
    {link.count !== undefined && <span class="mc-nav__count">{link.count}</span>}
  </a>
);

/** Unfolded it pushes the page down instead of covering it: what has the focus is never hidden behind it. */
const WholeMenu = ({ groups, lang }: { groups: readonly NavGroup[]; lang: Language }) => (
  <details class="mc-menu" data-menu>
    <summary class="mc-menu__summary">{ALL[lang]}</summary>
    <div class="mc-menu__groups">
      {groups.map(({ title, links }, at) => (
        <div>
          <p class="mc-menu__title" id={`menu-${at}`}>
            {say(title, lang)}
          </p>
          <ul class="mc-menu__list" aria-labelledby={`menu-${at}`}>
            {links.map((link) => (
              <li>
                <a class="mc-menu__link" href={link.href} aria-current={link.current ? "page" : undefined}>
                  {say(link.label, lang)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  </details>
);
