import { compareNames } from "../../../kernel/name.ts";
import { addDays, comparePartialDates, type PlainDate } from "../../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { withoutMarks } from "../../../kernel/vietnamese.ts";
import { sha256 } from "../../../platform/ids.ts";
import type { Person } from "../person.ts";
import { NO_DETAILS, type PersonDetails, type PersonRecord } from "../record.ts";
import type { RowFault } from "./columns.ts";
import { mergeAddresses } from "./merge-addresses.ts";
import { mergeDocuments, mergeRelations } from "./merge-papers.ts";
import type { PersonRow } from "./person-columns.ts";

/** What a row makes of what is known: nothing, somebody new, a change, or news of a time before what is known. */
export type Merged =
  | { readonly kind: "unchanged" }
  | { readonly kind: "added" | "changed"; readonly record: PersonRecord; readonly source: string }
  | { readonly kind: "earlier"; readonly record: PersonRecord; readonly until: PlainDate; readonly source: string };

/**
 * Puts a row beside what the register knows. An empty cell says nothing. Another name, birth date, sex or parent under a known number is
 * a conflict unless the row names its ground (a correction, a decision); a better spelling or a fuller birth date is none.
 * @param today the day the data hold from where the row does not say
 */
export function mergePerson(
  known: PersonRecord | null,
  row: PersonRow,
  today: PlainDate,
): Result<Merged, readonly RowFault[]> {
  const asOf = row.as_of ?? today;
  const faults = known ? conflicts(known, row) : lacking(row);
  const addresses = mergeAddresses(known, row, asOf);
  if (!addresses.ok) {
    const told = new Set(faults.map(({ column }) => column));
    return fail([...faults, ...addresses.failure.filter(({ column }) => !told.has(column))]);
  }
  const { number, name, birth, sex } = row;
  if (faults.length > 0 || number === null || name === null || birth === null || sex === null) return fail(faults);
  const permanent = addresses.value.permanent;
  const person: Person = {
    number,
    name: known ? betterName(known.person.name, name, row) : name,
    birth: known && !isFuller(birth, known.person.birth) && row.change_ground === null ? known.person.birth : birth,
    sex,
    nationality: row.nationality ?? known?.person.nationality ?? "VNM",
    ethnicity: row.ethnicity ?? known?.person.ethnicity ?? "Kinh",
    householdId: row.household === null ? (known?.person.householdId ?? null) : householdId(row.household),
    relationToHead: row.relation_to_head ?? known?.person.relationToHead ?? null,
    permanent,
    phone: row.phone ?? known?.person.phone ?? null,
    email: row.email ?? known?.person.email ?? null,
    deceased: row.died_on !== null || (known?.person.deceased ?? false),
  };
  const record: PersonRecord = {
    person,
    details: detailsOf(known?.details ?? NO_DETAILS, row),
    addresses: addresses.value.all,
    documents: mergeDocuments(known?.documents ?? [], row),
    relations: mergeRelations(known?.relations ?? [], row, asOf),
    validFrom: known ? known.validFrom : asOf,
  };
  const source = row.change_ground ?? "import";
  if (!known) return ok({ kind: "added", record, source });
  if (isSame(known, record)) return ok({ kind: "unchanged" });
  if (row.as_of !== null && known.validFrom !== null && row.as_of < known.validFrom)
    return ok({
      kind: "earlier",
      record: { ...record, validFrom: row.as_of },
      until: addDays(known.validFrom, -1),
      source,
    });
  return ok({ kind: "changed", record: { ...record, validFrom: asOf }, source });
}

const isSame = (a: PersonRecord, b: PersonRecord): boolean => canonical(a) === canonical(b);
/** Two records that differ only in the order of their lists say the same. */
const canonical = ({ person, details, addresses, documents, relations }: PersonRecord): string =>
  JSON.stringify([person.birth.year, person.birth.month, person.birth.day, { ...person, birth: null }, details]) +
  [addresses, documents, relations]
    .map((list) =>
      list
        .map((one) => JSON.stringify(one))
        .sort()
        .join(),
    )
    .join("|");

/** The id of a household is made of its code, so that every file names the same one. */
export function householdId(code: string): string {
  const hex = sha256(`household ${code}`).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The better written of two spellings of one name; with a ground the one that comes. */
function betterName(known: string, coming: string, { change_ground }: PersonRow): string {
  if (change_ground !== null) return coming;
  const knownIsBare = withoutMarks(known) === known;
  return knownIsBare && withoutMarks(coming) !== coming && compareNames(known, coming) === "diacritics-missing"
    ? coming
    : known;
}

const isFuller = (a: Person["birth"], b: Person["birth"]): boolean => Object.keys(a).length > Object.keys(b).length;

function conflicts(known: PersonRecord, row: PersonRow): readonly RowFault[] {
  if (row.change_ground !== null) return [];
  const faults: RowFault[] = [];
  const say = (column: keyof PersonRow, reason: Text) => faults.push({ column, reason });
  const { person, relations } = known;
  if (row.name !== null) {
    const verdict = compareNames(person.name, row.name);
    if (verdict === "different" || verdict === "similar") say("name", OTHER_NAME[verdict]);
  }
  if (row.birth !== null && comparePartialDates(row.birth, person.birth) === "no-match") say("birth", OTHER_BIRTH);
  if (row.sex !== null && row.sex !== person.sex) say("sex", OTHER_SEX);
  for (const kind of ["father", "mother"] as const) {
    const number = row[`${kind}_number`];
    const held = relations.find((one) => one.kind === kind && one.until === null && one.number !== null);
    if (number !== null && held && held.number !== number) say(`${kind}_number`, OTHER_PARENT);
  }
  return faults;
}

const GROUND = text(
  "Nếu đây là đính chính hoặc thay đổi theo quyết định, hãy ghi căn cứ vào cột change_ground rồi nhập lại dòng này.",
  "If this is a correction or a change by decision, write its ground into the column change_ground and import the row again.",
);
const orGround = (vi: string, en: string): Text => text(`${vi} ${GROUND.vi}`, `${en} ${GROUND.en}`);
const OTHER_NAME = {
  different: orGround("Số này trong sổ mang họ tên khác.", "This number bears another name in the register."),
  similar: orGround(
    "Số này trong sổ mang họ tên gần giống nhưng không trùng.",
    "This number bears a similar but not the same name in the register.",
  ),
};
const OTHER_BIRTH = orGround(
  "Số này trong sổ có ngày sinh khác.",
  "This number has another birth date in the register.",
);
const OTHER_SEX = orGround("Số này trong sổ có giới tính khác.", "This number has the other sex in the register.");
const OTHER_PARENT = orGround("Sổ đã ghi cha hoặc mẹ là người khác.", "The register names another parent.");

function lacking(row: PersonRow): readonly RowFault[] {
  const faults: RowFault[] = [];
  for (const column of ["permanent_commune", "permanent_line"] as const) {
    if (row[column] === null) faults.push({ column, reason: NEW_NEEDS });
  }
  return faults;
}
const NEW_NEEDS = text(
  "Người chưa có trong sổ cần nơi thường trú.",
  "Somebody who is not in the register yet needs a permanent residence.",
);

function detailsOf(known: PersonDetails, row: PersonRow): PersonDetails {
  return {
    otherNames: row.other_names ?? known.otherNames,
    birthPlace: row.birth_place ?? known.birthPlace,
    birthRegistrationPlace: row.birth_registration_place ?? known.birthRegistrationPlace,
    origin: row.origin ?? known.origin,
    religion: row.religion ?? known.religion,
    bloodGroup: row.blood_group ?? known.bloodGroup,
    maritalStatus: row.marital_status ?? known.maritalStatus,
    householdSince: row.household_since ?? known.householdSince,
    residenceFile: row.residence_file ?? known.residenceFile,
    diedOn: row.died_on ?? known.diedOn,
    missingSince: row.missing_since ?? known.missingSince,
    absenceFrom: row.absence_from ?? known.absenceFrom,
    absenceUntil: row.absence_until ?? known.absenceUntil,
    other: row.other ?? known.other,
  };
}
