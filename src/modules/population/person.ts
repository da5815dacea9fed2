import type { PersonNumber } from "../../kernel/person-number.ts";
import type { PartialDate, PlainDate } from "../../kernel/plain-date.ts";
import type { PersonRecord } from "./record.ts";

/** A person as the register holds them. */
export type Person = {
  readonly number: PersonNumber;
  readonly name: string;
  readonly birth: PartialDate;
  readonly sex: "M" | "F";
  /** ISO 3166-1, three letters. */
  readonly nationality: string;
  readonly ethnicity: string;
  readonly householdId: string | null;
  /** `head`, or a value of the residence database's list: wife, husband, child, father … */
  readonly relationToHead: string | null;
  readonly permanent: { readonly commune: string; readonly line: string };
  readonly phone: string | null;
  readonly email: string | null;
  readonly deceased: boolean;
};

export const lodgingKinds = ["hotel", "guesthouse", "apartments", "health-facility", "dormitory", "other"] as const;
export type LodgingKind = (typeof lodgingKinds)[number];

/**
 * What an organisation is, in the words of the published list of seals (2.001403) where it has one: the kind decides who registers
 * a seal (Decree 99/2016/NĐ-CP art. 7, 8). `enterprise` works under the Law on Enterprises alone; notary and law offices and
 * co-operatives under laws of their own.
 */
export const organisationKinds = [
  "enterprise",
  "household-business",
  "enterprise-special-law",
  "association",
  "religious",
  "public-unit",
  "emblem",
  "state-management",
  "foreign",
  "other",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export type Organisation = {
  /** Ten digits, as enterprises are registered. */
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly address: { readonly commune: string; readonly line: string };
  /** The body above it, which confirms some of its requests. */
  readonly superior: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly lodgingKind: LodgingKind | null;
};

/** Who speaks for an organisation, from when until when (included), and on what ground we believe it. */
export type Representative = {
  readonly organisationCode: string;
  readonly personNumber: PersonNumber;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly evidence: string;
};

export type Dwelling = {
  readonly ownerNumber: PersonNumber;
  readonly address: { readonly commune: string; readonly line: string };
};

/** Everything a register starts with. */
export type Population = {
  readonly persons: readonly Person[];
  /** The same people with all that is known of them; left out where no more is known. */
  readonly records?: readonly PersonRecord[];
  readonly dwellings: readonly Dwelling[];
  readonly organisations: readonly Organisation[];
  readonly representatives: readonly Representative[];
};
