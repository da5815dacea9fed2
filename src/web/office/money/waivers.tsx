import { Hono } from "hono";
import { boxText } from "../../../engine/form/index.ts";
import { showDong } from "../../../kernel/dong.ts";
import { dayOfInstant } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import {
  basisWords,
  debtsByCode,
  groundOn,
  groundsFor,
  isOpen,
  outstanding,
  type Waiver,
  waiversOfUnit,
} from "../../../modules/payments/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { searchTyped } from "../../forms.ts";
import { csrfBox } from "../../portal/page.tsx";
import {
  Button,
  DateText,
  Form,
  Input,
  InsetText,
  Money,
  MoneyInput,
  SearchBox,
  Select,
  Table,
  Tag,
  type Tone,
} from "../../ui/index.ts";
import { Wide } from "../wide.tsx";
import { amountIn, type Desk, doMoney, FRESH, idIn, moneyDesk, moneyPage, type Shown } from "./frame.tsx";

const PATH = "/office/mien-giam";
const TITLE = text("Miễn, giảm phí, lệ phí", "Waiving fees");
const LIST = text("Các đề nghị của đơn vị", "Proposals of the office");

/** Fees that are not asked for: proposed by one officer on a ground of the law, granted or refused by the head. */
export function waiverPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/mien-giam", async (c) => {
    const desk = moneyDesk(c, PATH);
    return desk instanceof Response ? desk : show(c, desk, FRESH, 200);
  });
  app.post("/mien-giam", (c) =>
    doMoney(
      deps,
      c,
      PATH,
      "ground",
      ({ actor, officeProvince }, raw) =>
        deps.payments.waivers.ask(actor, {
          ...{
            officeProvince,
            debtId: idIn(raw, "debt"),
            ground: boxText(raw, "ground"),
            amount: amountIn(raw, "amount"),
          },
          ...{ evidence: boxText(raw, "evidence").slice(0, 500), reason: boxText(raw, "reason").slice(0, 500) },
        }),
      (desk, shown, status) => show(c, desk, shown, status, boxText(shown.raw, "code")),
    ),
  );
  app.post("/mien-giam/quyet-dinh", (c) =>
    doMoney(
      deps,
      c,
      PATH,
      "decision",
      ({ actor, officeProvince }, raw) =>
        deps.payments.waivers.decide(actor, {
          ...{ officeProvince, id: idIn(raw, "waiver"), reason: boxText(raw, "decision").slice(0, 500) },
          grant: boxText(raw, "outcome") === "grant",
        }),
      (desk, shown, status) => show(c, desk, shown, status),
    ),
  );

  const show = async (
    c: Ctx,
    desk: Desk,
    shown: Shown,
    status: 200 | 403 | 422,
    asked = searchTyped(c, "ho-so", 60),
  ) => {
    const lang = c.get("lang");
    const { officeProvince, unitId } = desk;
    const [waivers, debts] = await Promise.all([
      waiversOfUnit(deps.db, officeProvince, unitId, 100),
      asked ? debtsByCode(deps.db, officeProvince, asked.toUpperCase()) : [],
    ]);
    const open = debts.filter((debt) => isOpen(debt) && debt.unitId === unitId);
    const value = (name: string) => ({ name, lang, value: boxText(shown.raw, name), error: shown.errors[name] });
    return moneyPage(
      deps,
      c,
      desk,
      { path: PATH, title: TITLE, status, shown },
      <>
        <SearchBox
          action={href(c, PATH)}
          name="ho-so"
          label={text("Mã hồ sơ", "Dossier code")}
          value={asked}
          lang={lang}
        />
        {asked && open.length === 0 && (
          <InsetText>
            {{ vi: "Không có khoản nào còn phải nộp theo mã này.", en: "Nothing is owed under this code." }[lang]}
          </InsetText>
        )}
        {open.map((debt) => (
          <section class="mc-card">
            <h2 class="govuk-heading-m">
              {debt.dossierCode}: {debt.title}, <Money amount={outstanding(debt)} lang={lang} />
            </h2>
            <Form csrf={csrfBox(desk.officer)} action={href(c, PATH)}>
              <input type="hidden" name="debt" value={debt.id} />
              <input type="hidden" name="code" value={asked} />
              <Select
                {...value("ground")}
                label={text("Căn cứ miễn, giảm", "Ground")}
                hint={text(
                  "Các căn cứ có hiệu lực vào ngày phát sinh khoản thu",
                  "Those in force on the day of the fee",
                )}
                options={groundsFor(debt).map((ground) => ({
                  value: ground.key,
                  label: `${ground.title[lang]} (${basisWords(ground)})`,
                }))}
              />
              <MoneyInput
                {...value("amount")}
                label={text("Số tiền được giảm", "Amount waived")}
                hint={text("Để trống nếu miễn toàn bộ theo căn cứ", "Leave empty where the ground frees of all")}
              />
              <Input {...value("evidence")} label={text("Giấy tờ đã kiểm tra", "Paper seen")} autocomplete="off" />
              <Input {...value("reason")} label={text("Lý do", "Reason")} autocomplete="off" />
              <Button label={text("Gửi đề nghị", "Propose")} lang={lang} />
            </Form>
          </section>
        ))}
        <Wide label={LIST} lang={lang}>
          <Table
            dense
            caption={LIST}
            empty={text("Chưa có đề nghị nào.", "None yet.")}
            lang={lang}
            columns={[
              { key: "dossier", label: text("Hồ sơ", "Dossier") },
              { key: "ground", label: text("Căn cứ", "Ground") },
              { key: "amount", label: text("Số tiền", "Amount"), figures: true },
              { key: "asked", label: text("Đề nghị", "Proposed") },
              { key: "state", label: text("Kết quả", "Outcome") },
            ]}
            rows={waivers.map((waiver) => ({
              cells: {
                dossier: waiver.dossierCode,
                ground: (
                  <>
                    {groundOn(waiver.ground, dayOfInstant(waiver.askedAt))?.title[lang] ?? waiver.ground}
                    <br />
                    <small class="govuk-hint">{[waiver.evidence, waiver.reason].join("; ")}</small>
                  </>
                ),
                amount: <Money amount={waiver.amount} lang={lang} />,
                asked: (
                  <>
                    {waiver.askedByName}
                    <br />
                    <DateText at={waiver.askedAt} />
                  </>
                ),
                state: <Outcome c={c} desk={desk} waiver={waiver} />,
              },
            }))}
          />
        </Wide>
      </>,
    );
  };
  return app;
}

const OUTCOMES: Readonly<Record<"granted" | "refused", { readonly label: Text; readonly tone: Tone }>> = {
  granted: { label: text("Đã duyệt", "Granted"), tone: "done" },
  refused: { label: text("Không duyệt", "Refused"), tone: "refused" },
};

function Outcome({ c, desk, waiver }: { c: Ctx; desk: Desk; waiver: Waiver }) {
  const lang = c.get("lang");
  if (waiver.outcome !== null)
    return (
      <>
        <Tag {...OUTCOMES[waiver.outcome]} lang={lang} /> {waiver.decidedByName}
        {waiver.decisionReason && `: ${waiver.decisionReason}`}
      </>
    );
  if (!desk.actor.roles?.includes("unitLead"))
    return <Tag label={text("Chờ duyệt", "Waiting")} tone="waiting" lang={lang} />;
  const about = `${waiver.dossierCode}, ${showDong(waiver.amount)}`;
  return (
    <Form csrf={csrfBox(desk.officer)} action={href(c, `${PATH}/quyet-dinh`)}>
      <input type="hidden" name="waiver" value={waiver.id} />
      <label class="govuk-label" for={`decision-${waiver.id}`}>
        {{ vi: "Ý kiến (bắt buộc khi không duyệt)", en: "Reason (needed to refuse)" }[lang]}
      </label>
      <input class="govuk-input" id={`decision-${waiver.id}`} name="decision" autocomplete="off" maxlength={500} />
      <Button label={text("Duyệt", "Grant")} about={about} lang={lang} name="outcome" value="grant" small />
      <Button
        label={text("Không duyệt", "Refuse")}
        about={about}
        lang={lang}
        name="outcome"
        value="refuse"
        kind="secondary"
        small
      />
    </Form>
  );
}
