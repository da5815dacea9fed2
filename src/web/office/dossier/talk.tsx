import { Hono } from "hono";
import { boxText } from "../../../engine/form/index.ts";
import { showInstant } from "../../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import { readForHouse, readLogged } from "../../../modules/access/index.ts";
import { type Progress, RUNG_NAMES } from "../../../modules/messages/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { csrfBox } from "../../portal/page.tsx";
import { TALK_FAULTS, TALK_TITLE, TalkForm, TalkList, talkDossierOf } from "../../talk-view.tsx";
import { ErrorSummary, InsetText, Table } from "../../ui/index.ts";
import { type Officer, officerOf, postedByOfficer, whoOf } from "../guard.ts";
import { officePage } from "../page.tsx";
import { Wide } from "../wide.tsx";
import { findOwn, HANDLING, noteDossier } from "./load.ts";

/** The office's side of the talk beside a dossier, and how its notices fared, with their proofs. */
export function talkPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/ho-so/:code/trao-doi", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer, "", undefined, 200);
  });

  app.post("/ho-so/:code/trao-doi", async (c) => {
    const code = c.req.param("code");
    const posted = await postedByOfficer(deps, c, href(c, `/office/ho-so/${code}/trao-doi`));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    const body = boxText(raw, "body");
    if (stale) return show(c, officer, body, STALE, 403);
    const view = await findOwn(deps, readForHouse(deps.db, "act"), officer, code);
    const by = { account: officer.account, name: officer.name };
    const done = await deps.messages.talk.write(talkDossierOf(view), "officer", body, by);
    if (done.ok) return c.redirect(href(c, `/office/ho-so/${code}/trao-doi`), 303);
    return show(c, officer, body, TALK_FAULTS[done.failure], done.failure === "too-often" ? 429 : 422);
  });

  const show = async (
    c: Ctx,
    officer: Officer,
    typed: string,
    fault: Text | undefined,
    status: 200 | 403 | 422 | 429,
  ) => {
    const lang = c.get("lang");
    const { view, words, progress } = await readLogged(
      deps.db,
      deps.clock.now(),
      whoOf(officer),
      HANDLING,
      async (reading) => {
        const found = await findOwn(deps, reading, officer, c.req.param("code") ?? "");
        const dossier = talkDossierOf(found);
        const by = { account: officer.account, name: officer.name };
        noteDossier(reading, found, ["history"]);
        return {
          view: found,
          words: await deps.messages.talk.read(reading, dossier, "officer", by),
          progress: await deps.messages.progress(reading, dossier.officeProvince, dossier.dossierId),
        };
      },
    );
    const { code } = view.row;
    return officePage(
      deps,
      c,
      officer,
      {
        title: `${TALK_TITLE[lang]}, ${code}`,
        status,
        hasErrors: fault !== undefined,
        path: href(c, `/office/ho-so/${code}/trao-doi`),
        crumbs: [
          { label: text("Hồ sơ", "Dossiers"), href: href(c, "/office") },
          { label: code, href: href(c, `/office/ho-so/${code}`) },
          { label: TALK_TITLE },
        ],
      },
      <>
        <ErrorSummary errors={fault ? { body: fault } : {}} lang={lang} />
        <span class="govuk-caption-l">{code}</span>
        <h1 class="govuk-heading-l">{{ vi: "Trao đổi với công dân", en: "Messages with the citizen" }[lang]}</h1>
        <TalkList words={words} side="officer" lang={lang} />
        {view.state.closedAt !== null ? (
          <InsetText>{TALK_FAULTS.closed[lang]}</InsetText>
        ) : (
          <TalkForm
            csrf={csrfBox(officer)}
            label={text("Viết cho công dân", "Write to the citizen")}
            hint={text(
              "Không thay cho yêu cầu bổ sung: tin ở đây không dừng thời hạn giải quyết.",
              "Not in place of a supplement request: nothing written here stops the clock.",
            )}
            value={typed}
            error={fault}
            lang={lang}
          />
        )}
        <Notices progress={progress} lang={lang} />
      </>,
    );
  };

  return app;
}

const CAPTION = text("Thông báo đã gửi cho công dân", "Notices to the citizen");

const Notices = ({ progress, lang }: { progress: readonly Progress[]; lang: Language }) => (
  <Wide label={CAPTION} lang={lang}>
    <Table
      dense
      caption={CAPTION}
      lang={lang}
      empty={text("Chưa có thông báo nào.", "No notices yet.")}
      columns={[
        { key: "what", label: text("Thông báo", "Notice") },
        { key: "at", label: text("Lúc", "At") },
        { key: "state", label: text("Tình trạng", "State") },
        { key: "steps", label: text("Đã thực hiện", "What was done") },
      ]}
      rows={progress.map((one) => ({
        cells: {
          what: one.title[lang],
          at: showInstant(one.at),
          state: stateOf(one)[lang],
          steps: (
            <ul class="govuk-list">
              {one.steps.map((step) => (
                <li>
                  {showInstant(step.at)}: {RUNG_NAMES[step.rung][lang]}, {(EVENTS[step.event] ?? OTHER)[lang]}
                  {step.proof && <span class="mc-muted"> ({step.proof})</span>}
                  {step.by && step.rung !== "portal" && <span class="mc-muted">, {step.by}</span>}
                </li>
              ))}
            </ul>
          ),
        },
      }))}
    />
  </Wide>
);

const FINISHED = {
  told: text("Đã báo", "Told"),
  read: text("Đã đọc", "Read"),
  answered: text("Đã trả lời", "Answered"),
  reached: text("Đã gặp qua điện thoại", "Reached by telephone"),
  "all-tried": text("Đã báo hết các cách", "Every way was tried"),
} as const;

function stateOf({ finishedAs, readAt, rung, nextAt }: Progress): Text {
  if (finishedAs !== null && !(finishedAs === "told" && readAt !== null)) return FINISHED[finishedAs];
  if (readAt !== null) return FINISHED.read;
  const name = RUNG_NAMES[rung];
  return nextAt === null
    ? text(`Chờ đơn vị: ${name.vi}`, `For the office to do: ${name.en}`)
    : text(`Chờ đọc, ${name.vi}, đến ${showInstant(nextAt)}`, `Unread, ${name.en}, until ${showInstant(nextAt)}`);
}

const OTHER = text("đã ghi nhận", "recorded");
const EVENTS: Readonly<Record<string, Text>> = {
  sent: text("đã gửi", "sent"),
  failed: text("chưa gửi được, sẽ thử lại", "not sent, to be tried again"),
  refused: text("không gửi được", "refused"),
  "given-up": text("thôi thử", "given up"),
  uncertain: text("không rõ đã đến chưa", "unknown whether it arrived"),
  unread: text("hết thời gian chờ, chưa đọc", "waited for, unread"),
  skipped: text("không có địa chỉ", "no address"),
  delivered: text("đã đến", "delivered"),
  undelivered: text("không đến được", "not delivered"),
  read: text("đã đọc", "read"),
  listed: text("đưa vào danh sách", "put on the list"),
  printed: text("đã in", "printed"),
  posted: text("đã gửi bưu điện", "posted"),
  returned: text("bị trả lại", "came back"),
  reached: text("đã gặp", "reached"),
  "not-reached": text("không nghe máy", "no answer"),
  "wrong-number": text("sai số", "wrong number"),
};

const STALE = text(
  "Phiên làm việc đã thay đổi nên tin chưa được gửi. Nội dung vẫn còn bên dưới; đề nghị gửi lại.",
  "Your session has changed, so nothing was sent. What you wrote is still below; send it again.",
);
