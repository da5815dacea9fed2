import { Hono } from "hono";
import type { Act } from "../../engine/state/index.ts";
import { statusName } from "../../engine/state/index.ts";
import { showDong } from "../../kernel/dong.ts";
import { showInstant } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import { readLogged } from "../../modules/access/index.ts";
import type { AvailablePaper, DossierView } from "../../modules/dossiers/index.ts";
import { type DebtWithPayment, debtState } from "../../modules/payments/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { notFound } from "../errors.ts";
import { type Officer, whoOf } from "../office/guard.ts";
import { csrfBox } from "../portal/page.tsx";
import { Button, Form, InsetText, Panel, QrFigure, SummaryList, Textarea, Warning } from "../ui/index.ts";
import { deskOfficerOf } from "./guard.ts";
import { deskPage } from "./page.tsx";

/** What became of an intake: the code, the paper to print, the fee to pay; and already the box for the next person. */
export function donePages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/xong/:code", async (c) => {
    const officer = deskOfficerOf(c);
    if (officer instanceof Response) return officer;
    const code = c.req.param("code");
    const own = await readLogged(
      deps.db,
      deps.clock.now(),
      whoOf(officer),
      { purpose: "receive-dossier" },
      async (reading) => {
        const view = await deps.dossiers.find(reading, code);
        if (!view) return null;
        reading.note({ subjectNumber: view.row.ownerNumber, dossierCode: code, fields: ["name", "fees", "history"] });
        return { view, debts: await deps.payments.debtsOf(reading, view.row.officeProvince, view.row.id) };
      },
    );
    return own ? showOwn(c, officer, own.view, own.debts) : showForwarded(c, officer, code);
  });

  const showOwn = (c: Ctx, officer: Officer, view: DossierView, debts: readonly DebtWithPayment[]) => {
    const lang = c.get("lang");
    const { row, state } = view;
    const last = view.acts.at(-1);
    const title = titleOf(last, view);
    const open = debts.filter((debt) => debtState(debt) === "open" && !state.endedAt);
    const papers = deps.printing.available(view);
    return deskPage(
      deps,
      c,
      officer,
      { title },
      <>
        <Panel title={title} code={row.code} lang={lang} />
        {last?.kind === "filed" || last?.kind === "fee-set" ? <NotAccepted lang={lang} /> : null}
        <Printed c={c} view={view} papers={papers} />
        <SummaryList
          lang={lang}
          rows={[
            { label: text("Người đứng tên", "In the name of"), value: row.ownerName },
            { label: text("Thủ tục", "Procedure"), value: view.procedure.title[lang] },
            { label: text("Trạng thái", "State"), value: statusName(state.status)[lang] },
            ...(state.dueAt === null
              ? []
              : [{ label: text("Hẹn trả kết quả", "Due"), value: showInstant(state.dueAt) }]),
          ]}
        />
        {open.map((debt) => (
          <section class="mc-card">
            <h2 class="govuk-heading-m">
              {{ vi: "Lệ phí", en: "Fee" }[lang]}: {showDong(debt.amount)}
            </h2>
            <QrFigure
              value={deps.payments.vietQrFor(debt).payload}
              alt={text(
                `Mã VietQR để chuyển ${showDong(debt.amount)}`,
                `VietQR code to transfer ${showDong(debt.amount)}`,
              )}
              lang={lang}
            />
            <p class="govuk-body">
              {{ vi: "Nội dung chuyển khoản", en: "Reference" }[lang]}: <strong>{debt.reference}</strong>
            </p>
          </section>
        ))}
        <p class="govuk-body">
          <a class="govuk-link" href={href(c, `/office/ho-so/${row.code}`)} accesskey="x">
            {{ vi: "Mở hồ sơ", en: "Open the dossier" }[lang]}
          </a>
        </p>
        <NextPerson c={c} officer={officer} />
      </>,
    );
  };

  /** A dossier of another office is out of this one's sight: only what anybody with the code may know is said. */
  const showForwarded = async (c: Ctx, officer: Officer, code: string) => {
    const lang = c.get("lang");
    const found = await deps.dossiers.lookUp(code);
    if (!found) throw notFound();
    const unit = deps.catalogue.getUnit(found.row.unitId);
    const title = text("Đã nhận và chuyển hồ sơ", "Taken and passed on");
    return deskPage(
      deps,
      c,
      officer,
      { title },
      <>
        <Panel title={title} code={code} lang={lang} />
        <InsetText>
          {
            {
              vi: `Hồ sơ do ${unit.name.vi} giải quyết và đã tới danh sách việc của đơn vị đó. Đơn vị đó tiếp nhận và cấp giấy hẹn; người nộp theo dõi bằng mã hồ sơ.`,
              en: `${unit.name.en} handles this dossier and has it on its list. That office accepts it and issues the receipt; the person follows it by its code.`,
            }[lang]
          }
        </InsetText>
        <NextPerson c={c} officer={officer} />
      </>,
    );
  };

  return app;
}

function titleOf(last: Act | undefined, view: DossierView): Text {
  switch (last?.kind) {
    case "accepted":
      return text("Đã tiếp nhận hồ sơ", "Accepted");
    case "acknowledged":
      return text("Đã tiếp nhận và giải quyết ngay", "Taken and done on the spot");
    case "supplement-requested":
      return text("Đã yêu cầu bổ sung", "Asked for more");
    case "refused-intake":
      return text("Đã từ chối tiếp nhận", "Refused");
    case "filed":
    case "fee-set":
      return text("Đã nộp, chưa tiếp nhận", "Filed, not yet accepted");
    default:
      return statusName(view.state.status);
  }
}

const NotAccepted = ({ lang }: { readonly lang: "vi" | "en" }) => (
  <Warning lang={lang}>
    {
      {
        vi: "Hồ sơ đã nộp nhưng đồng chí chưa được tiếp nhận hồ sơ này (ví dụ hồ sơ của người thân). Hồ sơ chờ đồng chí khác trong đơn vị tiếp nhận.",
        en: "The dossier is filed, but you may not accept it (a relative's, for instance). It waits for a colleague of the unit.",
      }[lang]
    }
  </Warning>
);

/** The notices to print. What was done on the spot needs none unless the person asks (Decree 61/2018 art. 17.4). */
function Printed({
  c,
  view,
  papers,
}: {
  readonly c: Ctx;
  readonly view: DossierView;
  readonly papers: readonly AvailablePaper[];
}) {
  const lang = c.get("lang");
  const onTheSpot = view.edition.handling === "on-the-spot";
  return (
    <>
      {onTheSpot && (
        <p class="govuk-body">
          {
            {
              vi: "Thủ tục giải quyết ngay, không phải cấp giấy hẹn; in khi người nộp yêu cầu.",
              en: "Done on the spot: no receipt is needed; print it if the person asks.",
            }[lang]
          }
        </p>
      )}
      {papers.length > 0 && (
        <div class="govuk-button-group">
          {papers.map(({ seq, title }, at) => (
            <a
              class={at === 0 && !onTheSpot ? "govuk-button" : "govuk-button govuk-button--secondary"}
              href={href(c, `/office/ho-so/${view.row.code}/thong-bao/${seq}`)}
              target="_blank"
              rel="noopener"
              accesskey={at === 0 ? "p" : undefined}
            >
              {{ vi: "In", en: "Print" }[lang]}: {title[lang]}
            </a>
          ))}
        </div>
      )}
    </>
  );
}

const NextPerson = ({ c, officer }: { readonly c: Ctx; readonly officer: Officer }) => {
  const lang = c.get("lang");
  return (
    <section class="mc-card">
      <h2 class="govuk-heading-m">{{ vi: "Người tiếp theo", en: "Next person" }[lang]}</h2>
      <Form csrf={csrfBox(officer)} action={href(c, "/desk/nguoi")}>
        <div data-scan>
          <Textarea
            name="scan"
            label={text("Quét thẻ hoặc tờ khai, hay gõ số định danh", "Scan a card or form, or type a number")}
            lang={lang}
            lines={2}
          />
        </div>
        <Button label={text("Tìm người này", "Find this person")} lang={lang} kind="secondary" />
      </Form>
    </section>
  );
};
