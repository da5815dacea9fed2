import { Hono } from "hono";
import { type Act, actName, mayAct } from "../../engine/state/index.ts";
import { dong, showDong } from "../../kernel/dong.ts";
import { isPersonNumber } from "../../kernel/person-number.ts";
import { dayOfInstant, showDate, showInstant, showTime } from "../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../kernel/text.ts";
import { actorOf, readOwn, type Session } from "../../modules/access/index.ts";
import type { DossierView } from "../../modules/dossiers/index.ts";
import { isOpen as owes } from "../../modules/payments/index.ts";
import { residencesOfDossier, staysOfDossier } from "../../modules/registers/index.ts";
import { ClockStory } from "../clock.tsx";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { notFound } from "../errors.ts";
import { searchTyped, wholeNumber } from "../forms.ts";
import { SignatureNote } from "../signature-note.tsx";
import {
  Button,
  DueBadge,
  InsetText,
  Notice,
  Pagination,
  Panel,
  SearchBox,
  SummaryList,
  type SummaryRow,
  Table,
  Tag,
  Timeline,
  type TimelineEntry,
} from "../ui/index.ts";
import { DossierChecks } from "./dossier-checks.tsx";
import { sendFile } from "./draft/papers.tsx";
import { EvidenceOfDossier } from "./evidence.tsx";
import { visitorOf } from "./guard.ts";
import { lifeNow, lifeWords } from "./life-words.ts";
import { portalPage } from "./page.tsx";
import { dueState, statusTag } from "./status.ts";

const PAGE = 20;

/** My dossiers, one dossier with its timeline, and its papers. */
export function dossierPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/ho-so", async (c) => {
    const session = visitorOf(c);
    if (session instanceof Response) return session;
    const lang = c.get("lang");
    const search = searchTyped(c, "q", 100);
    const page = wholeNumber(c.req.query("trang"), 1, 10_000);
    const owner = session.organisation?.code ?? session.number ?? "-";
    const rows = await deps.dossiers.mine(
      readOwn(deps.db),
      session.account,
      owner,
      search,
      PAGE + 1,
      (page - 1) * PAGE,
    );
    // Filed for somebody one may not act for any more: theirs alone.
    const wards = new Set((await deps.access.wardsOf(session)).map(({ number }) => number));
    const isOpen = ({ ownerNumber }: { readonly ownerNumber: string }): boolean =>
      !isPersonNumber(ownerNumber) || ownerNumber === session.number || wards.has(ownerNumber);
    const drafts = page === 1 && search === "" ? await deps.dossiers.drafts.open(session.account) : [];
    const pageHref = (n: number): string =>
      href(c, `/ho-so?${new URLSearchParams({ ...(search ? { q: search } : {}), trang: String(n) })}`);
    return portalPage(
      deps,
      c,
      {
        title: text("Hồ sơ của tôi", "My dossiers"),
        wide: true,
        crumbs: [
          { label: text("Trang chủ", "Home"), href: href(c, "/") },
          { label: text("Hồ sơ của tôi", "My dossiers") },
        ],
      },
      <>
        <h1 class="govuk-heading-xl">{{ vi: "Hồ sơ của tôi", en: "My dossiers" }[lang]}</h1>
        {drafts.length > 0 && (
          <Table
            caption={text("Đang viết dở", "Drafts")}
            lang={lang}
            columns={[
              { key: "what", label: text("Thủ tục", "Procedure") },
              { key: "when", label: text("Lưu lần cuối", "Last saved") },
            ]}
            rows={drafts.map((draft) => ({
              href: href(c, `/nhap/${draft.id}`),
              cells: { what: draft.procedure.title[lang], when: showInstant(draft.updatedAt) },
            }))}
          />
        )}
        <SearchBox
          action={href(c, "/ho-so")}
          label={text("Tìm theo mã hồ sơ hoặc tên thủ tục", "Find by code or procedure")}
          lang={lang}
          value={search}
        />
        <Table
          caption={text("Đã nộp", "Filed")}
          lang={lang}
          empty={text(
            "Chưa có hồ sơ nào. Ông/bà có thể bắt đầu từ trang Thủ tục.",
            "No dossiers yet. Start from the page Procedures.",
          )}
          columns={[
            { key: "code", label: text("Mã hồ sơ", "Code") },
            { key: "what", label: text("Thủ tục", "Procedure") },
            { key: "filed", label: text("Nộp lúc", "Filed") },
            { key: "status", label: text("Tình trạng", "Status") },
          ]}
          rows={rows
            .slice(0, PAGE)
            .filter(isOpen)
            .map((row) => ({
              href: href(c, `/ho-so/${row.code}`),
              cells: {
                code: row.code,
                what: deps.dossiers.findProcedure(row.procedureKey)?.title[lang] ?? row.procedureKey,
                filed: showInstant(row.filedAt),
                status: <Tag {...statusTag(row.status)} lang={lang} />,
              },
            }))}
        />
        <Pagination
          lang={lang}
          previousHref={page > 1 ? pageHref(page - 1) : undefined}
          nextHref={rows.length > PAGE ? pageHref(page + 1) : undefined}
        />
      </>,
    );
  });

  app.get("/ho-so/:code/da-nop", async (c) => {
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    const { view, session } = found;
    const lang = c.get("lang");
    const done = view.edition.handling === "on-the-spot";
    const debts = await deps.payments.debtsOf(deps.db, view.row.officeProvince, view.row.id);
    const unpaid = debts.some(owes);
    const acknowledged = view.acts.find((act) => act.kind === "acknowledged");
    const unit = deps.catalogue.getUnit(view.row.unitId);
    return portalPage(
      deps,
      c,
      { title: text("Đã gửi hồ sơ", "Sent") },
      <>
        <Panel
          title={done ? text("Đã ghi nhận thông báo", "Notification recorded") : text("Đã gửi hồ sơ", "Dossier sent")}
          code={view.row.code}
          lang={lang}
        />
        <p class="govuk-body-l">
          {done
            ? {
                vi: `${unit.name.vi} đã ghi nhận lúc ${showInstant(view.row.filedAt)}.`,
                en: `Recorded by ${unit.name.en} at ${showInstant(view.row.filedAt)}.`,
              }[lang]
            : {
                vi: `${unit.name.vi} sẽ kiểm tra và trả lời trong 08 giờ làm việc.`,
                en: `${unit.name.en} checks it and answers within 8 working hours.`,
              }[lang]}
        </p>
        {acknowledged?.data.onTime !== undefined && (
          <Notice lang={lang} tone={acknowledged.data.onTime ? "success" : "info"}>
            <p class="govuk-body">
              {acknowledged.data.onTime
                ? {
                    vi: `${acknowledged.data.entries} lượt lưu trú, thông báo đúng hạn.`,
                    en: `${acknowledged.data.entries} stays, notified on time.`,
                  }[lang]
                : {
                    vi: `${acknowledged.data.entries} lượt lưu trú. Có lượt thông báo muộn: sau 23 giờ ngày khách đến, hoặc sau 8 giờ sáng hôm sau nếu khách đến sau 23 giờ. Thông báo vẫn được ghi nhận.`,
                    en: `${acknowledged.data.entries} stays. Some came late: after 23:00 of the day of arrival, or after 08:00 the next day for arrivals after 23:00. They are recorded all the same.`,
                  }[lang]}
            </p>
          </Notice>
        )}
        {view.state.filer.helper && (
          <p class="govuk-body">
            {
              {
                vi: `Người nộp: ${view.row.filerName}. Người hỗ trợ: ${view.state.filer.helper.name}.`,
                en: `Filed by ${view.row.filerName}, helped by ${view.state.filer.helper.name}.`,
              }[lang]
            }
          </p>
        )}
        <h2 class="govuk-heading-m">{{ vi: "Việc tiếp theo", en: "What happens next" }[lang]}</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>{{ vi: "Ghi lại mã hồ sơ ở trên để tra cứu.", en: "Keep the code above to look it up." }[lang]}</li>
          {unpaid && <li>{{ vi: "Nộp lệ phí bằng mã QR ngân hàng.", en: "Pay the fee by bank QR." }[lang]}</li>}
          {!done && (
            <li>
              {
                {
                  vi: "Theo dõi và nhận kết quả tại trang Hồ sơ của tôi.",
                  en: "Follow it and get the result at My dossiers.",
                }[lang]
              }
            </li>
          )}
        </ul>
        <div class="govuk-button-group">
          {unpaid && (
            <Button
              label={text("Nộp lệ phí", "Pay the fee")}
              lang={lang}
              href={href(c, `/ho-so/${view.row.code}/thanh-toan`)}
            />
          )}
          <Button
            label={text("Xem hồ sơ", "See the dossier")}
            lang={lang}
            kind={unpaid ? "secondary" : "primary"}
            href={href(c, `/ho-so/${view.row.code}`)}
          />
        </div>
        {session.organisation && (
          <p class="govuk-hint">
            {{ vi: "Nộp thay mặt: ", en: "On behalf of: " }[lang]}
            {session.organisation.name}
          </p>
        )}
      </>,
    );
  });

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

  app.get("/ho-so/:code/ket-qua.pdf", async (c) => {
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    const paper = await deps.printing.result(found.view);
    return sendFile(
      deps,
      c,
      paper
        ? { sha256: paper.sha256, name: `${paper.title} ${found.view.row.code}.pdf`, mediaType: "application/pdf" }
        : null,
      "attachment",
    );
  });

  app.get("/ho-so/:code/giay/:seq", async (c) => {
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    const seq = wholeNumber(c.req.param("seq").replace(/\.pdf$/, ""), 0, 100_000);
    const offered = deps.printing.available(found.view).find((paper) => paper.seq === seq);
    const paper = offered ? await deps.printing.notice(found.view, seq) : null;
    return sendFile(
      deps,
      c,
      paper && offered
        ? { sha256: paper.sha256, name: `${offered.title.vi} ${found.view.row.code}.pdf`, mediaType: "application/pdf" }
        : null,
      "attachment",
    );
  });

  app.get("/ho-so/:code/tep/:sha256", async (c) => {
    const found = await mine(deps, c);
    if (found instanceof Response) return found;
    return sendFile(deps, c, found.view.row.papers.find((paper) => paper.sha256 === c.req.param("sha256")) ?? null);
  });

  return app;
}

/** A dossier of the visitor's own, or of the organisation or ward they act for; anything else is not there. */
export async function mine(deps: WebDeps, c: Ctx): Promise<{ session: Session; view: DossierView } | Response> {
  const session = visitorOf(c);
  if (session instanceof Response) return session;
  const view = await deps.dossiers.find(readOwn(deps.db), c.req.param("code") ?? "");
  const owner = session.organisation?.code ?? session.number;
  const filedFor = view?.state.filer.for;
  if (view && filedFor && filedFor.number !== session.number) {
    // Filed for a minor or ward: open to whoever may act for them today, and to nobody because they once could.
    const ward = (await deps.access.wardsOf(session)).find(({ number }) => number === filedFor.number);
    if (!ward) throw notFound();
    return { session: { ...session, organisation: null, ward }, view };
  }
  if (!view || (view.row.filerAccount !== session.account && view.row.ownerNumber !== owner)) throw notFound();
  return { session, view };
}

/** The one sentence that tells a person where they stand and what, if anything, they should do. */
function whatNow(view: DossierView, unpaid: boolean): Text {
  const { state, edition } = view;
  const moved = lifeNow(state);
  if (moved) return moved;
  switch (state.status) {
    case "filed":
      return unpaid
        ? text(
            "Hồ sơ đã được gửi. Ông/bà nộp lệ phí; cán bộ sẽ kiểm tra và trả lời trong 08 giờ làm việc.",
            "Sent. Please pay the fee; an officer checks it and answers within 8 working hours.",
          )
        : text(
            "Hồ sơ đã được gửi. Cán bộ sẽ kiểm tra và trả lời trong 08 giờ làm việc.",
            "Sent. An officer checks it and answers within 8 working hours.",
          );
    case "supplement-awaited":
      return text(
        "Hồ sơ còn thiếu. Ông/bà bổ sung theo hướng dẫn dưới đây; thời hạn được tính lại từ khi hồ sơ đầy đủ.",
        "Something is missing. Supplement it as said below; the time starts anew with the complete dossier.",
      );
    case "refused": {
      return text(
        "Hồ sơ không được tiếp nhận. Lý do ghi ở quá trình giải quyết; ông/bà có thể nộp hồ sơ mới.",
        "The dossier was not accepted. The reason stands below; you may file a new one.",
      );
    }
    case "withdrawn":
      return text("Ông/bà đã rút hồ sơ.", "You withdrew the dossier.");
    case "stopped":
      return text(
        "Việc giải quyết hồ sơ đã dừng. Lý do ghi ở quá trình giải quyết.",
        "The dossier was stopped. The reason stands below.",
      );
    case "issued":
    case "returned":
      if (edition.handling === "on-the-spot")
        return text(
          "Thông báo đã được ghi nhận. Ông/bà không phải làm gì thêm.",
          "The notification is recorded. Nothing more to do.",
        );
      return state.outcome === "refuse"
        ? text(
            "Đã có kết quả: đề nghị không được chấp thuận. Lý do ghi trong văn bản kết quả.",
            "The result is out: the request was not granted. The reason stands in the result.",
          )
        : text("Đã có kết quả. Ông/bà có thể tải về.", "The result is out. You may download it.");
    default:
      if (state.pausedSince !== null)
        return text(
          "Thời hạn đang tạm dừng. Lý do và căn cứ ghi ở phần thời hạn.",
          "The clock is paused. The reason and the ground stand below.",
        );
      if (state.clockFrom === null || state.dueAt === null)
        return text(
          "Hồ sơ đã được tiếp nhận. Thời hạn giải quyết bắt đầu khi lệ phí được xác nhận đã nộp.",
          "Accepted. The time starts when the fee is confirmed paid.",
        );
      return text(
        `Hồ sơ đang được giải quyết, có kết quả trước ${showTime(state.dueAt)} ngày ${showDate(dayOfInstant(state.dueAt))}.`,
        `Being handled; the result is due by ${showInstant(state.dueAt)}.`,
      );
  }
}

/** What a person reads of each act; the office's inner steps are told, its inner words are not. */
export function timeline(view: DossierView, lang: Language): readonly TimelineEntry[] {
  return view.acts
    .map(
      (act): TimelineEntry => ({
        title: actName(act.kind),
        at: act.at,
        by: act.by.as === "system" ? undefined : act.by.name,
        body: bodyOf(act, view, lang),
        ...(act.kind === "issued"
          ? { tone: "seal" as const }
          : act.kind === "supplement-requested" || act.kind === "refused-intake"
            ? { tone: "warning" as const }
            : {}),
      }),
    )
    .reverse();
}

function bodyOf(act: Act, view: DossierView, lang: Language) {
  switch (act.kind) {
    case "accepted":
      return act.data.dueAt
        ? { vi: `Hẹn trả kết quả: ${showInstant(act.data.dueAt)}`, en: `Due: ${showInstant(act.data.dueAt)}` }[lang]
        : null;
    case "rerouted":
      return act.data.because;
    case "due-moved":
      return {
        vi: `Lịch nghỉ thay đổi (${act.data.because}). Hẹn trả kết quả: ${showInstant(act.data.dueAt)}`,
        en: `The days off changed (${act.data.because}). Due: ${showInstant(act.data.dueAt)}`,
      }[lang];
    case "clock-paused":
      return `${act.data.reason} (${act.data.basis}; ${act.data.decision})`;
    case "clock-resumed":
      return act.data.dueAt
        ? { vi: `Hẹn trả kết quả: ${showInstant(act.data.dueAt)}`, en: `Due: ${showInstant(act.data.dueAt)}` }[lang]
        : null;
    case "fee-waived":
      return {
        vi: `${act.data.ground} (${act.data.basis}): ${showDong(dong(act.data.amountDong))}. ${act.data.reason}`,
        en: `${act.data.ground} (${act.data.basis}): ${showDong(dong(act.data.amountDong))}. ${act.data.reason}`,
      }[lang];
    case "fee-reopened":
      return {
        vi: `Biên lai ${act.data.receipt} đã hủy: ${act.data.reason}`,
        en: `Receipt ${act.data.receipt} was cancelled: ${act.data.reason}`,
      }[lang];
    case "fee-paid":
      if (act.data.way === "cash")
        return { vi: `Tiền mặt, biên lai ${act.data.receipt}`, en: `Cash, receipt ${act.data.receipt}` }[lang];
      return {
        vi: `Ngân hàng đã xác nhận. Mã giao dịch ${act.data.bankTransaction}`,
        en: `Confirmed by the bank, transaction ${act.data.bankTransaction}`,
      }[lang];
    case "supplement-requested":
      return (
        <ul class="govuk-list govuk-list--bullet">
          {act.data.items.map((item) => (
            <li>{item.what}</li>
          ))}
        </ul>
      );
    case "supplemented":
      return [act.data.message, ...act.data.papers.map((paper) => paper.name)].filter(Boolean).join("; ");
    case "refused-intake":
      return [
        `${act.data.reason} (${act.data.basis})`,
        act.data.rightPlace &&
          { vi: `Nơi nhận đúng: ${act.data.rightPlace}`, en: `File at ${act.data.rightPlace}` }[lang],
      ]
        .filter(Boolean)
        .join(". ");
    case "stopped":
      return `${act.data.reason} (${act.data.basis})`;
    case "withdrawn":
      return act.data.reason;
    case "assigned":
      return { vi: `Cán bộ thụ lý: ${act.data.toName}`, en: `Case officer: ${act.data.toName}` }[lang];
    case "numbered":
      return { vi: `Số ${act.data.number}`, en: `No. ${act.data.number}` }[lang];
    case "decided": {
      const granted =
        act.data.outcome === "grant" ? text("Chấp thuận", "Granted") : text("Không chấp thuận", "Not granted");
      return view.state.endedAt ? granted[lang] : null;
    }
    case "corrected":
    case "cancelled":
      return act.data.reason;
    default:
      return lifeWords(act)?.[lang] ?? null;
  }
}

const Facts = async (props: { deps: WebDeps; c: Ctx; view: DossierView; unit: string }) => {
  const { deps, c, view } = props;
  const lang = c.get("lang");
  const base = href(c, `/ho-so/${view.row.code}`);
  const papers = deps.printing.available(view);
  const rows: SummaryRow[] = [
    { label: text("Người đứng tên", "In the name of"), value: view.row.ownerName },
    { label: text("Nộp lúc", "Filed"), value: showInstant(view.row.filedAt) },
    { label: text("Cơ quan giải quyết", "Office"), value: props.unit },
  ];
  if (papers.length > 0) {
    rows.push({
      label: text("Giấy tờ cơ quan đã gửi", "Papers from the office"),
      value: (
        <ul class="govuk-list">
          {papers.map((paper) => (
            <li>
              <a class="govuk-link" href={`${base}/giay/${paper.seq}.pdf`}>
                {paper.title[lang]} (PDF)
              </a>
            </li>
          ))}
        </ul>
      ),
    });
  }
  if (view.row.papers.length > 0) {
    const signed = await deps.signatures.reportsOn(
      deps.db,
      view.row.papers.map(({ sha256 }) => sha256),
    );
    rows.push({
      label: text("Giấy tờ ông/bà đã gửi", "Papers you sent"),
      value: (
        <ul class="govuk-list">
          {view.row.papers.map((paper) => (
            <li>
              <a class="govuk-link" href={`${base}/tep/${paper.sha256}`}>
                {paper.name}
              </a>
              <SignatureNote kept={signed.get(paper.sha256)} lang={lang} />
            </li>
          ))}
        </ul>
      ),
    });
  }
  return <SummaryList lang={lang} rows={rows} />;
};

const Stays = async (props: { deps: WebDeps; c: Ctx; view: DossierView; session: Session }) => {
  const { deps, c, view } = props;
  const lang = c.get("lang");
  const stays = await staysOfDossier(readOwn(deps.db), view.row.officeProvince, view.row.id);
  const base = href(c, `/ho-so/${view.row.code}/luu-tru`);
  const ENDED = { corrected: text("Đã đính chính", "Corrected"), cancelled: text("Đã hủy", "Cancelled") } as const;
  return (
    <Table
      caption={text(
        `Danh sách lưu trú (${stays.filter((s) => s.ended === null).length})`,
        `Stays (${stays.filter((s) => s.ended === null).length})`,
      )}
      lang={lang}
      columns={[
        { key: "name", label: text("Họ và tên", "Name") },
        { key: "paper", label: text("Số giấy tờ", "Document") },
        { key: "from", label: text("Đến lúc", "Arrived") },
        { key: "to", label: text("Dự kiến đi", "Leaves") },
        { key: "state", label: text("Ghi nhận", "Recorded") },
        { key: "act", label: text("Thao tác", "Actions") },
      ]}
      rows={stays.slice(0, 500).map((stay) => ({
        cells: {
          name: stay.guestName,
          paper: stay.documentNumber,
          from: showInstant(stay.arrivedAt),
          to: showDate(stay.leavesOn),
          state: stay.ended
            ? ENDED[stay.ended][lang]
            : stay.onTime
              ? { vi: "Đúng hạn", en: "On time" }[lang]
              : { vi: "Muộn", en: "Late" }[lang],
          act: stay.ended ? (
            ""
          ) : (
            <>
              <a class="govuk-link" href={`${base}/${stay.id}/dinh-chinh`}>
                {{ vi: "Đính chính", en: "Correct" }[lang]}
                <span class="govuk-visually-hidden"> {stay.guestName}</span>
              </a>{" "}
              <a class="govuk-link" href={`${base}/${stay.id}/huy`}>
                {{ vi: "Hủy", en: "Cancel" }[lang]}
                <span class="govuk-visually-hidden"> {stay.guestName}</span>
              </a>
            </>
          ),
        },
      }))}
    />
  );
};

const Residences = async (props: { deps: WebDeps; c: Ctx; view: DossierView }) => {
  const { deps, c, view } = props;
  const lang = c.get("lang");
  const entries = await residencesOfDossier(readOwn(deps.db), view.row.officeProvince, view.row.id);
  if (entries.length === 0) return null;
  return (
    <>
      <Table
        caption={text("Đã ghi vào sổ đăng ký tạm trú", "Entered in the register")}
        lang={lang}
        columns={[
          { key: "name", label: text("Họ và tên", "Name") },
          { key: "from", label: text("Từ ngày", "From") },
          { key: "until", label: text("Đến hết ngày", "Until") },
          { key: "renew", label: text("Gia hạn từ ngày", "Renew from") },
        ]}
        rows={entries.map((entry) => ({
          cells: {
            name: entry.personName,
            from: showDate(entry.validFrom),
            until: showDate(entry.validUntil),
            renew: showDate(entry.renewalFrom),
          },
        }))}
      />
      <InsetText>
        {
          {
            vi: "Nên nộp hồ sơ gia hạn trong 15 ngày trước khi hết hạn.",
            en: "Ask for the extension within the 15 days before the end.",
          }[lang]
        }
      </InsetText>
    </>
  );
};
