import { type Answers, answerAt, isAddress, isPerson } from "../../../engine/form/index.ts";
import type { Actor } from "../../../engine/state/index.ts";
import { dayOfInstant, type Instant } from "../../../kernel/plain-date.ts";
import type { Catalogue } from "../../catalogue/index.ts";
import type { DossierView } from "../dossiers.ts";
import type { DossierRow } from "../rows.ts";

/** What every paper of a dossier bears at its head. */
export type PrintingParts = { readonly catalogue: Catalogue; readonly publicUrl: string };

export function headOf(
  parts: PrintingParts,
  view: Pick<DossierView, "row" | "edition" | "procedure">,
  issuedAt: Instant,
) {
  const { row, edition, procedure } = view;
  const unit = parts.catalogue.getUnit(row.unitId);
  const superior = unit.parentId ? parts.catalogue.findUnit(unit.parentId) : null;
  const province = parts.catalogue.findProvince(unit.provinceCode, dayOfInstant(issuedAt));
  return {
    office: {
      ...(superior ? { superior: superior.name.vi } : {}),
      name: unit.name.vi,
      // Papers name the place without its kind: "Huế, ngày …".
      place: province?.name ?? "Hà Nội",
    },
    desk: "Bộ phận Tiếp nhận và Trả kết quả",
    dossier: { code: row.code, procedureCode: edition.code, procedureTitle: procedure.title.vi },
    applicant: applicantOf(parts, row),
    issuedAt,
    lookupUrl: `${parts.publicUrl}/tra-cuu`,
    ...(unit.phone ? { helpPhone: unit.phone } : {}),
  };
}

/** Who owns a dossier and how they are reached, as its answers say. */
export function applicantOf(
  parts: Pick<PrintingParts, "catalogue">,
  row: Pick<DossierRow, "answers" | "ownerName" | "ownerNumber" | "filerName">,
) {
  const phone = firstText(row.answers, ["phone", "host-phone", "contact-phone"]);
  const email = firstText(row.answers, ["email"]);
  const address = Object.values(row.answers).find(isAddress);
  const filer = row.filerName !== row.ownerName ? { filer: row.filerName } : {};
  return {
    name: row.ownerName,
    identifier: row.ownerNumber,
    ...(address ? { address: parts.catalogue.showAddress(address, "vi") } : {}),
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
    ...filer,
  };
}

const firstText = (answers: Answers, paths: readonly string[]): string | null => {
  const found = paths.map((path) => answerAt(answers, path)).find((value) => typeof value === "string" && value !== "");
  return typeof found === "string" ? found : null;
};

/** The person a decision is about: the person block of the answers, else the owner. */
export const personIn = (answers: Answers) => Object.values(answers).find(isPerson) ?? null;

/** Whoever signs: name, post as printed above the signature, unit. */
export const signerOf = (parts: PrintingParts, actor: Actor, post: string) => ({
  name: actor.name,
  // Whoever signs by delegation signs for the post (TUQ., Decree 30/2020/NĐ-CP art. 13).
  title: `${actor.delegatedBy === undefined ? "" : "TUQ. "}${post.toLocaleUpperCase("vi")}`,
  unit: parts.catalogue.getUnit(actor.unit ?? "").name.vi,
});
