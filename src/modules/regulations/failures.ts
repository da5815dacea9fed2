import { type Text, text } from "../../kernel/text.ts";
import type { AmendmentFault } from "./impact.ts";

/** Why something was not done, in words for the person who tried. */
export type RegulationFailure =
  | { readonly kind: "refused"; readonly text: Text }
  | { readonly kind: "not-found"; readonly text: Text }
  | { readonly kind: "changed"; readonly text: Text }
  | { readonly kind: "incomplete"; readonly field: string; readonly text: Text }
  | { readonly kind: "unfit"; readonly at: number; readonly fault: AmendmentFault; readonly text: Text };

export const NOT_FOUND: RegulationFailure = {
  kind: "not-found",
  text: text("Không tìm thấy đề xuất này.", "There is no such proposal."),
};
export const CHANGED: RegulationFailure = {
  kind: "changed",
  text: text(
    "Bản nháp đã được sửa ở cửa sổ khác. Đề nghị mở lại và thử lần nữa.",
    "The draft was changed in another window. Open it again and try once more.",
  ),
};
export const incomplete = (field: string, vi: string, en: string): RegulationFailure => ({
  kind: "incomplete",
  field,
  text: text(vi, en),
});
/** The change that does not fit, counted from one as people see it. */
export const unfit = ({ at, fault }: { readonly at: number; readonly fault: AmendmentFault }): RegulationFailure => ({
  kind: "unfit",
  at,
  fault,
  text: text(`Thay đổi số ${at + 1}: ${fault.text.vi}`, `Change ${at + 1}: ${fault.text.en}`),
});
