import { Hono } from "hono";
import { boxText } from "../../engine/form/index.ts";
import { FORM_CHARACTERS_MOST, looksLikeFormCode, readScan } from "../../modules/reception/index.ts";
import { href, type Vars, type WebDeps } from "../context.ts";
import { postedByOfficer } from "../office/guard.ts";
import { atDesk, deskOfficerOf } from "./guard.ts";
import { STALE } from "./page.tsx";
import { showPerson } from "./person.tsx";
import { takePrintedForm } from "./printed-form.ts";
import { envelopeIn, showHome } from "./scan-page.tsx";
import { scanSentence } from "./words.ts";

/** Where a day at the desk begins, again and again: one box for whatever the reader reads. */
export function homePages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/", async (c) => {
    const officer = deskOfficerOf(c);
    if (officer instanceof Response) return officer;
    return showHome(deps, c, officer, { envelope: await envelopeIn(deps, officer, c.req.query("bi") ?? "") });
  });

  app.post("/nguoi", async (c) => {
    const signedIn = deskOfficerOf(c);
    if (signedIn instanceof Response) return signedIn;
    const posted = await postedByOfficer(deps, c, href(c, "/desk"));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    const typed = wholeText(raw["scan"]).slice(0, FORM_CHARACTERS_MOST + 1);
    const envelope = await envelopeIn(deps, officer, boxText(raw, "envelope"));
    if (stale) return showHome(deps, c, officer, { envelope, typed, error: STALE });
    if (looksLikeFormCode(typed)) return takePrintedForm(deps, c, officer, typed, envelope);
    const scan = readScan(typed);
    if (!scan.ok) return showHome(deps, c, officer, { envelope, typed, error: scanSentence(scan.failure) });
    const met = await deps.reception.meet(atDesk(officer), scan.value.present);
    return showPerson(deps, c, officer, { ...met, scan: scan.value, envelope });
  });

  return app;
}

/** Codes carry spaces that count: only the line ends around them do not. */
const wholeText = (value: string | readonly string[] | undefined): string =>
  (typeof value === "string" ? value : (value?.at(-1) ?? "")).replace(/^[\r\n]+|[\r\n]+$/g, "");
