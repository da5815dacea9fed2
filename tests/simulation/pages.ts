import type { PersonNumber } from "../../src/kernel/person-number.ts";
import type { ActWanted, DossierView } from "../../src/modules/dossiers/index.ts";
import { openBrowser, type Page } from "../support/browserless.ts";
import { sendFiles, textOf } from "../support/portal.ts";
import type { Seat } from "./staff.ts";
import { type Life, viewOf, type World } from "./world.ts";

/** A few acts over real HTTP: the page is opened and its button pressed twice at once. */

/** What the form of an act is filled in with; null for acts that are done elsewhere. */
function fieldsOf(wanted: ActWanted): Readonly<Record<string, string>> | null {
  switch (wanted.act) {
    case "accepted":
    case "issued":
      return {};
    case "assigned":
      return wanted.to ? { to: wanted.to.account } : null;
    case "returned":
      return { way: wanted.way, proof: wanted.proof ?? "" };
    case "refused-intake":
      return { ground: wanted.ground, reason: wanted.reason };
    default:
      return null;
  }
}

/** False where this act or this officer cannot be tried so. */
export async function pressTwiceOnPage(
  world: World,
  life: Life,
  view: DossierView,
  seat: Seat,
  wanted: ActWanted,
): Promise<boolean> {
  const fields = fieldsOf(wanted);
  if (!fields || seat.delegated || view.state.unit !== seat.unit || view.row.ownerNumber === seat.person.number)
    return false;
  // Signs in anew where the session has run out.
  if ((await world.staff.as(seat, async () => true)) !== true) return false;
  const { house, tally } = world;
  const browser = openBrowser(house.url);
  browser.jar.set(new URL(house.url), "motcua_session", seat.token);
  const page = await browser.get(`/office/ho-so/${life.code}`);
  if (page.status !== 200) {
    tally.violation("a page answers", `${life.code}: ${page.status} to ${seat.name}`);
    return false;
  }
  const key = `${seat.account} ${life.code}`;
  world.opened.set(key, (world.opened.get(key) ?? 0) + 1);
  const form = `/viec/${wanted.act}`;
  // Somebody of the family is shown no button.
  if (!page.forms.some(({ action }) => action.includes(form))) return false;
  const filled = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${wanted.act}.${name}`, value]));
  const answers = await Promise.all([1, 2].map(() => page.submit({ form, fields: filled })));
  tally.count("acts on pages, pressed twice");
  const done = answers.filter((answer) => answer.url.searchParams.get("xong") === wanted.act);
  const late = answers.filter(({ status }) => status === 409);
  if (done.length > 1) tally.violation("an act pressed twice stands once", `${life.code} ${wanted.act} on the page`);
  if (done.length + late.length !== answers.length)
    tally.violation("a page says what happened", `${life.code} ${wanted.act}: ${answers.map(({ status }) => status)}`);
  tally.count("acts done", done.length);
  tally.count("conflicts", late.length);
  for (const answer of late) checkConflict(world, life, answer);
  return true;
}

/** The filer presses the button of a page twice at once: withdrawing, or sending what lacked. */
export async function filerPressesTwice(
  world: World,
  life: Life,
  view: DossierView,
  wanted: ActWanted,
): Promise<boolean> {
  const { filer, code } = life;
  if (filer.as !== "person" || !filer.number || (wanted.act !== "withdrawn" && wanted.act !== "supplemented"))
    return false;
  const { house, tally } = world;
  const token = await house.deps.access.admit(
    {
      ...{ issuer: "https://simulation", subject: filer.number, name: filer.name, kind: "citizen", assurance: 2 },
      ...{ personNumber: filer.number as PersonNumber, birthDate: null, phone: null, email: null },
    },
    null,
  );
  if (!token) throw new Error("a citizen is not admitted");
  const browser = openBrowser(house.url);
  browser.jar.set(new URL(house.url), "motcua_session", token);
  const [path, box, words] =
    wanted.act === "withdrawn" ? ["rut", "reason", wanted.reason] : ["bo-sung", "message", wanted.message];
  const page = await browser.get(`/ho-so/${code}/${path}`);
  const form = page.forms.findIndex(({ fields }) => fields.some(([name]) => name === box));
  if (form < 0) {
    tally.violation("a page answers", `${code}/${path}: ${page.status}, no ${box}`);
    return false;
  }
  const send = (): Promise<Page> =>
    wanted.act === "withdrawn"
      ? page.submit({ form, fields: { [box]: words } })
      : sendFiles(browser, page, form, [], { [box]: words });
  const answers = await Promise.all([send(), send()]);
  tally.count("acts on pages, pressed twice");
  // The second press is answered with the page of the dossier as it is now, or with what stands in its way.
  const led = answers.filter(({ url, status }) => status === 200 && url.pathname === `/ho-so/${code}`).length;
  const told = answers.filter(({ html }) => html.includes("govuk-error-summary")).length;
  const since = (await viewOf(world, code)).acts.slice(view.state.version);
  const done = since.filter(({ kind }) => kind === wanted.act).length;
  if (done !== 1 || led === 0 || led + told !== answers.length)
    tally.violation(
      "an act pressed twice stands once",
      `${code}/${path}: ${answers.map(({ status, url }) => `${status} ${url.pathname}`)}`,
    );
  tally.count("acts done", done);
  return true;
}

function checkConflict({ tally }: World, { code }: Life, answer: Page): void {
  if (!textOf(answer.html).includes("đã thực hiện “"))
    tally.violation("a conflict is a sentence", `${code}: ${textOf(answer.html).slice(0, 200)}`);
}
