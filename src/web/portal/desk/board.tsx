import { Hono } from "hono";
import { text } from "../../../kernel/text.ts";
import type { Vars, WebDeps } from "../../context.ts";
import { deskUnitOf } from "../../desk-words.ts";
import { Wall } from "../../ui/index.ts";

const REFRESH_SECONDS = 5;

/** The screen on the wall of a waiting room: numbers and counters. It asks for no sign-in and tells of no person. */
export function boardPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/quay/:unit/man-hinh", async (c) => {
    const lang = c.get("lang");
    const unit = deskUnitOf(deps, c.req.param("unit"));
    const board = await deps.desk.board(unit);
    const [last] = board.counters
      .filter(({ calledAt }) => calledAt !== null)
      .toSorted((a, b) => (b.calledAt ?? 0) - (a.calledAt ?? 0));
    return c.html(
      <Wall
        title={unit.name}
        lang={lang}
        refreshSeconds={REFRESH_SECONDS}
        call={
          last
            ? text(
                `Mời số ${last.calling} đến quầy ${last.number}`,
                `Number ${last.calling}, please come to counter ${last.number}`,
              )
            : text("Chưa có số nào được gọi", "No number is being called")
        }
        countersTitle={text("Các quầy", "Counters")}
        counters={board.counters.map(({ number, open, calling }) => ({
          label: text(`Quầy ${number}`, `Counter ${number}`),
          state: open ? text("Sẵn sàng", "Ready") : text("Tạm đóng", "Closed"),
          number: calling,
        }))}
      >
        <section aria-labelledby="wall-called">
          <h2 class="mc-wall__heading" id="wall-called">
            {{ vi: "Vừa gọi", en: "Called lately" }[lang]}
          </h2>
          {board.lastCalled.length > 0 && (
            <ul class="mc-wall__list">
              {board.lastCalled.map(({ number, counter }) => (
                <li>
                  <strong>{number}</strong>
                  {counter !== null && <span>{{ vi: `quầy ${counter}`, en: `counter ${counter}` }[lang]}</span>}
                </li>
              ))}
            </ul>
          )}
          <p class="mc-wall__note">
            {{ vi: `Đang chờ: ${board.waiting} người`, en: `Waiting: ${board.waiting}` }[lang]}
          </p>
        </section>
      </Wall>,
    );
  });

  return app;
}
