import { findSource, sourceName } from "../../../law/index.ts";
import type { Citation, Paper } from "../../engine/definition/index.ts";
import { boxText, checkAnswers, type Raw, shownPapers } from "../../engine/form/index.ts";
import type { SupplementItem } from "../../engine/state/index.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { WebDeps } from "../context.ts";
import { type Intake, replacedPapers } from "./load.ts";

/** What a dossier lacks, found by the house: one notice lists all of it, each with its basis (309/2026/NĐ-CP art. 8.1). */

export type Gap = {
  /** Name of its boxes. */
  readonly key: string;
  readonly what: string;
  readonly basis: string;
  readonly how: string;
  /** A register answered: the paper may be asked only where its data are not reachable, or wrong (art. 2). */
  readonly replaced: boolean;
};

/** Every gap of the answers and papers; papers a register answers for come last and are never missing by themselves. */
export async function gapsOf(deps: WebDeps, intake: Intake): Promise<readonly Gap[]> {
  const { edition, draft, form } = intake;
  const replaced = await replacedPapers(deps, intake);
  const papers = shownPapers(edition, draft.answers, form);
  const missing = papers.filter(
    ({ key, required }) => required && !replaced.has(key) && !draft.papers.some((sent) => sent.paper === key),
  );
  const fields = edition.pages.flatMap(({ fields: some }) => some);
  const wrong = checkAnswers(edition, draft.answers, form).map(({ name, text: words }, at): Gap => {
    const field = fields.find(({ key }) => key === name.split(".")[0]);
    const isOpen = field !== undefined && draft.answers[field.key] === undefined;
    return {
      key: `answer-${at}`,
      what: isOpen ? (field.kind === "declaration" ? NOT_DECLARED : `${field.label.vi}: chưa khai`) : words.vi,
      basis: basisOf(edition.basis),
      how: "Khai bổ sung hoặc sửa lại mục này trên tờ khai",
      replaced: false,
    };
  });
  return [
    ...missing.map((paper) => ofPaper(paper, false)),
    ...wrong,
    ...papers.filter(({ key }) => replaced.has(key)).map((paper) => ofPaper(paper, true)),
  ];
}

const NOT_DECLARED = "Lời cam đoan của người khai: chưa có";

const ofPaper = ({ key, title, hint, basis }: Paper, replaced: boolean): Gap => ({
  key: `paper-${key}`,
  what: title.vi,
  basis: basisOf(basis),
  how: hint ? `Nộp bổ sung. ${hint.vi}` : "Nộp bổ sung bản chính để đối chiếu, hoặc bản sao, bản chụp rõ nét",
  replaced,
});

const basisOf = (basis: readonly Citation[]): string => {
  const [first] = basis;
  if (!first) return "";
  const source = findSource(first.source);
  return `${first.article} ${source ? sourceName(source) : first.source}`;
};

/** Why a paper is asked although a register answers in its place. */
export const REASONS = {
  "not-reachable": text("Không truy cập được cơ sở dữ liệu", "The database could not be reached"),
  wrong: text("Dữ liệu sai hoặc thiếu so với thực tế", "The data are wrong or incomplete"),
} as const satisfies Readonly<Record<string, Text>>;
const isReason = (value: string): value is keyof typeof REASONS => Object.hasOwn(REASONS, value);

/** Names of the boxes of a gap. */
export const gapBox = (gap: Pick<Gap, "key">, part: "ask" | "how" | "reason"): string => `${gap.key}.${part}`;
export const MORE = "more";

type Fault = { readonly field: string; readonly text: Text };

/** The items the officer ticked, as the notice lists them. */
export function itemsIn(gaps: readonly Gap[], raw: Raw): Result<readonly SupplementItem[], Fault> {
  const items: SupplementItem[] = [];
  for (const gap of gaps) {
    if (boxText(raw, gapBox(gap, "ask")) !== "yes") continue;
    const reason = boxText(raw, gapBox(gap, "reason"));
    if (gap.replaced && !isReason(reason)) return fail({ field: gapBox(gap, "reason"), text: NOT_MISSING });
    const because = gap.replaced && isReason(reason) ? ` (${REASONS[reason].vi.toLowerCase()})` : "";
    const how = boxText(raw, gapBox(gap, "how")).slice(0, LONGEST) || gap.how;
    items.push({ what: `${gap.what}${because}`, basis: gap.basis, how });
  }
  const what = boxText(raw, `${MORE}.what`).slice(0, LONGEST);
  const basis = boxText(raw, `${MORE}.basis`).slice(0, LONGEST);
  if (what && !basis) return fail({ field: `${MORE}.basis`, text: NEEDS_BASIS });
  if (what) items.push({ what, basis, how: boxText(raw, `${MORE}.how`).slice(0, LONGEST) || "Nộp bổ sung" });
  return items.length > 0 ? ok(items) : fail({ field: `${MORE}.what`, text: NOTHING });
}

const LONGEST = 2_000;
const NOT_MISSING = text(
  "Cơ sở dữ liệu đã trả lời thay giấy tờ này nên không được yêu cầu nộp. Chỉ yêu cầu khi không truy cập được hoặc dữ liệu sai: đề nghị chọn lý do.",
  "A database answers in place of this paper, so it may not be asked for, unless the data are not reachable or wrong: choose the reason.",
);
const NEEDS_BASIS = text("Nội dung thêm cần nêu căn cứ.", "What you add needs its legal basis.");
const NOTHING = text(
  "Hồ sơ không thiếu gì theo danh mục. Đánh dấu hoặc ghi ít nhất một nội dung cần bổ sung.",
  "Nothing is missing by the list. Tick or write at least one thing.",
);
