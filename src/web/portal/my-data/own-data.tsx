import { Hono } from "hono";
import { raw } from "hono/html";
import type { Json } from "../../../kernel/canonical-json.ts";
import { isoInstant, showInstant } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { actorOf, readLogged, type Session } from "../../../modules/access/index.ts";
import { type OwnPart, ownData } from "../../../modules/data-rights/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { Button, InsetText } from "../../ui/index.ts";
import { visitorOf } from "../guard.ts";
import { myDataPage, ROOT, subjectOf } from "./frame.tsx";

const HERE = `${ROOT}/tai-ve`;
/** Where a person's own entries stand in the log: with no office. */
const NO_OFFICE = "00";

const PARTS: Readonly<Record<OwnPart["key"], Text>> = {
  person: text("Thông tin dân cư", "Population record"),
  dossiers: text("Hồ sơ", "Dossiers"),
  stays: text("Lưu trú", "Stays"),
  residences: text("Tạm trú", "Temporary residence"),
  messages: text("Thông báo đã nhận", "Messages you got"),
  words: text("Trao đổi", "Messages with offices"),
  contacts: text("Cách nhận tin", "How you are told"),
  appointments: text("Lịch hẹn", "Appointments"),
  looks: text("Ai đã xem", "Who looked"),
  questions: text("Câu hỏi", "Questions"),
  requests: text("Yêu cầu", "Requests"),
};

/** Everything this house keeps about the person, as a page to read and as data for programs. */
export function ownDataPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get(HERE, (c) => {
    const session = visitorOf(c);
    if (session instanceof Response) return session;
    const lang = c.get("lang");
    return myDataPage(
      deps,
      c,
      { title: TITLE, at: HERE, below: TITLE },
      <>
        <h1 class="govuk-heading-xl">{TITLE[lang]}</h1>
        <p class="govuk-body">
          {
            {
              vi: "Toàn bộ dữ liệu hệ thống này giữ về ông/bà: thông tin dân cư, hồ sơ, lưu trú, tạm trú, lịch hẹn, thông báo, trao đổi, cách nhận tin, nhật ký xem, câu hỏi và yêu cầu.",
              en: "Everything this house keeps about you: population record, dossiers, stays, temporary residence, appointments, messages, how you are told, who looked, questions and requests.",
            }[lang]
          }
        </p>
        <InsetText>
          {
            {
              vi: "Mỗi lần tải về được ghi vào nhật ký, để ông/bà biết nếu người khác dùng tài khoản của mình. Hãy giữ tệp cẩn thận.",
              en: "Each download is written into the log, so that you notice if somebody else used your account. Keep the file safe.",
            }[lang]
          }
        </InsetText>
        <div class="govuk-button-group">
          <Button
            label={text("Bản để đọc và in (HTML)", "To read and print (HTML)")}
            lang={lang}
            href={href(c, `${HERE}/du-lieu.html`)}
          />
          <Button
            label={text("Bản cho phần mềm (JSON)", "For programs (JSON)")}
            lang={lang}
            kind="secondary"
            href={href(c, `${HERE}/du-lieu.json`)}
          />
        </div>
      </>,
    );
  });

  app.get(`${HERE}/du-lieu.json`, (c) =>
    taken(c, "du-lieu-cua-toi.json", "application/json", ({ parts, at, session }) =>
      JSON.stringify(
        {
          subject: subjectOf(session).number,
          name: subjectOf(session).name,
          takenAt: isoInstant(at),
          parts: Object.fromEntries(parts.map(({ key, rows }) => [key, rows])),
          incomplete: parts.filter(({ more }) => more).map(({ key }) => key),
        },
        null,
        2,
      ),
    ),
  );

  app.get(`${HERE}/du-lieu.html`, (c) =>
    taken(c, "du-lieu-cua-toi.html", "text/html; charset=utf-8", ({ parts, at, session }) => {
      const lang = c.get("lang");
      return `<!doctype html>${(
        <html lang={lang}>
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>{TITLE[lang]}</title>
            <style>{raw(STYLE)}</style>
          </head>
          <body>
            <h1>{TITLE[lang]}</h1>
            <p>
              {subjectOf(session).name}, {subjectOf(session).number}. {showInstant(at)}.
            </p>
            {parts.map((part) => (
              <section>
                <h2>{PARTS[part.key][lang]}</h2>
                {part.rows.length === 0 && <p>{{ vi: "Không có.", en: "Nothing." }[lang]}</p>}
                {part.rows.map((row) => (
                  <article>
                    <Value value={row} />
                    <hr />
                  </article>
                ))}
                {part.more && <p>{{ vi: "Còn nữa, chưa đưa vào bản này.", en: "There is more." }[lang]}</p>}
              </section>
            ))}
          </body>
        </html>
      )}`;
    }),
  );

  /** Collects the data with the entry in the log, and sends them as a file. */
  const taken = async (
    c: Ctx,
    name: string,
    type: string,
    body: (found: { readonly parts: readonly OwnPart[]; readonly at: number; readonly session: Session }) => string,
  ): Promise<Response> => {
    const session = visitorOf(c);
    if (session instanceof Response) return session;
    const { number, account } = subjectOf(session);
    const at = deps.clock.now();
    const who = { officeProvince: NO_OFFICE, actor: actorOf(session) };
    const parts = await readLogged(deps.db, at, who, { purpose: "own-export" }, async (reading) => {
      reading.note({ subjectNumber: number, dossierCode: null, fields: ["everything"] });
      return ownData(reading, { number, account, isPerson: session.organisation === null }, at);
    });
    return c.body(body({ parts, at, session }), 200, {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    });
  };

  return app;
}

/** Any value as nested lists: readable without style or script. */
function Value({ value }: { value: Json }) {
  if (value === null) return <>–</>;
  if (Array.isArray(value))
    return (
      <ul>
        {value.map((one: Json) => (
          <li>
            <Value value={one} />
          </li>
        ))}
      </ul>
    );
  if (typeof value !== "object") return <>{String(value)}</>;
  return (
    <dl>
      {Object.entries(value).map(([name, one]) =>
        one === undefined ? null : (
          <>
            <dt>
              <strong>{name}</strong>
            </dt>
            <dd>
              <Value value={one} />
            </dd>
          </>
        ),
      )}
    </dl>
  );
}

/** A saved file has no sheet of ours beside it. */
const STYLE =
  "body{font:16px/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}dl{margin:0}dd{margin:0 0 .25rem 1.5rem}hr{border:0;border-top:1px solid #bbb}";

const TITLE = text("Tải dữ liệu của tôi về", "Take my data away");
