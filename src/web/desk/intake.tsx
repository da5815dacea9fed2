import { Hono } from "hono";
import { boxText, entriesOf, type Raw } from "../../engine/form/index.ts";
import type { Json } from "../../kernel/canonical-json.ts";
import { type Text, text } from "../../kernel/text.ts";
import { checkCsrf } from "../../modules/access/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { postedByOfficer } from "../office/guard.ts";
import { withProvinces } from "../portal/draft/load.ts";
import { MORE_ASKED } from "../portal/draft/page.tsx";
import { sendFile } from "../portal/draft/papers.tsx";
import { CHOOSE_PROVINCE } from "../ui/index.ts";
import { type Received, receiveUpload } from "../uploads.ts";
import { accept } from "./accept.ts";
import { showIntake } from "./form.tsx";
import { atDesk, deskOfficerOf } from "./guard.ts";
import { type Intake, intakeFor, intakeHref, intakeOf, intakeWith } from "./load.ts";
import { STALE } from "./page.tsx";
import { isDoubtful, ORIGINAL, SECRET, USE_ANYWAY } from "./papers-part.tsx";
import { readIntake } from "./read-form.ts";
import { changeScans, type Scans, type ScanWish, takeScans } from "./scans.ts";
import { secretPage } from "./secret.tsx";
import type { DeskState } from "./state.ts";

const FILES_A_REQUEST = 20;

/** The page of an intake: everything is kept each time it is sent, right or wrong; then it ends one way or goes on. */
export function intakePages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/tiep-nhan/:intake", async (c) => {
    const intake = await intakeOf(deps, c);
    return intake instanceof Response ? intake : showIntake(deps, c, intake);
  });

  app.post("/tiep-nhan/:intake", async (c) => {
    const officer = deskOfficerOf(c);
    if (officer instanceof Response) return officer;
    const received = await receiveUpload(c, { filesMost: FILES_A_REQUEST });
    const before = await intakeFor(deps, c, officer);
    if (before instanceof Response) return before;
    const raw = withProvinces(deps, received.raw);
    if (!checkCsrf(officer, boxText(raw, "_csrf")))
      return showIntake(deps, c, before, { raw, sentences: [STALE], status: 403 });
    // Nothing of a dossier with a secret mark is kept: neither what comes now nor what came before.
    if (boxText(raw, SECRET) === "yes") return turnAway(c, before);

    const { intake, problems, unseen, scans } = await keep(before, raw, received);
    const errors = { ...errorsOf(problems), ...scans.errors };
    const added = boxText(raw, "_add-item");
    if (added && groupKeys(intake).includes(added))
      return c.redirect(intakeHref(c, intake.draft, `/muc/${added}`), 303);
    const wants = boxText(raw, "_do");
    if (wants === "supplement") return c.redirect(intakeHref(c, intake.draft, "/bo-sung"), 303);
    if (wants === "refuse") return c.redirect(intakeHref(c, intake.draft, "/tu-choi"), 303);
    const again = { ...onlyBoxes(raw, intake) };
    if (wants !== "accept" || boxText(raw, CHOOSE_PROVINCE))
      return Object.keys(scans.errors).length === 0 && wants === ""
        ? c.redirect(`${intakeHref(c, intake.draft)}#giay-to`, 303)
        : showIntake(deps, c, intake, {
            raw: again,
            errors: scans.errors,
            ...(wants === "save" ? { notice: SAVED } : {}),
          });
    if (unseen.size > 0)
      return showIntake(deps, c, intake, { raw: again, errors, notice: MORE_ASKED, asksAlso: unseen, status: 422 });
    const doubtful = intake.draft.papers.some(({ sha256 }) => isDoubtful(intake.state, sha256));
    if (doubtful && boxText(raw, USE_ANYWAY) !== "yes") errors[USE_ANYWAY] = LOOK_FIRST;
    if (Object.keys(errors).length > 0) return showIntake(deps, c, intake, { raw: again, errors });
    const done = await accept(deps, intake);
    return done.ok
      ? c.redirect(href(c, `/desk/xong/${done.value}`), 303)
      : showIntake(deps, c, intake, { raw: again, ...done.failure });
  });

  app.post("/tiep-nhan/:intake/bo", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, "/desk"));
    if (posted instanceof Response) return posted;
    const intake = await intakeOf(deps, c);
    if (intake instanceof Response) return intake;
    if (posted.stale) return showIntake(deps, c, intake, { sentences: [STALE], status: 403 });
    await deps.dossiers.drafts.remove(intake.draft);
    return c.redirect(href(c, "/desk"), 303);
  });

  app.get("/tiep-nhan/:intake/tep/:sha256", async (c) => {
    const intake = await intakeOf(deps, c);
    if (intake instanceof Response) return intake;
    return sendFile(deps, c, intake.draft.papers.find(({ sha256 }) => sha256 === c.req.param("sha256")) ?? null);
  });

  /** Keeps answers, papers and what is known of them. */
  const keep = async (before: Intake, raw: Raw, received: Received) => {
    const reading = readIntake(before, raw);
    const simple = before.edition.pages.flatMap(({ fields }) => fields.filter(({ kind }) => kind !== "group"));
    const gone = Object.fromEntries(simple.map(({ key }) => [key, reading.answers[key]]));
    const answered = await deps.dossiers.drafts.answer(before.draft, { ...gone, ...withoutItem(before, raw) });
    const taken = await takeScans(deps, { ...before, draft: answered }, received);
    const wish = scanWishIn(raw);
    const changed: Scans = wish
      ? await changeScans(deps, taken.papers, wish)
      : { papers: taken.papers, findings: {}, errors: {} };
    const originals = originalsIn(before, raw);
    const papers = changed.papers.map(({ original, ...sent }) => {
      const now = originals[sent.paper];
      return { ...sent, ...(now ? { original: now } : {}) };
    });
    const state: DeskState = {
      ...before.state,
      originals,
      findings: mutable({ ...before.state.findings, ...taken.findings, ...changed.findings }),
    };
    await deps.dossiers.drafts.setPapers(answered, papers);
    await deps.dossiers.drafts.setPending(answered, state as unknown as Json);
    const intake = intakeWith(deps, before.officer, { ...answered, papers }, state);
    return { ...reading, intake, scans: { ...changed, errors: { ...taken.errors, ...changed.errors } } };
  };

  const turnAway = async (c: Ctx, intake: Intake) => {
    const { draft, officer } = intake;
    await deps.reception.noteSecretMark(atDesk(officer), draft.procedure.key);
    await deps.dossiers.drafts.remove(draft);
    await deps.dataRights.removeUnnamed(draft.papers.map(({ sha256 }) => sha256));
    return secretPage(deps, c, officer);
  };

  return app;
}

const mutable = (findings: Scans["findings"]): DeskState["findings"] =>
  Object.fromEntries(Object.entries(findings).map(([sha256, found]) => [sha256, [...found]]));

const errorsOf = (problems: readonly { readonly name: string; readonly text: Text }[]): Record<string, Text> =>
  Object.fromEntries(problems.map(({ name, text }) => [name, text]));

const groupKeys = ({ edition }: Intake): readonly string[] =>
  edition.pages.flatMap(({ fields }) => fields.filter(({ kind }) => kind === "group").map(({ key }) => key));

/** The boxes of the form's own fields; buttons and ticks that are given anew each time are not shown again. */
const onlyBoxes = (raw: Raw, intake: Intake): Raw => {
  const keys = new Set<string>(intake.edition.pages.flatMap(({ fields }) => fields.map(({ key }) => key)));
  return Object.fromEntries(Object.entries(raw).filter(([name]) => keys.has(name.split(".")[0] ?? "")));
};

/** The group without the entry whose button was pressed. */
function withoutItem(intake: Intake, raw: Raw) {
  const [key = "", at = ""] = boxText(raw, "_remove-item").split(":");
  if (!groupKeys(intake).includes(key)) return {};
  return { [key]: entriesOf(intake.draft.answers[key]).filter((_, place) => String(place) !== at) };
}

function scanWishIn(raw: Raw): ScanWish | null {
  for (const kind of ["remove", "turn", "earlier"] as const) {
    const [paper, sha256] = boxText(raw, `_${kind}`).split(":");
    if (paper && sha256) return { kind, paper, sha256 };
  }
  const joined = boxText(raw, "_join");
  return joined ? { kind: "join", paper: joined } : null;
}

function originalsIn(intake: Intake, raw: Raw): DeskState["originals"] {
  const originals: DeskState["originals"] = {};
  for (const { key } of intake.edition.papers) {
    const said =
      raw[`${ORIGINAL}${key}`] === undefined ? intake.state.originals[key] : boxText(raw, `${ORIGINAL}${key}`);
    if (said === "shown" || said === "kept") originals[key] = said;
  }
  return originals;
}

const SAVED = text(
  "Đã lưu. Hồ sơ chưa nộp; tiếp tục lúc nào cũng được.",
  "Saved. Nothing is filed yet; go on at any time.",
);
const LOOK_FIRST = text(
  "Có bản quét chưa đạt. Đề nghị quét lại, hoặc xem từng tệp rồi đánh dấu vẫn dùng.",
  "Some scans are doubtful. Scan them again, or look at each and tick that they are used.",
);
