import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Person } from "./person.ts";

/** What the register holds of a person beyond `Person`: the fields of the Identity Law (Law 26/2023/QH15 art. 9). */

export const bloodGroups = ["A", "B", "AB", "O"] as const;
export const maritalStatuses = ["single", "married", "divorced", "widowed"] as const;
export const addressKinds = ["permanent", "temporary", "current"] as const;
export const documentKinds = [
  "cmnd9",
  "cmnd12",
  "cccd",
  "cccd-chip",
  "can-cuoc",
  "passport",
  "residence-card",
  "cancelled-number",
] as const;
export const relationKinds = ["father", "mother", "spouse", "representative"] as const;

export type PersonDetails = {
  /** Other names by which the person is called, as one text. */
  readonly otherNames: string | null;
  readonly birthPlace: string | null;
  readonly birthRegistrationPlace: string | null;
  /** Quê quán. */
  readonly origin: string | null;
  readonly religion: string | null;
  readonly bloodGroup: (typeof bloodGroups)[number] | null;
  readonly maritalStatus: (typeof maritalStatuses)[number] | null;
  readonly householdSince: PlainDate | null;
  /** Số hồ sơ cư trú. */
  readonly residenceFile: string | null;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much as is known. */
  readonly diedOn: string | null;
  readonly missingSince: PlainDate | null;
  /** A declared absence (khai báo tạm vắng); the last day is included. */
  readonly absenceFrom: PlainDate | null;
  readonly absenceUntil: PlainDate | null;
  /** Further information by decision of the Government (item 26). */
  readonly other: string | null;
};

/** An address as it was registered; `commune` may be a ward of before 2025-07-01. A null start is not known. */
export type RegisteredAddress = {
  readonly kind: (typeof addressKinds)[number];
  readonly commune: string;
  readonly line: string;
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
};

/** An identity document, an old nine-digit number (`cmnd9`) or a personal number that was cancelled. */
export type PersonDocument = {
  readonly kind: (typeof documentKinds)[number];
  readonly number: string;
  readonly issuedOn: PlainDate | null;
  readonly issuedBy: string | null;
  readonly expiresOn: PlainDate | null;
};

/** Father, mother, spouse or legal representative. `number` is null where only the name is known. */
export type Relation = {
  readonly kind: (typeof relationKinds)[number];
  readonly number: string | null;
  readonly name: string;
  readonly nationality: string | null;
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
};

/** Everything the register holds of one person. `validFrom`: since when it is so; null where nobody said. */
export type PersonRecord = {
  readonly person: Person;
  readonly details: PersonDetails;
  readonly addresses: readonly RegisteredAddress[];
  readonly documents: readonly PersonDocument[];
  readonly relations: readonly Relation[];
  readonly validFrom: PlainDate | null;
};

export const NO_DETAILS: PersonDetails = {
  otherNames: null,
  birthPlace: null,
  birthRegistrationPlace: null,
  origin: null,
  religion: null,
  bloodGroup: null,
  maritalStatus: null,
  householdSince: null,
  residenceFile: null,
  diedOn: null,
  missingSince: null,
  absenceFrom: null,
  absenceUntil: null,
  other: null,
};

/** A record of somebody of whom no more is known than a `Person` says. */
export const recordOf = (person: Person): PersonRecord => ({
  person,
  details: NO_DETAILS,
  addresses: [{ kind: "permanent", ...person.permanent, from: null, until: null }],
  documents: [],
  relations: [],
  validFrom: null,
});
