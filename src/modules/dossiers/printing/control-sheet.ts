import { clockRules } from "../../../../law/index.ts";
import { clockRuleOn } from "../../../engine/definition/index.ts";
import { forwardBy } from "../../../engine/reckoning/forwarding.ts";
import { type Hand, type HandOver, type HandOverWhy, handOversOf } from "../../../engine/state/index.ts";
import type { Calendar } from "../../../kernel/calendar.ts";
import { dayOfInstant, type Instant } from "../../../kernel/plain-date.ts";
import type { PaperData } from "../../documents/index.ts";
import type { DossierView } from "../dossiers.ts";
import { headOf, type PrintingParts } from "./head.ts";
import { formPart } from "./notices.ts";

export type SheetOrder = {
  readonly at: Instant;
  /** The officer who asked for it. */
  readonly by: string;
  /** By which the office works. */
  readonly calendar: Calendar;
};

/** By when the desk passes on what it accepted at a moment; null where no rule or calendar says. */
const forwardLimitBy =
  (calendar: Calendar) =>
  (acceptedAt: Instant): Instant | null => {
    const cutoff = clockRuleOn(clockRules(), "forward", dayOfInstant(acceptedAt))?.value ?? null;
    const by = cutoff === null ? null : forwardBy(acceptedAt, calendar, cutoff);
    return by?.ok ? by.value : null;
  };

/** The control sheet (form 06, until 14/09/2025 form 05): every hand-over the acts tell of. */
export function controlSheet(
  parts: PrintingParts,
  view: DossierView,
  { at, by, calendar }: SheetOrder,
): PaperData<"control-sheet"> {
  const { state } = view;
  // It goes with the dossier inside the house: the agency's paper, not the desk's.
  const { desk: _desk, ...agency } = headOf(parts, view, at);
  const unitOf = ({ unit, unitName }: Hand): string =>
    unitName ?? (unit === null ? FILER : (parts.catalogue.findUnit(unit)?.name.vi ?? unit));
  const last = handOversOf(view.acts, forwardLimitBy(calendar)).slice(-ROWS_MOST);
  return {
    ...agency,
    ...formPart("control-sheet", at),
    officer: { role: "Người lập phiếu", name: by },
    ...(state.acceptedAt === null ? {} : { receivedAt: state.acceptedAt }),
    ...(state.dueAt === null ? {} : { dueAt: state.dueAt }),
    leadUnit: parts.catalogue.findUnit(state.unit)?.name.vi ?? state.unit,
    cooperating: [...new Set(state.cooperations.map(({ unitName }) => unitName))],
    handOvers: last.map((row) => rowOf(row, unitOf)),
  };
}

const ROWS_MOST = 2_000;
const FILER = "Người nộp, người nhận";

const rowOf = (row: HandOver, unitOf: (hand: Hand) => string) => ({
  from: unitOf(row.from),
  to: unitOf(row.to),
  handedAt: row.handedAt,
  takenAt: row.takenAt,
  giver: row.from.name || "–",
  taker: row.to.name || "–",
  ...(row.limit === null ? {} : { limit: row.limit }),
  ...(row.outcome === null ? {} : { outcome: row.outcome }),
  note: NOTES[row.why],
});

const NOTES: { readonly [W in HandOverWhy]: string } = {
  received: "Nhận hồ sơ",
  forwarded: "Chuyển xử lý",
  reassigned: "Phân công lại",
  "passed-on": "Trình, chuyển tiếp",
  "asked-filer": "Yêu cầu bổ sung",
  consulted: "Lấy ý kiến",
  answered: "Trả lời ý kiến",
  "leg-given": "Chuyển liên thông",
  "leg-done": "Xử lý xong phần việc",
  transferred: "Chuyển cơ quan có thẩm quyền",
  posted: "Giao bưu chính",
  returned: "Trả kết quả",
};
