import type { Page } from "playwright-core";
import { axeViolations, overflowWidth } from "./browser.ts";

/**
 * Somebody who has no mouse: every press of Tab looks where the focus went, whether it is seen there, and whether
 * something lies over it. What is wrong is collected with its place, and the presses are counted.
 */
export type Typist = {
  readonly page: Page;
  readonly name: string;
  readonly troubles: readonly string[];
  /** Presses of Tab and of all keys since it was last asked. */
  count(): { readonly tabs: number; readonly keys: number };
  press(key: string, times?: number): Promise<void>;
  type(words: string): Promise<void>;
  /** Tab until the focus stands on what is called so. @throws after `most` presses */
  tabTo(name: string | RegExp, most?: number): Promise<void>;
  /** The same, backwards. */
  backTo(name: string | RegExp, most?: number): Promise<void>;
  /** As `tabTo`, and Enter; waits for the page it leads to. */
  open(name: string | RegExp): Promise<void>;
  /** A key after which another page comes. */
  leave(key: string): Promise<void>;
  /** Past the head of the page: Tab to the skip link of this name, and Enter. */
  skip(name?: string): Promise<void>;
  /** Axe and the width of the page as it stands. */
  look(what: string): Promise<void>;
  /** From the top through the whole page by Tab and a few steps back: nothing holds the focus. */
  walk(what: string): Promise<void>;
};

export const TO_MAIN = "Chuyển đến nội dung chính";
const STOPS_MOST = 400;
const BUNDLE = 25;

type Focus = {
  readonly name: string;
  readonly place: string;
  readonly wrong: readonly string[];
  /** Whether a walk met it before. */
  readonly again?: boolean;
};

export function typistAt(page: Page, who: string): Typist {
  const troubles: string[] = [];
  let tabs = 0;
  let keys = 0;
  const note = (what: string): void => {
    const line = `${who}, ${new URL(page.url()).pathname}: ${what}`;
    if (!troubles.includes(line)) troubles.push(line);
  };
  const press = async (key: string): Promise<void> => {
    keys += 1;
    if (/Tab$/.test(key)) tabs += 1;
    await page.keyboard.press(key);
  };
  /** A press of Tab, and where the focus stands then; null where it left the page. */
  const tab = async (key: "Tab" | "Shift+Tab" = "Tab"): Promise<Focus | null> => {
    await press(key);
    const focus = await page.evaluate(lookAtFocus);
    for (const wrong of focus?.wrong ?? []) note(`${wrong} at ${focus?.place}`);
    return focus;
  };
  const search = async (key: "Tab" | "Shift+Tab", name: string | RegExp, most: number): Promise<void> => {
    const met: string[] = [];
    for (let at = 0; at < most; at += 1) {
      const called = (await tab(key))?.name ?? "";
      if (typeof name === "string" ? called === name : name.test(called)) return;
      met.push(called || "(out of the page)");
    }
    throw new Error(`${who}: no ${name} by ${key} at ${page.url()}: ${met.join(" | ")}`);
  };
  const self: Typist = {
    page,
    name: who,
    troubles,
    count() {
      const counted = { tabs, keys };
      [tabs, keys] = [0, 0];
      return counted;
    },
    async press(key, times = 1) {
      for (let at = 0; at < times; at += 1) await press(key);
    },
    async type(words) {
      keys += words.normalize("NFD").length;
      await page.keyboard.type(words);
    },
    tabTo: (name, most = 60) => search("Tab", name, most),
    backTo: (name, most = 60) => search("Shift+Tab", name, most),
    async open(name) {
      await self.tabTo(name);
      await self.leave("Enter");
    },
    async leave(key) {
      // Another page is another body, whether the browser went there or the script sent the form.
      await page.evaluate(() => document.body.setAttribute("data-left", ""));
      await press(key);
      await page.locator("body:not([data-left])").waitFor();
      await page.waitForLoadState("load");
      await page.locator("h1").first().waitFor();
    },
    async skip(name = TO_MAIN) {
      await self.tabTo(name, 3);
      await press("Enter");
    },
    async look(what) {
      for (const found of await axeViolations(page)) note(`${what}: axe: ${found}`);
      const wider = await overflowWidth(page);
      if (wider > 0) note(`${what}: ${wider} pixels wider than the window`);
      for (const found of await page.evaluate(outOfReadingOrder)) note(`${what}: ${found}`);
    },
    async walk(what) {
      for (const found of await walkThrough(page)) note(`${what}: ${found}`);
    },
  };
  return self;
}

/**
 * From the top to the end of the page, and back to its first stop: what was wrong. Presses go in bundles, and the page
 * itself notes where each led, so that a long page is walked in a moment.
 */
async function walkThrough(page: Page): Promise<readonly string[]> {
  await page.evaluate(noteStops, lookAtFocus.toString());
  const wrong: string[] = [];
  for (const key of ["Tab", "Shift+Tab"]) {
    const stops: Focus[] = [];
    await page.evaluate(goToTop, key === "Tab");
    for (let bundle = 0; !stops.some(({ again }) => again) && bundle < STOPS_MOST / BUNDLE; bundle += 1) {
      await Promise.all(Array.from({ length: BUNDLE }, () => page.keyboard.press(key)));
      stops.push(...(await page.evaluate(takeStops)));
    }
    // Held by one element the focus meets nothing more, held by a group it meets another one than the first again.
    const met = stops.find(({ again }) => again);
    if (met?.place !== stops[0]?.place) wrong.push(`by ${key} the focus does not come round: ${stops.at(-1)?.place}`);
    if (key === "Tab" && stops[0]?.name !== TO_MAIN) wrong.push(`the first press of Tab meets ${stops[0]?.place}`);
    wrong.push(...stops.flatMap((stop) => stop.wrong.map((what) => `${what} at ${stop.place}`)));
  }
  return wrong;
}

type Noting = { stops: Focus[]; met: Set<Element> };

/** Runs in the page: from now on each stop of the focus is noted, until one is met a second time. */
function noteStops(look: string): void {
  const lookAt = new Function(`return (${look})()`) as () => Focus | null;
  const noting: Noting = { stops: [], met: new Set() };
  Object.assign(globalThis, { noting });
  addEventListener("focusin", () => {
    const here = document.activeElement;
    const focus = here && lookAt();
    if (!here || !focus) return;
    noting.stops.push({ ...focus, again: noting.met.has(here) });
    noting.met.add(here);
  });
}
/** Runs in the page: the focus leaves, and with `top` goes on from the page's beginning. */
function goToTop(top: boolean): void {
  const { noting } = globalThis as unknown as { noting: Noting };
  noting.met.clear();
  (document.activeElement as HTMLElement | null)?.blur();
  if (!top) return;
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
}
function takeStops(): Focus[] {
  const { noting } = globalThis as unknown as { noting: Noting };
  return noting.stops.splice(0);
}

/** Runs in the page: where the focus is, what it is called, and what is wrong with how it is seen. */
function lookAtFocus(): Focus | null {
  const here = document.activeElement as HTMLElement | null;
  if (!here || here === document.body || here === document.documentElement) return null;
  const words = (element: Element | null): string => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
  const labels = (here as HTMLInputElement).labels;
  const name =
    here.getAttribute("aria-label") ??
    (labels?.length ? [...labels].map((label) => words(label)).join(" ") : words(here));
  const place = `${here.tagName.toLowerCase()} “${name.slice(0, 60)}”`;
  const wrong: string[] = [];
  const ringOf = (element: Element, part?: string): boolean => {
    const style = getComputedStyle(element, part);
    return style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
  };
  const label = labels?.[0];
  const seen = ringOf(here) || ringOf(here, "::after") || (label !== undefined && ringOf(label, "::before"));
  if (!seen) wrong.push("the focus is not seen");
  const box = here.getBoundingClientRect();
  const inView =
    box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < document.documentElement.clientWidth;
  if (!inView) wrong.push(`the focus is out of view (${Math.round(box.left)}, ${Math.round(box.top)})`);
  else if (box.width > 2 && box.height > 2) {
    const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 20), 1), innerWidth - 2);
    const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 1), innerHeight - 2);
    const over = document.elementFromPoint(x, y);
    const mine =
      over && (here.contains(over) || over.contains(here) || [...(labels ?? [])].some((one) => one.contains(over)));
    if (!mine) wrong.push(`the focus lies under ${over?.tagName.toLowerCase()}.${over?.className}`);
  }
  return { name, place, wrong };
}

/** Runs in the page: what makes the order of the focus another than that of reading. */
function outOfReadingOrder(): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>("body *")) {
    const style = getComputedStyle(element);
    if (element.tabIndex > 0) found.push(`tabindex ${element.tabIndex} on ${element.tagName}`);
    if (style.order !== "0") found.push(`order ${style.order} on ${element.className}`);
    if (/flex/.test(style.display) && /reverse/.test(style.flexDirection)) found.push(`reversed ${element.className}`);
  }
  return found;
}
