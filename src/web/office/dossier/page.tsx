import type { Raw } from "../../../engine/form/index.ts";
import type { Actor } from "../../../engine/state/index.ts";
import type { Language, Text } from "../../../kernel/text.ts";
import { text } from "../../../kernel/text.ts";
import { namesFor } from "../../answers.ts";
import { ClockStory } from "../../clock.tsx";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { RIGHT_WORDS } from "../../data-words.ts";
import { GROUND_NAMES } from "../../portal/acting-words.ts";
import { statusTag } from "../../portal/status.ts";
import {
  DateText,
  Details,
  ErrorSummary,
  InsetText,
  Notice,
  Split,
  SummaryList,
  type SummaryRow,
  Tag,
  Warning,
} from "../../ui/index.ts";
import { Due } from "../due.tsx";
import { type OfficePage, officePage } from "../page.tsx";
import { Declared } from "./answers.tsx";
import { Examination } from "./casework-forms.tsx";
import { RegisterChecks } from "./checks.tsx";
import { Duplicates } from "./duplicates.tsx";
import { ActForm } from "./forms.tsx";
import { History } from "./history.tsx";
import { ApologyDue, Cooperations, lifeRows, SecondRequest } from "./life-panel.tsx";
import { LIFE_ACTS } from "./life-wanted.ts";
import type { Desk } from "./load.ts";
import { Fees, Issued } from "./money.tsx";
import { Papers } from "./papers.tsx";
import { OFFICE_ACTS, type OfficeAct } from "./wanted.ts";
import { ACT_WORDS, CHANNEL_NAMES } from "./words.ts";

/** What the page says besides the dossier: the answer to an act that was tried, with what was typed for it. */
export type Answer = {
  readonly act?: OfficeAct;
  readonly raw?: Raw;
  /** The id under which a form waited while its officer signed in again. */
  readonly parked?: string;
  /** By field of the act, and sentences of no field. */
  readonly errors?: Readonly<Record<string, Text>>;
  readonly sentences?: readonly Text[];
  readonly notice?: { readonly title?: Text; readonly body: Text; readonly tone: "info" | "success" };
  readonly status?: OfficePage["status"];
};

const TO_ACTS = text("Đến việc cần làm", "To what can be done");

/** One dossier on one screen: what was asked, what is known, what was done, and what this officer may do now. */
export function dossierPage(deps: WebDeps, c: Ctx, desk: Desk, answer: Answer = {}) {
  const lang = c.get("lang");
  const { row, procedure, state } = desk.view;
  const errors = answer.errors ?? {};
  const failed = Object.keys(errors).length > 0 || (answer.sentences?.length ?? 0) > 0;
  const channel = CHANNEL_NAMES[row.channel as keyof typeof CHANNEL_NAMES];
  return officePage(
    deps,
    c,
    desk.officer,
    {
      title: `${row.code}, ${procedure.title[lang]}`,
      hasErrors: failed,
      ...(answer.status ? { status: answer.status } : {}),
      crumbs: [{ label: text("Hồ sơ", "Dossiers"), href: href(c, "/office") }, { label: row.code }],
      skips: [{ to: "viec", label: TO_ACTS }],
    },
    <>
      <ErrorSummary
        errors={errors}
        extra={answer.sentences}
        lang={lang}
        {...(answer.sentences?.length ? { title: text("Chưa thực hiện được", "Not done") } : {})}
      />
      {answer.notice && (
        <Notice lang={lang} tone={answer.notice.tone} title={answer.notice.title}>
          <p class="govuk-body">{answer.notice.body[lang]}</p>
        </Notice>
      )}
      {desk.marks.map((mark) => (
        <Warning lang={lang}>
          {
            {
              vi: `Chủ hồ sơ đã yêu cầu và được chấp nhận: ${RIGHT_WORDS[mark.right].name.vi.toLowerCase()}. ${mark.about}`,
              en: `The owner asked for this, and it was granted: ${RIGHT_WORDS[mark.right].name.en.toLowerCase()}. ${mark.about}`,
            }[lang]
          }
        </Warning>
      ))}
      <ApologyDue desk={desk} lang={lang} />
      <div class="mc-dossier-head">
        <h1 class="govuk-heading-l">
          {procedure.title[lang]}
          <span class="mc-dossier-head__code">{row.code}</span>
        </h1>
        <p class="mc-dossier-head__state">
          <Tag {...statusTag(state.status)} lang={lang} />{" "}
          <Due row={{ ...state, closedAt: state.endedAt }} now={desk.now} lang={lang} />
        </p>
        <p class="govuk-body mc-dossier-head__jump">
          <a class="govuk-link" href="#viec">
            {TO_ACTS[lang]}
          </a>
        </p>
      </div>
      <Split
        sideAt="end"
        sideLabel={{ vi: "Việc cần làm", en: "What can be done" }[lang]}
        side={
          <>
            <Acts c={c} desk={desk} answer={answer} />
            <Fees desk={desk} lang={lang} />
            <Issued c={c} desk={desk} lang={lang} />
          </>
        }
      >
        <SummaryList
          title={text("Hồ sơ", "The dossier")}
          lang={lang}
          rows={[
            { label: text("Chủ hồ sơ", "Owner"), value: row.ownerName },
            { label: text("Số định danh hoặc mã số", "Number"), value: row.ownerNumber },
            { label: text("Người nộp", "Filed by"), value: row.filerName },
            ...filedRows(state.filer, lang),
            { label: text("Hình thức nộp", "Filed by way of"), value: capital(channel?.[lang] ?? row.channel) },
            { label: text("Nộp lúc", "Filed at"), value: <DateText at={state.filedAt} /> },
            {
              label: text("Người thụ lý", "Assigned to"),
              value: state.assignedTo?.name ?? { vi: "Chưa phân công", en: "Nobody yet" }[lang],
            },
            ...lifeRows(desk, lang),
          ]}
        />
        <Examination desk={desk} lang={lang} />
        <Cooperations desk={desk} lang={lang} />
        <Duplicates c={c} desk={desk} lang={lang} />
        <RegisterChecks desk={desk} lang={lang} />
        <p class="govuk-body">
          <a class="govuk-link" href={href(c, `/office/ho-so/${row.code}/trao-doi`)}>
            {{ vi: "Trao đổi, thông báo cho công dân", en: "Messages and notices to the citizen" }[lang]}
          </a>{" "}
          {desk.unreadWord && <Tag label={text("Có tin chưa đọc", "Unread message")} tone="attention" lang={lang} />}
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={href(c, `/office/ho-so/${row.code}/ghi-chu`)}>
            {{ vi: `Ghi chú nội bộ (${desk.remarks})`, en: `Internal notes (${desk.remarks})` }[lang]}
          </a>
        </p>
        {state.endedAt === null && row.unitId === desk.officer.post.unit.id && (
          <p class="govuk-body">
            <a class="govuk-link" href={href(c, `/office/ho-so/${row.code}/dan-cu`)}>
              {{ vi: "Tìm trong sổ dân cư", en: "Search the population register" }[lang]}
            </a>
          </p>
        )}
        <Declared desk={desk} names={namesFor(deps, lang)} lang={lang} />
        <Papers c={c} desk={desk} lang={lang} />
        <ClockStory clock={desk.clock} lang={lang} />
        <History desk={desk} lang={lang} />
      </Split>
    </>,
  );
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** On what ground the filer acts for the owner, and who helped at the device. */
const filedRows = ({ for: ward, helper }: Actor, lang: Language): readonly SummaryRow[] => [
  ...(ward
    ? [
        {
          label: text("Căn cứ nộp thay", "Ground of acting"),
          value: `${GROUND_NAMES[ward.ground][lang]}; ${
            ward.evidence === "register"
              ? { vi: "theo Cơ sở dữ liệu dân cư", en: "by the population register" }[lang]
              : { vi: "theo giấy tờ đã được chấp nhận", en: "by a paper that was accepted" }[lang]
          }`,
        },
      ]
    : []),
  ...(helper
    ? [
        {
          label: text("Người hỗ trợ", "Helped by"),
          value: helper.unitName ? `${helper.name}, ${helper.unitName}` : helper.name,
        },
      ]
    : []),
];

/** What looks like the next thing to do is open; the rest is folded away. */
const NEVER_FIRST: ReadonlySet<OfficeAct> = new Set<OfficeAct>([
  "supplement-requested",
  "refused-intake",
  "stopped",
  "requirements-checked",
  "returned-to-officer",
  "passed-on",
  ...LIFE_ACTS.filter((act) => act !== "consultation-answered" && act !== "handed-back"),
]);

function Acts({ c, desk, answer }: { c: Ctx; desk: Desk; answer: Answer }) {
  const lang = c.get("lang");
  const offered = OFFICE_ACTS.filter((act) => (desk.allowed as readonly string[]).includes(act));
  const next = offered.find(
    (act) => !NEVER_FIRST.has(act) && !(act === "assigned" && desk.view.state.status === "assigned"),
  );
  const tried = answer.act && answer.raw ? answer.act : undefined;
  const lost = tried !== undefined && !offered.includes(tried);
  return (
    <section class="mc-card" id="viec" tabindex={-1}>
      <h2 class="govuk-heading-m">{{ vi: "Việc cần làm", en: "What can be done" }[lang]}</h2>
      <SecondRequest desk={desk} lang={lang} />
      {lost && answer.raw && <Typed act={tried} raw={answer.raw} lang={lang} />}
      {offered.length === 0 && (
        <p class="govuk-body">
          {
            {
              vi: "Ở trạng thái hiện tại, vị trí công tác của đồng chí không có việc nào với hồ sơ này.",
              en: "In its present state there is nothing for your post to do with this dossier.",
            }[lang]
          }
        </p>
      )}
      {offered.map((act) => (
        <Details summary={ACT_WORDS[act].title} lang={lang} open={tried && !lost ? act === tried : act === next}>
          <ActForm
            c={c}
            desk={desk}
            act={act}
            raw={act === tried ? (answer.raw ?? null) : null}
            errors={act === tried ? (answer.errors ?? {}) : {}}
            parked={act === tried ? (answer.parked ?? null) : null}
            lang={lang}
          />
        </Details>
      ))}
    </section>
  );
}

/** What was typed for an act that is not possible any more is shown once more, so that it can be copied. */
function Typed({ act, raw, lang }: { act: OfficeAct; raw: Raw; lang: "vi" | "en" }) {
  const words = Object.entries(raw)
    .filter(([name, value]) => name.startsWith(`${act}.`) && typeof value === "string" && value.trim() !== "")
    .map(([, value]) => String(value));
  if (words.length === 0) return null;
  return (
    <InsetText>
      <strong>{{ vi: "Nội dung đồng chí đã nhập", en: "What you typed" }[lang]}</strong>
      {words.map((value) => (
        <p class="govuk-body mc-typed">{value}</p>
      ))}
    </InsetText>
  );
}
