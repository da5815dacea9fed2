import type { Child } from "hono/jsx";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { actName, statusName } from "../../../engine/state/index.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import type { DossierView } from "../../../modules/dossiers/index.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { csrfBox } from "../../portal/page.tsx";
import { Button, Checkboxes, ErrorSummary, Form, InsetText, Notice, Pick, Select, Table, Tag } from "../../ui/index.ts";
import { CONFIRM_TITLE, ConfirmWays, NOT_CONFIRMED } from "../dossier/confirm.tsx";
import { type Choice, choiceWords } from "../dossier/staff.ts";
import { OUTCOME_NAMES } from "../dossier/words.ts";
import { Due } from "../due.tsx";
import type { Officer } from "../guard.ts";
import { officePage } from "../page.tsx";
import { Wide } from "../wide.tsx";
import type { Able, Chosen, ManyAct, ManyOutcome, Ticked } from "./acts.ts";

export const MANY_WORDS: { readonly [A in ManyAct]: { readonly title: Text; readonly button: Text } } = {
  claimed: { title: text("Nhận xử lý nhiều hồ sơ", "Take on many"), button: text("Nhận xử lý", "Take them on") },
  assigned: { title: text("Phân công nhiều hồ sơ", "Assign many"), button: text("Phân công", "Assign") },
  signed: { title: text("Ký số nhiều kết quả", "Sign many results"), button: text("Ký số tất cả", "Sign all") },
  numbered: {
    title: text("Vào sổ, đóng dấu nhiều kết quả", "Number and seal many"),
    button: text("Vào sổ và đóng dấu", "Number and seal"),
  },
  issued: { title: text("Phát hành nhiều kết quả", "Issue many results"), button: text("Phát hành", "Issue") },
};

const crumbs = (c: Ctx, here: Text) => [
  { label: text("Hồ sơ", "Dossiers"), href: href(c, "/office") },
  { label: here },
];

/** The boxes that carry an act and its dossiers from page to page. */
export const chosenBoxes = (act: ManyAct, chosen: readonly Chosen[]) => (
  <>
    <input type="hidden" name="viec" value={act} />
    {act === "signed" && <input type="hidden" name="confirm" value="yes" />}
    {chosen.map(({ code, seen }) => (
      <input type="hidden" name="muc" value={`${code}@${seen}`} />
    ))}
  </>
);

type Listed = {
  readonly act: ManyAct;
  readonly ticked: readonly Ticked[];
  readonly choices: readonly Choice[];
  readonly raw: Raw;
  readonly errors: Readonly<Record<string, Text>>;
};

/** What will be done, on which dossiers, each with its paper; what cannot be done is named with the reason. */
export function listPage(deps: WebDeps, c: Ctx, officer: Officer, of: Listed) {
  const lang = c.get("lang");
  const { act, ticked, errors } = of;
  const able = ticked.flatMap((one) => (one.view && !one.bar ? [{ ...one, view: one.view }] : []));
  const barred = ticked.filter(({ bar }) => bar !== null);
  const failed = Object.keys(errors).length > 0;
  const title = MANY_WORDS[act].title;
  return officePage(
    deps,
    c,
    officer,
    { title, status: failed ? 422 : 200, hasErrors: failed, crumbs: crumbs(c, title), path: href(c, "/office") },
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1 class="govuk-heading-l">{title[lang]}</h1>
      {able.length === 0 ? (
        <InsetText>
          {
            {
              vi: "Không có hồ sơ nào thực hiện được việc này. Đánh dấu hồ sơ ở danh sách rồi chọn việc.",
              en: "None of the dossiers is ready for this. Tick dossiers in the list, then choose what to do.",
            }[lang]
          }
        </InsetText>
      ) : (
        <Form csrf={csrfBox(officer)} action={href(c, "/office/nhieu")}>
          <input type="hidden" name="viec" value={act} />
          <Wide label={title} lang={lang}>
            <Table
              dense
              caption={text(`${able.length} hồ sơ sẽ thực hiện`, `${able.length} dossiers`)}
              lang={lang}
              columns={[
                { key: "code", label: text("Mã hồ sơ", "Code") },
                { key: "procedure", label: text("Thủ tục", "Procedure") },
                { key: "owner", label: text("Chủ hồ sơ", "Owner") },
                { key: "due", label: text("Hạn trả", "Due") },
                ...(act === "claimed" || act === "assigned"
                  ? []
                  : [
                      { key: "outcome", label: text("Quyết định", "Decision") },
                      { key: "paper", label: text("Văn bản", "Paper") },
                    ]),
              ]}
              rows={able.map((one) => listedRow(deps, c, act, one))}
            />
          </Wide>
          {act === "assigned" && (
            <Select
              name="to"
              label={text("Cán bộ thụ lý", "Case officer")}
              hint={text(
                "Người đang giữ ít hồ sơ nhất đứng đầu; gợi ý không tự giao hồ sơ.",
                "The least loaded stands first; a suggestion assigns nothing by itself.",
              )}
              lang={lang}
              options={of.choices.map((one) => ({ value: one.account, label: choiceWords(one, officer.account) }))}
              value={boxText(of.raw, "to")}
              error={errors.to}
            />
          )}
          {act === "signed" && (
            <Checkboxes
              name="confirm"
              label={text("Xác nhận", "Confirmation")}
              small
              lang={lang}
              options={[
                { value: "yes", label: text("Tôi đã xem các dự thảo và ký số", "I have seen the drafts and sign") },
              ]}
              values={boxText(of.raw, "confirm") === "yes" ? ["yes"] : []}
              error={errors.confirm}
            />
          )}
          <Button label={MANY_WORDS[act].button} lang={lang} />
        </Form>
      )}
      {barred.length > 0 && (
        <Outcomes
          caption={text("Không thực hiện được", "Not possible")}
          c={c}
          outcomes={barred.map(({ code, bar }) => ({ code, done: false, words: bar ?? text("", "") }))}
          lang={lang}
        />
      )}
    </>,
  );
}

function listedRow(deps: WebDeps, c: Ctx, act: ManyAct, { code, view }: { code: string; view: DossierView }) {
  const lang = c.get("lang");
  const { row, state, procedure } = view;
  return {
    href: href(c, `/office/ho-so/${code}`),
    before: (
      <Pick
        name="muc"
        value={`${code}@${state.version}`}
        label={text(`Chọn ${code}`, `Tick ${code}`)}
        lang={lang}
        checked
      />
    ),
    cells: {
      code,
      procedure: procedure.title[lang],
      owner: row.ownerName,
      due: <Due row={{ ...state, closedAt: state.endedAt }} now={deps.clock.now()} lang={lang} />,
      outcome: state.outcome ? OUTCOME_NAMES[state.outcome][lang] : statusName(state.status)[lang],
      paper: <PaperLink c={c} act={act} view={view} />,
    },
  };
}

/** The draft before it is signed; after that the paper as it was signed. */
function PaperLink({ c, act, view }: { c: Ctx; act: ManyAct; view: DossierView }) {
  const lang = c.get("lang");
  const base = href(c, `/office/ho-so/${view.row.code}`);
  const made = view.acts.findLast((one) => one.kind === "signed" || one.kind === "numbered");
  const label = made
    ? text(`Văn bản số ${view.state.number ?? made.data.number}`, `Number ${made.data.number}`)
    : DRAFT;
  if (act !== "signed" && made)
    return (
      <a class="govuk-link" href={`${base}/van-ban/${made.data.document}`}>
        {label[lang]}
      </a>
    );
  return (
    <a class="govuk-link" href={`${base}/du-thao`}>
      {DRAFT[lang]}
      <span class="govuk-visually-hidden"> {view.row.code}</span>
    </a>
  );
}
const DRAFT = text("Xem dự thảo (PDF)", "See the draft (PDF)");

/** Asks once for all: the officer confirms exactly these acts on exactly these dossiers. */
export async function confirmManyPage(
  deps: WebDeps,
  c: Ctx,
  officer: Officer,
  asked: { readonly act: ManyAct; readonly boxes: Child; readonly able: readonly Able[] },
  how: { readonly ways: readonly ("passkey" | "sign-in")[]; readonly options: string | null },
  problem: Text | null,
) {
  const lang = c.get("lang");
  const { act, able } = asked;
  return officePage(
    deps,
    c,
    officer,
    {
      title: CONFIRM_TITLE,
      status: problem ? 422 : 403,
      hasErrors: problem !== null,
      crumbs: crumbs(c, CONFIRM_TITLE),
      path: href(c, "/office"),
    },
    <>
      <ErrorSummary errors={{}} extra={problem ? [problem] : []} lang={lang} title={NOT_CONFIRMED} />
      <h1 class="govuk-heading-l">{CONFIRM_TITLE[lang]}</h1>
      <p class="govuk-body">
        {{ vi: `${actName(act).vi}: ${able.length} hồ sơ.`, en: `${actName(act).en}: ${able.length} dossiers.` }[lang]}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {able.map(({ code, view }) => (
          <li>
            {code}, {view.row.ownerName}
            {view.state.outcome && `: ${OUTCOME_NAMES[view.state.outcome][lang]}`}
          </li>
        ))}
      </ul>
      <ConfirmWays
        officer={officer}
        options={how.options}
        ways={how.ways}
        action={href(c, "/office/nhieu")}
        lang={lang}
      >
        {chosenBoxes(act, able)}
      </ConfirmWays>
    </>,
  );
}

/** Which of many were done and which not, and why; the next step for those that were. */
export function outcomePage(deps: WebDeps, c: Ctx, officer: Officer, act: ManyAct, outcomes: readonly ManyOutcome[]) {
  const lang = c.get("lang");
  const done = outcomes.filter((one) => one.done);
  const title = MANY_WORDS[act].title;
  const next = act === "numbered" && done.length > 0 ? new URLSearchParams(done.map(({ code }) => ["ma", code])) : null;
  return officePage(
    deps,
    c,
    officer,
    { title, crumbs: crumbs(c, title), path: href(c, "/office") },
    <>
      <h1 class="govuk-heading-l">{title[lang]}</h1>
      <Notice lang={lang} tone={done.length === outcomes.length ? "success" : "info"}>
        <p class="govuk-body">
          {
            {
              vi: `Đã thực hiện ${done.length} trên ${outcomes.length} hồ sơ.`,
              en: `Done for ${done.length} of ${outcomes.length} dossiers.`,
            }[lang]
          }
        </p>
      </Notice>
      <Outcomes caption={text("Kết quả từng hồ sơ", "What became of each")} c={c} outcomes={outcomes} lang={lang} />
      {next && (
        <Button
          label={text(`Phát hành ${done.length} hồ sơ này`, `Issue these ${done.length}`)}
          href={href(c, `/office/nhieu?viec=issued&${next}`)}
          lang={lang}
        />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={href(c, "/office")}>
          {{ vi: "Về danh sách hồ sơ", en: "Back to the list" }[lang]}
        </a>
      </p>
    </>,
  );
}

const Outcomes = (props: { caption: Text; c: Ctx; outcomes: readonly ManyOutcome[]; lang: Language }) => (
  <Wide label={props.caption} lang={props.lang}>
    <Table
      dense
      caption={props.caption}
      lang={props.lang}
      columns={[
        { key: "code", label: text("Mã hồ sơ", "Code") },
        { key: "state", label: text("Kết quả", "Outcome") },
        { key: "words", label: text("Ghi chú", "Remark") },
      ]}
      rows={props.outcomes.map(({ code, done, words }) => ({
        href: href(props.c, `/office/ho-so/${code}`),
        cells: {
          code,
          state: (
            <Tag
              label={done ? text("Đã thực hiện", "Done") : text("Chưa thực hiện", "Not done")}
              tone={done ? "done" : "attention"}
              lang={props.lang}
            />
          ),
          words: words[props.lang],
        },
      }))}
    />
  </Wide>
);
