import { Hono } from "hono";
import { mayAct } from "../../../engine/state/index.ts";
import { text } from "../../../kernel/text.ts";
import { actorOf, type Session } from "../../../modules/access/index.ts";
import type { DossierView } from "../../../modules/dossiers/index.ts";
import { isOpen as owes } from "../../../modules/payments/index.ts";
import { ClockStory } from "../../clock.tsx";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { Button, DueBadge, Notice, Tag, Timeline } from "../../ui/index.ts";
import { DossierChecks } from "../dossier-checks.tsx";
import { EvidenceOfDossier } from "../evidence.tsx";
import { portalPage } from "../page.tsx";
import { dueState, statusTag } from "../status.ts";

import { Facts } from "./facts.tsx";
import { mine } from "./mine.ts";
import { Residences, Stays } from "./register-entries.tsx";
import { timeline } from "./timeline.tsx";
import { whatNow } from "./what-now.ts";

/** One dossier as its filer sees it. */
export function ownDossierPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/ho-so/:code", async (c) => {
    const found = await mine(deps, c);
    return found instanceof Response ? found : show(c, found.session, found.view);
  });

  const show = async (c: Ctx, session: Session, view: DossierView) => {
    const lang = c.get("lang");
    const { row, state, edition } = view;
    const now = deps.clock.now();
    const debts = await deps.payments.debtsOf(deps.db, row.officeProvince, row.id);
    const clock = await deps.dossiers.clockOf(deps.db, view);
    const unit = deps.catalogue.getUnit(row.unitId);
    const base = href(c, `/ho-so/${row.code}`);
    const subject = await deps.dossiers.subject(deps.db, view, actorOf(session));
    const may = (act: "withdrawn" | "supplemented"): boolean => mayAct(act, subject, actorOf(session)).ok;
    const result = await deps.printing.result(view);
    const unreadWord = (await deps.messages.talk.unread(deps.db, [row], "officer")).size > 0;
    const rated = await deps.voice.isRated(deps.db, row.officeProvince, row.id);
    const unpaid = debts.filter(owes);
    const mayRate = (state.status === "issued" || state.status === "returned") && !rated;
    return portalPage(
      deps,
      c,
      {
        title: text(`Hồ sơ ${row.code}`, `Dossier ${row.code}`),
        crumbs: [{ label: text("Hồ sơ của tôi", "My dossiers"), href: href(c, "/ho-so") }, { label: row.code }],
      },
      <>
        <span class="govuk-caption-l">{view.procedure.title[lang]}</span>
        <h1 class="govuk-heading-l">{row.code}</h1>
        <p class="govuk-body">
          <Tag {...statusTag(state.status)} lang={lang} />{" "}
          {state.dueAt !== null && edition.handling === "examined" && (
            <DueBadge state={dueState(row, now)} dueAt={state.dueAt} lang={lang} />
          )}
        </p>
        <p class="govuk-body-l">{whatNow(view, unpaid.length > 0)[lang]}</p>

        {state.supplement && may("supplemented") && (
          <Notice lang={lang} title={text("Ông/bà cần bổ sung hồ sơ", "Please supplement your dossier")}>
            <ol class="govuk-list govuk-list--number">
              {state.supplement.items.map((item) => (
                <li>
                  <strong>{item.what}</strong>
                  <br />
                  {item.how} <span class="mc-muted">({item.basis})</span>
                </li>
              ))}
            </ol>
            <Button label={text("Bổ sung hồ sơ", "Supplement")} lang={lang} href={`${base}/bo-sung`} />
          </Notice>
        )}
        {unpaid.length > 0 && !state.endedAt && (
          <Button label={text("Nộp lệ phí", "Pay the fee")} lang={lang} href={`${base}/thanh-toan`} />
        )}
        {result && (
          <Notice lang={lang} tone="success" title={text("Kết quả", "Result")}>
            <p class="govuk-body">
              <a class="govuk-link" href={`${base}/ket-qua.pdf`}>
                {
                  {
                    vi: `Tải ${result.title} số ${result.number ?? ""} (PDF có chữ ký số)`,
                    en: `Download ${result.title}, no. ${result.number ?? ""} (PDF, electronically signed)`,
                  }[lang]
                }
              </a>
            </p>
          </Notice>
        )}
        {mayRate && (
          <Button
            label={text("Đánh giá việc phục vụ", "Say how you were served")}
            lang={lang}
            kind="secondary"
            href={`${base}/danh-gia`}
          />
        )}

        <DossierChecks deps={deps} view={view} number={session.number} lang={lang} />
        {edition.handling === "examined" && <ClockStory clock={clock} lang={lang} />}
        <h2 class="govuk-heading-m">{{ vi: "Quá trình giải quyết", en: "What happened" }[lang]}</h2>
        <Timeline lang={lang} entries={timeline(view, lang)} />

        <Facts deps={deps} c={c} view={view} unit={unit.name[lang]} />
        {edition.register?.register === "stays" && <Stays deps={deps} c={c} view={view} session={session} />}
        {edition.register?.register === "temporary-residence" && <Residences deps={deps} c={c} view={view} />}

        <EvidenceOfDossier deps={deps} c={c} view={view} />

        <p class="govuk-body">
          <a class="govuk-link" href={`${base}/trao-doi`}>
            {{ vi: "Trao đổi với cơ quan giải quyết", en: "Messages with the office" }[lang]}
          </a>{" "}
          {unreadWord && <Tag label={text("Có tin chưa đọc", "Unread message")} tone="attention" lang={lang} />}
        </p>
        {may("withdrawn") && (
          <p class="govuk-body">
            <a class="govuk-link" href={`${base}/rut`}>
              {{ vi: "Rút hồ sơ", en: "Withdraw the dossier" }[lang]}
            </a>
          </p>
        )}
      </>,
    );
  };

  return app;
}
