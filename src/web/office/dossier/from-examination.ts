import { fieldsOf } from "../../../engine/definition/index.ts";
import { shownFields, shownPages, shownPapers } from "../../../engine/form/index.ts";
import type { SupplementItem } from "../../../engine/state/index.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { isMendable } from "../../../modules/dossiers/index.ts";
import type { Desk } from "./load.ts";

/** What the last examination found not met, as the forms that tell the citizen start with it. */

/** Where a filer may put something right: papers, and answers of one box each. */
export function placesOf(
  desk: Desk,
): readonly { readonly value: string; readonly label: Text; readonly group: Text }[] {
  const { edition, row } = desk.view;
  const papers = shownPapers(edition, row.answers, desk.form).map(({ key, title }) => ({
    value: `paper:${key}`,
    label: title,
    group: text("Giấy tờ", "Papers"),
  }));
  const fields = shownPages(edition, row.answers, desk.form).flatMap((page) =>
    shownFields(page, row.answers, desk.form)
      .filter((field) => isMendable(edition, field))
      .map(({ key, label }) => ({ value: key, label, group: text("Thông tin khai", "Answers") })),
  );
  return [...papers, ...fields];
}

/** The rows of a supplement request; grounds of refusal are no matter of a supplement. */
export function itemsFromExamination(desk: Desk): readonly SupplementItem[] {
  const places = placesOf(desk);
  const fields = fieldsOf(desk.view.edition);
  return notMet(desk).flatMap((one) => {
    const [kind = "", ...rest] = one.requirement.split(":");
    if (kind === "ground") return [];
    const key = rest.join(":");
    const wanted =
      kind === "paper" ? one.requirement : (one.field ?? fields.find((field) => key.startsWith(field.key))?.key);
    const place = places.find(({ value }) => value === wanted);
    const how =
      kind === "paper"
        ? "Gửi lại giấy tờ này tại trang bổ sung hồ sơ."
        : `Sửa lại ${place ? `mục “${place.label.vi}”` : "thông tin đã khai"} tại trang bổ sung hồ sơ.`;
    return { what: `${one.title}. ${one.reason}`, basis: one.basis, how, ...(place ? { place: place.value } : {}) };
  });
}

/** The ground of refusal that the examination found, with its reason. */
export function groundFromExamination(desk: Desk): { readonly ground: string; readonly reason: string } | null {
  const found = notMet(desk).find(({ requirement }) => requirement.startsWith("ground:"));
  return found ? { ground: found.requirement.slice("ground:".length), reason: found.reason } : null;
}

/** What was found before the filer's last supplement is looked at anew, not asked for again. */
function notMet({ view }: Desk) {
  const { examination } = view.state;
  if (!examination || view.acts.some(({ kind, seq }) => kind === "supplemented" && seq > examination.seq)) return [];
  return examination.findings.filter(({ verdict }) => verdict === "not-met");
}
