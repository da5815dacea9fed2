import type { Edition } from "../../engine/definition/index.ts";
import { type Answers, entriesOf, isAddress, isPartialDate } from "../../engine/form/index.ts";
import { day, parseLocalDateTime } from "../../kernel/plain-date.ts";
import { stayNoticeDue } from "../../kernel/stay-notice.ts";
import { searchKey } from "../../kernel/vietnamese.ts";
import { newId } from "../../platform/ids.ts";
import type { StayEntry } from "./stays.ts";
import { columnText, columnValue } from "./values.ts";

/** The stays that checked answers notify; none for an edition that does not write the register of stays. */
export function stayEntries(edition: Edition, answers: Answers, ownerNumber: string): readonly StayEntry[] {
  if (edition.register?.register !== "stays") return [];
  const address = columnValue(edition, "address", answers);
  if (!isAddress(address)) throw new Error(`${edition.id}: a stay without an address`);
  const group = groupOf(edition);
  return entriesOf(answers[group]).map((entry) => {
    const text = (column: string): string | null => columnText(edition, column, answers, entry);
    const arrivedAt = parseLocalDateTime(text("arrived_at") ?? "");
    const birth = columnValue(edition, "guest_birth", answers, entry);
    if (arrivedAt === null) throw new Error(`${edition.id}: a stay without an arrival`);
    return {
      id: newId(),
      hostKey: `${ownerNumber} ${address.commune} ${searchKey(address.line)}`,
      hostName: text("host_name") ?? "",
      communeCode: address.commune,
      addressLine: address.line,
      room: text("room"),
      guestName: text("guest_name") ?? "",
      guestBirth: isPartialDate(birth) ? birth : null,
      guestSex: text("guest_sex"),
      nationality: text("nationality") ?? "",
      documentKind: text("document_kind") ?? "passport",
      documentNumber: text("document_number") ?? "",
      reason: text("reason") ?? "",
      arrivedAt,
      leavesOn: day(text("leaves_on") ?? ""),
      dueAt: stayNoticeDue(arrivedAt),
      details: entry,
    };
  });
}

/** The group whose entries are the guests. */
export const groupOf = (edition: Edition): string => {
  const path = edition.register?.values.arrived_at;
  return ((typeof path === "string" ? path : path?.[0]) ?? "").split(".")[0] ?? "";
};
