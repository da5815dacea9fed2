import { Hono } from "hono";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { type Actor, actName, mayAct } from "../../../engine/state/index.ts";
import { showInstant } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { actorOf, type LoggedReading, readForHouse, readLogged } from "../../../modules/access/index.ts";
import { paperTitles } from "../../../modules/documents/index.ts";
import type { ActFailure, DossierView } from "../../../modules/dossiers/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { notFound, PageProblem } from "../../errors.ts";
import { wholeNumber } from "../../forms.ts";
import { sendFile } from "../../portal/draft/papers.tsx";
import { parkedAnswers } from "../../portal/guard.ts";
import { type Officer, officerOf, officerSession, postedByOfficer, whoOf } from "../guard.ts";
import { confirmBySigningIn, confirmPage, digestOf, isToConfirm, type ToConfirm } from "./confirm.tsx";
import { type Desk, findReadable, HANDLING, noteDossier, openDossier, staffingFor } from "./load.ts";
import { type Answer, dossierPage } from "./page.tsx";
import { requirementsPage } from "./requirements-page.tsx";
import { withTemplate } from "./template-choice.tsx";
import { boxOf, isOfficeAct, type OfficeAct, readWanted, type Unready } from "./wanted.ts";

const ACTS_MOST = 100_000;

/** A dossier on one screen, its files, and the acts. */
export function dossierPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/ho-so/:code", async (c) => {
    const officer = officerOf(c);
    if (officer instanceof Response) return officer;
    const desk = await openDossier(deps, officer, c.req.param("code"));
    const act = c.req.query("viec") ?? "";
    const parked = await parkedAnswers(deps, c, officer);
    if (parked && isOfficeAct(act)) {
      return answerPage(deps, c, desk, {
        act,
        raw: parked,
        parked: c.req.query("giu") ?? "",
        notice: { tone: "info", body: RESTORED },
      });
    }
    // The address cannot claim what the acts do not say.
    const last = desk.view.acts.at(-1);
    const done = last && last.kind === c.req.query("xong") && last.by.account === officer.account ? last : null;
    return dossierPage(
      deps,
      c,
      desk,
      done ? { notice: { tone: "success", body: doneSentence(actName(done.kind)) } } : {},
    );
  });

  // Many boxes: they have a page of their own, which is shown only to whoever may judge now.
  app.get("/ho-so/:code/kiem-tra", async (c) => {
    const officer = officerOf(c);
    if (officer instanceof Response) return officer;
    const desk = await openDossier(deps, officer, c.req.param("code"));
    return desk.allowed.includes("requirements-checked") ? requirementsPage(deps, c, desk) : dossierPage(deps, c, desk);
  });

  app.post("/ho-so/:code/viec/:act", async (c) => {
    const { code, act } = c.req.param();
    const posted = await postedByOfficer(deps, c, href(c, `/office/ho-so/${code}?viec=${encodeURIComponent(act)}`));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    if (!isOfficeAct(act)) throw notFound();
    const again = async (answer: Answer) =>
      answerPage(deps, c, await openDossier(deps, officer, code), { act, raw, ...kept(raw), ...answer });

    const seen = wholeNumber(boxText(raw, "seen"), 0, ACTS_MOST);
    let view: DossierView;
    try {
      view = await findReadable(deps, readForHouse(deps.db, "act"), officer, code);
    } catch (missing) {
      const gone = stale ? null : await handedOn(c, officer, { code, act, seen });
      if (gone) return gone;
      throw missing;
    }
    if (stale) return again({ status: 403, sentences: [STALE] });
    if (boxText(raw, "_more")) return again({});
    if (boxText(raw, "_fill")) {
      const templates = await deps.dossiers.templates.ofUnit(officer.post.unit.id);
      return again({ raw: withTemplate(act, raw, templates, view) });
    }

    const staffing = await staffingFor(deps, act, view.row.unitId);
    const wanted = readWanted(act, raw, { officer, staffing, searchUnits: deps.catalogue.searchUnits });
    if (!wanted.ok)
      return again(answerTo((await standsInTheWay(deps, view, act, seen, officer)) ?? wanted.failure, act));

    const actor = await confirmedActor(c, officer, { code, act, seen, wanted: wanted.value, raw }, view);
    if (actor instanceof Response) return actor;
    const { officeProvince, id } = view.row;
    const done = await deps.dossiers.act({ officeProvince, id, seen }, actor, wanted.value);
    if (!done.ok) return (await handedOn(c, officer, { code, act, seen })) ?? again(answerTo(done.failure, act));
    const waited = boxText(raw, "_giu");
    if (waited) await deps.access.forgetParked(waited, officer);
    // Once it has left the officer's sight, the dossier cannot say what was done.
    if (LEAVES.has(act)) return c.redirect(href(c, `/office/phoi-hop?xong=${act}`), 303);
    return c.redirect(href(c, `/office/ho-so/${code}?xong=${act}`), 303);
  });

  /** The answer where the dossier has left the officer's sight since its page was opened: by this very act of theirs, or another. */
  const handedOn = async (
    c: Ctx,
    officer: Officer,
    of: { readonly code: string; readonly act: OfficeAct; readonly seen: number },
  ): Promise<Response | null> => {
    const gone = await deps.dossiers.tookOutOfSight(of.code, of.seen, actorOf(officer));
    if (!gone) return null;
    // The button was pressed twice: what it asked for is done.
    if (gone.by.account === officer.account && gone.kind === of.act)
      return c.redirect(href(c, `/office/phoi-hop?xong=${of.act}`), 303);
    const told = { by: gone.by.name, at: gone.at, act: actName(gone.kind) };
    throw new PageProblem(409, text("Hồ sơ đã chuyển đi", "The dossier has moved on"), goneSentence(told));
  };

  /** Who acts, once they have confirmed what has to be; else the page that asks for it. What may not be done is not asked about. */
  const confirmedActor = async (
    c: Ctx,
    officer: Officer,
    of: ToConfirm,
    view: DossierView,
  ): Promise<Actor | Response> => {
    const actor = actorOf(officer);
    if (!isToConfirm(of.act) || (await standsInTheWay(deps, view, of.act, of.seen, officer))) return actor;
    if (boxText(of.raw, "_signin")) {
      const gone = await confirmBySigningIn(deps, c, officer, of);
      return gone instanceof Response
        ? gone
        : confirmPage(deps, c, officer, of, { tag: "needed", ways: ["sign-in"] }, gone);
    }
    const answer = boxText(of.raw, "_passkey") || null;
    const confirmed = await deps.access.confirm(officer, digestOf(officer, of), answer);
    if (!confirmed.ok) return confirmPage(deps, c, officer, of, confirmed.failure);
    return { ...actor, confirmed: confirmed.value };
  };

  app.get("/ho-so/:code/giay-to/:sha256", (c) =>
    sendLooked(c, (view) => {
      const file = view.row.papers.find((paper) => paper.sha256 === c.req.param("sha256"));
      if (!file) return null;
      const title = view.edition.papers.find(({ key }) => key === file.paper)?.title.vi ?? file.paper;
      return { title, file: async () => file };
    }),
  );

  app.get("/ho-so/:code/van-ban/:document", (c) =>
    sendLooked(c, async ({ row }, reading) => {
      const documents = await deps.documents.listOf(reading, row.officeProvince, row.id);
      const document = documents.find(({ id }) => id === c.req.param("document"));
      if (!document) return null;
      const name = `${[document.title, document.number].filter(Boolean).join(" ").replaceAll("/", "-")}.pdf`;
      return { title: document.title, file: async () => ({ sha256: document.sha256, name, mediaType: PDF }) };
    }),
  );

  // What is not signed yet is drawn anew at each look and kept nowhere.
  app.get("/ho-so/:code/du-thao", async (c) => {
    const officer = officerOf(c);
    if (officer instanceof Response) return officer;
    const now = deps.clock.now();
    const bytes = await readLogged(deps.db, now, whoOf(officer), HANDLING, async (reading) => {
      const view = await findReadable(deps, reading, officer, c.req.param("code"));
      const draft = deps.printing.draft(view, now);
      if (!draft) throw notFound();
      noteDossier(reading, view, ["paper"], "Dự thảo kết quả");
      return draft;
    });
    const name = encodeURIComponent(`Dự thảo ${c.req.param("code")}.pdf`);
    return c.body(Uint8Array.from(bytes).buffer, 200, {
      "content-type": PDF,
      "content-disposition": `inline; filename*=UTF-8''${name}`,
      "cache-control": "no-store",
      "content-security-policy": PDF_POLICY,
    });
  });

  app.get("/ho-so/:code/thong-bao/:seq", (c) =>
    sendLooked(c, (view) => {
      const offered = deps.printing.available(view).find(({ seq }) => String(seq) === c.req.param("seq"));
      if (!offered) return null;
      const name = `${offered.title.vi} ${view.row.code}.pdf`;
      return {
        title: offered.title.vi,
        file: async () => {
          const paper = await deps.printing.notice(view, offered.seq);
          return paper && { sha256: paper.sha256, name, mediaType: PDF };
        },
      };
    }),
  );

  app.get("/ho-so/:code/phieu-kiem-soat", (c) => {
    const by = officerSession(c)?.name ?? "";
    const title = paperTitles["control-sheet"].vi;
    return sendLooked(c, (view) => ({
      title,
      file: async () => {
        const paper = await deps.printing.controlSheet(view, by);
        return { sha256: paper.sha256, name: `${title} ${view.row.code}.pdf`, mediaType: PDF };
      },
    }));
  });

  /** Sends a file of a dossier once the look is in the log; what is made first is made after that. */
  const sendLooked = async (
    c: Ctx,
    choose: (view: DossierView, reading: LoggedReading) => Promise<Chosen | null> | Chosen | null,
  ): Promise<Response> => {
    const officer = officerOf(c);
    if (officer instanceof Response) return officer;
    const chosen = await readLogged(deps.db, deps.clock.now(), whoOf(officer), HANDLING, async (reading) => {
      const view = await findReadable(deps, reading, officer, c.req.param("code") ?? "");
      const found = await choose(view, reading);
      if (!found) throw notFound();
      noteDossier(reading, view, ["paper"], found.title);
      return found;
    });
    const file = await chosen.file();
    if (!file) throw notFound();
    const response = await sendFile(deps, c, file);
    // Browsers show no PDF inside a sandbox; its content was told by its bytes, and `nosniff` keeps it what it is.
    if (file.mediaType === PDF) {
      response.headers.set("content-security-policy", PDF_POLICY);
    }
    return response;
  };

  return app;
}

/** The page on which an act was tried, with the answer to it; what is not possible any more is told on the dossier's. */
const answerPage = (deps: WebDeps, c: Ctx, desk: Desk, answer: Answer) =>
  answer.act === "requirements-checked" && desk.allowed.includes("requirements-checked")
    ? requirementsPage(deps, c, desk, answer)
    : dossierPage(deps, c, desk, answer);

/** After these the dossier is another unit's again. */
const LEAVES: ReadonlySet<OfficeAct> = new Set<OfficeAct>(["transferred", "consultation-answered", "handed-back"]);

const PDF = "application/pdf";
const PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";
type Chosen = {
  readonly title: string;
  file(): Promise<{ readonly sha256: string; readonly name: string; readonly mediaType: string } | null>;
};

/** What stops the act before its form matters: somebody was faster, or it may not be done. */
async function standsInTheWay(
  deps: WebDeps,
  view: DossierView,
  act: OfficeAct,
  seen: number,
  officer: Officer,
): Promise<ActFailure | null> {
  const last = view.acts.at(-1);
  if (last && seen !== view.state.version)
    return { kind: "conflict", by: last.by.name, at: last.at, act: actName(last.kind) };
  const verdict = mayAct(act, await deps.dossiers.subject(deps.db, view, actorOf(officer)), actorOf(officer));
  return verdict.ok ? null : { kind: "refused", refusal: verdict.failure };
}

/** The page's answer to an act that was not done. */
function answerTo(failure: ActFailure | Unready, act: OfficeAct): Answer {
  if (!("kind" in failure)) return { status: 422, errors: { [boxOf(act, failure.field)]: failure.text } };
  switch (failure.kind) {
    case "not-found":
      throw notFound();
    case "conflict":
      return {
        status: 409,
        notice: {
          tone: "info",
          title: text("Hồ sơ vừa có thay đổi", "The dossier has just changed"),
          body: conflictSentence(failure),
        },
      };
    case "refused":
      return { status: failure.refusal.kind === "not-now" ? 409 : 403, sentences: [failure.refusal.text] };
    case "incomplete":
      return { status: 422, errors: { [boxOf(act, failure.field)]: failure.text } };
    case "calendar-not-loaded":
      return {
        status: 409,
        sentences: [
          text(
            `Lịch nghỉ năm ${failure.year} chưa được nạp nên chưa tính được thời hạn. Đề nghị báo quản trị viên.`,
            `The holidays of ${failure.year} are not loaded, so the time cannot be reckoned. Please tell the administrator.`,
          ),
        ],
      };
  }
}

const kept = (raw: Raw): Pick<Answer, "parked"> => {
  const parked = boxText(raw, "_giu");
  return parked ? { parked } : {};
};

const conflictSentence = (failure: { readonly by: string; readonly at: number; readonly act: Text }): Text =>
  text(
    `${failure.by} đã thực hiện “${failure.act.vi}” lúc ${showInstant(failure.at)}, sau khi đồng chí mở hồ sơ. Việc của đồng chí chưa được ghi nhận; nội dung đã nhập vẫn còn. Đề nghị xem lại hồ sơ rồi thực hiện lại nếu vẫn cần.`,
    `${failure.by} did “${failure.act.en}” at ${showInstant(failure.at)}, after you had opened the dossier. Nothing of yours was recorded; what you typed is kept. Look at the dossier again and repeat it if it is still needed.`,
  );

const goneSentence = (gone: { readonly by: string; readonly at: number; readonly act: Text }): Text =>
  text(
    `${gone.by} đã thực hiện “${gone.act.vi}” lúc ${showInstant(gone.at)}, sau khi đồng chí mở hồ sơ. Việc của đồng chí chưa được ghi nhận; hồ sơ không còn do đơn vị xử lý.`,
    `${gone.by} did “${gone.act.en}” at ${showInstant(gone.at)}, after you had opened the dossier. Nothing of yours was recorded; the dossier is no longer with your unit.`,
  );

const doneSentence = (name: Text): Text => text(`Đã ghi nhận: ${name.vi}.`, `Recorded: ${name.en}.`);
const RESTORED = text(
  "Đây là nội dung đồng chí nhập trước khi phiên đăng nhập kết thúc; chưa có gì được ghi nhận. Đề nghị kiểm tra rồi gửi lại.",
  "This is what you typed before the session ended; nothing has been recorded. Check it and send it again.",
);
const STALE = text(
  "Phiên làm việc đã thay đổi nên việc này chưa được ghi nhận. Nội dung vừa nhập vẫn còn bên dưới; đề nghị kiểm tra và gửi lại.",
  "Your session has changed, so nothing was recorded. What you typed is still below; check it and send it again.",
);
