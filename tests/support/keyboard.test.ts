import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenedBrowser, openBrowser } from "./browser.ts";
import { TO_MAIN, typistAt } from "./keyboard.ts";

/** The typist sees what it is there to see: a page that has it all wrong. */

let browser: OpenedBrowser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

const pageOf = async (body: string) => {
  const page = await browser.newPage({ forAxe: true });
  await page.setContent(`<!doctype html><html lang="vi"><title>Thử</title><style>
    :focus { outline: 3px solid #b3540c } .bare:focus { outline: 0 }</style><body>${body}`);
  return typistAt(page, "somebody");
};
const SKIP = `<a href="#main">${TO_MAIN}</a>`;

test("a focus that is not seen, out of view or under something is told", async () => {
  const who = await pageOf(`${SKIP}<main id="main"><h1>Thử</h1><button class="bare">Trần</button>
    <button style="position:fixed;left:-500px">Ngoài</button><button>Dưới</button></main>
    <div style="position:fixed;inset:60px 0 0">Che</div>`);
  await who.tabTo("Dưới");
  expect(who.troubles.map((line) => line.split(": ")[1])).toEqual(
    expect.arrayContaining([
      "the focus is not seen at button “Trần”",
      expect.stringContaining("the focus is out of view"),
      "the focus lies under div. at button “Dưới”",
    ]),
  );
});

test("a trap, a missing skip link and an order of its own are told; a plain page is not", async () => {
  const holding = "if (event.key === 'Tab') event.preventDefault()";
  const trap = await pageOf(`<main><h1>Thử</h1><button>Một</button><button onkeydown="${holding}">Hai</button></main>`);
  await trap.walk("trap");
  const told = trap.troubles.join("\n");
  expect(told).toContain("the first press of Tab meets button “Một”");
  expect(told).toContain("by Tab the focus does not come round: button “Hai”");
  const round = `if (event.key === 'Tab') { event.preventDefault(); document.getElementById('hai').focus(); }`;
  const ring = await pageOf(`${SKIP}<main id="main"><h1>Thử</h1><button id="hai">Hai</button>
    <button onkeydown="${round}">Ba</button></main>`);
  await ring.walk("ring");
  expect(ring.troubles.join("\n")).toContain("by Tab the focus does not come round");
  const order = await pageOf(`${SKIP}<main id="main"><h1>Thử</h1><button tabindex="2">Một</button>
    <p style="display:flex;flex-direction:row-reverse"><a href="#main">Hai</a></p></main>`);
  await order.look("order");
  expect(order.troubles.join("\n")).toContain("tabindex 2");
  expect(order.troubles.join("\n")).toContain("reversed");
  const plain = await pageOf(`${SKIP}<main id="main"><h1>Thử</h1><button>Một</button><a href="#main">Hai</a></main>`);
  await plain.walk("plain");
  await plain.look("plain");
  expect(plain.troubles).toEqual([]);
  await plain.tabTo("Hai");
  expect(plain.count()).toEqual({ tabs: 3, keys: 3 });
});
