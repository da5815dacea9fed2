import sharp from "sharp";
import { printCardQr } from "../../src/kernel/card-qr.ts";
import { day } from "../../src/kernel/plain-date.ts";
import type { Browser, Page } from "./browserless.ts";
import { formWith, sendFiles, type Upload } from "./portal.ts";

/** Who comes to a desk in tests, and what they bring. */

/** The line a reader types for Minh's card; `change` makes a card that says something else. */
export const minhCard = (change: { readonly name?: string; readonly number?: string } = {}): string =>
  printCardQr({
    personalNumber: change.number ?? "040092034092",
    oldNumber: "183456789",
    name: change.name ?? "Trần Văn Minh",
    bornOn: day("1992-05-20"),
    sex: "M",
    residence: "Số 27 đường Quang Trung, Thành Vinh, Nghệ An",
    issuedOn: day("2022-03-01"),
    extra: [],
  });

/** A sheet with lines of letters, as a scanner makes it; `change` spoils it. */
export const sheet = (
  change: {
    readonly blur?: number;
    readonly brightness?: number;
    readonly width?: number;
    readonly empty?: boolean;
    readonly words?: string;
  } = {},
): Promise<Buffer> => {
  const width = change.width ?? 1240;
  const height = Math.round(width * Math.SQRT2);
  const lines = change.empty
    ? ""
    : Array.from(
        { length: 40 },
        (_, at) =>
          `<text x="90" y="${130 + at * 40}" font-size="26">${change.words ?? "Hop dong thue nha so"} ${at} abcdefghijklmnopqrstuvwxyz</text>`,
      ).join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1240 1754" width="${width}" height="${height}"><rect width="1240" height="1754" fill="#fcfcfa"/><g font-family="sans-serif" fill="#111">${lines}</g></svg>`;
  const made = sharp(Buffer.from(svg)).flatten({ background: "white" });
  if (change.blur) made.blur(change.blur);
  if (change.brightness) made.linear(change.brightness, 0);
  return made.jpeg({ quality: 85 }).toBuffer();
};

/** Scans a card at the desk and picks a procedure; answers the page of the intake. */
export async function scanAndPick(desk: Browser, scan: string, typed: string, from = "/desk"): Promise<Page> {
  const home = await desk.get(from);
  const person = await home.submit({ form: formWith(home, "scan"), fields: { scan } });
  return person.submit({ form: formWith(person, "present"), fields: { q: typed } });
}

/** What is asked of a tenant who registers temporary residence. */
export const TENANT = {
  "target-address.line": "Số 9 đường Thử",
  "dwelling-ground": "rent",
  "owner-consent": "contract",
  household: "own-head",
  "stay-until": "1n",
  declaration: "true",
  _shown:
    "registrant person phone email target-address dwelling-ground owner-consent household stay-until request-text fee-exemption declaration",
};

/** Sends the page of an intake with one of its buttons. */
export const sendIntake = (
  desk: Browser,
  page: Page,
  fields: Readonly<Record<string, string>>,
  files: readonly Upload[] = [],
): Promise<Page> => sendFiles(desk, page, formWith(page, "_shown"), files, fields);
