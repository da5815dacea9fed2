import { boxText, type Raw } from "../../../engine/form/index.ts";
import type { ChosenAct } from "../../../engine/state/index.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { Unit } from "../../../modules/catalogue/index.ts";
import { type ActWanted, WRONG_PLACE } from "../../../modules/dossiers/index.ts";
import { CASEWORK_ACTS, isCaseworkAct, readCasework } from "./casework-wanted.ts";
import { boxesOf, isLifeAct, LIFE_ACTS, readLife, unitTyped } from "./life-wanted.ts";
import type { Desk } from "./load.ts";
import { choicesFor, suggestedOf } from "./staff.ts";

/** What an officer may do from this page; the citizen's acts are done elsewhere. */
export const OFFICE_ACTS = [
  "accepted",
  "assigned",
  "proposed",
  "decided",
  "signed",
  "numbered",
  "issued",
  "returned",
  "supplement-requested",
  "refused-intake",
  "clock-paused",
  "clock-resumed",
  "stopped",
  ...CASEWORK_ACTS,
  ...LIFE_ACTS,
] as const satisfies readonly ChosenAct[];
export type OfficeAct = (typeof OFFICE_ACTS)[number];
export const isOfficeAct = (value: string): value is OfficeAct => (OFFICE_ACTS as readonly string[]).includes(value);

/** The name of a box of an act's form: several forms stand on one page, so each carries its act. */
export const boxOf = (act: OfficeAct, field: string): string => `${act}.${field}`;

/** Rows of the request to supplement: shown at first, added by the button, and at most. */
export const ROWS_FIRST = 5;
export const ROWS_MORE = 5;
export const ROWS_MOST = 40;

export type Unready = { readonly field: string; readonly text: Text };
type Reading = Result<ActWanted, Unready>;
const missing = (field: string, vi: string, en: string): Reading => fail({ field, text: text(vi, en) });
const LONGEST = 4_000;

/** Who and what a form may name. */
type Known = Pick<Desk, "officer" | "staffing"> & { searchUnits(typed: string): readonly Unit[] };
const staffIn = ({ officer, staffing }: Known) => ({ officer, ...staffing });

/** The act a posted form asks for; a failure names the field that is missing. Meaning is checked where the act is done. */
export function readWanted(act: OfficeAct, raw: Raw, desk: Known): Reading {
  const box = boxesOf(act, raw, LONGEST);
  if (isLifeAct(act)) return readLife(act, box, desk.searchUnits);
  if (isCaseworkAct(act)) return readCasework(act, box, raw, choicesFor(staffIn(desk)));
  switch (act) {
    case "accepted":
    case "numbered":
    case "issued":
      return ok({ act });
    case "refused-intake": {
      const refused = { act, ground: box("ground"), reason: box("reason") };
      if (refused.ground !== WRONG_PLACE) return ok(refused);
      const unit = unitTyped(box("unit"), desk.searchUnits);
      return unit.ok ? ok({ ...refused, rightPlace: unit.value.name.vi }) : unit;
    }
    case "clock-paused":
      return ok({ act, ground: box("ground"), decision: box("decision"), reason: box("reason") });
    case "clock-resumed":
      return ok({ act, reason: box("reason") });
    case "supplement-requested":
      return readSupplement(raw, box("reason"), box("sectorBasis"));
    case "assigned": {
      const to = choicesFor(staffIn(desk)).find(({ account }) => account === box("to"));
      return ok({ act, to: to ? { account: to.account, name: to.name } : null, suggested: suggestedOf(staffIn(desk)) });
    }
    case "proposed":
    case "decided": {
      const outcome = box("outcome");
      if (outcome !== "grant" && outcome !== "refuse") {
        return missing(
          "outcome",
          "Vui lòng chọn đồng ý hoặc từ chối giải quyết.",
          "Choose whether to grant or to refuse.",
        );
      }
      return ok({ act, outcome, ground: box("ground"), reason: box("reason") });
    }
    case "signed":
      if (box("confirm") !== "yes") {
        return missing(
          "confirm",
          "Vui lòng đánh dấu xác nhận trước khi ký số.",
          "Tick the confirmation before signing.",
        );
      }
      return ok({ act });
    case "returned": {
      const way = box("way");
      if (way !== "online" && way !== "desk" && way !== "post") {
        return missing("way", "Vui lòng chọn cách trả kết quả.", "Choose how the result is returned.");
      }
      return ok({ act, way, to: box("to"), proof: box("proof") });
    }
    case "stopped": {
      const fee = box("fee");
      return ok({
        act,
        reason: box("reason"),
        basis: box("basis"),
        fee: fee === "kept" || fee === "give-back" ? fee : null,
        feeBasis: box("feeBasis"),
      });
    }
  }
}

/** Rows left empty are passed over; a row that says how but not what would be lost, so it is asked about. */
function readSupplement(raw: Raw, reason: string, sectorBasis: string): Reading {
  const box = (at: number, part: string): string =>
    boxText(raw, boxOf("supplement-requested", `items.${at}.${part}`))
      .slice(0, LONGEST)
      .trim();
  const items: { what: string; basis: string; how: string; place?: string }[] = [];
  for (let at = 0; at < rowsIn(raw); at += 1) {
    const [what, basis, how] = [box(at, "what"), box(at, "basis"), box(at, "how")];
    if (!what && !basis && !how) continue;
    const row = `items.${at}`;
    if (!what)
      return missing(
        `${row}.what`,
        `Nội dung ${at + 1}: vui lòng ghi rõ cần bổ sung gì.`,
        `Item ${at + 1}: say what is to be added.`,
      );
    if (!basis)
      return missing(
        `${row}.basis`,
        `Nội dung ${at + 1}: vui lòng nêu căn cứ pháp lý.`,
        `Item ${at + 1}: name the legal basis.`,
      );
    if (!how)
      return missing(
        `${row}.how`,
        `Nội dung ${at + 1}: vui lòng hướng dẫn cách bổ sung.`,
        `Item ${at + 1}: say how to add it.`,
      );
    const place = box(at, "place");
    items.push({ what, basis, how, ...(place ? { place } : {}) });
  }
  return ok({ act: "supplement-requested", items, reason, sectorBasis });
}

/** How many rows the posted form had, or shall have when more were asked for. */
export function rowsIn(raw: Raw | null): number {
  const had = Number(raw ? boxText(raw, "rows") : "");
  const rows = Number.isInteger(had) && had >= ROWS_FIRST ? had : ROWS_FIRST;
  return Math.min(ROWS_MOST, raw && boxText(raw, "_more") ? rows + ROWS_MORE : rows);
}
