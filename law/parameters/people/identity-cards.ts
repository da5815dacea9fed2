import { day, type PlainDate } from "../../../src/kernel/plain-date.ts";

type Row = {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly source: string;
  readonly article: string;
  readonly evidence: "reported";
};

/** The birthdays by which a card is exchanged, by the day of its issue. */
export type ExchangeAges = Row & { readonly ages: readonly number[] };
export const exchangeAges: readonly ExchangeAges[] = [
  {
    ages: [25, 40, 60],
    from: day("2016-01-01"),
    until: day("2024-06-30"),
    source: "59/2014/QH13",
    article: "21",
    evidence: "reported",
  },
  {
    ages: [14, 25, 40, 60],
    from: day("2024-07-01"),
    until: null,
    source: "26/2023/QH15",
    article: "21",
    evidence: "reported",
  },
];

/** A card issued this many years before an exchange birthday, or less, holds until the next one; both laws say so. */
export const YEARS_BEFORE_EXCHANGE = 2;

/** Cards that ended between the two days (included) went on to the last day of the old law. */
export const prolongation: Row & { readonly until: PlainDate; readonly prolongedTo: PlainDate } = {
  from: day("2024-01-15"),
  until: day("2024-06-29"),
  prolongedTo: day("2024-06-30"),
  source: "26/2023/QH15",
  article: "46",
  evidence: "reported",
};

export type Attendee = "child" | "representative" | "applicant";
export type Biometric = "face" | "fingerprints" | "iris";
export type FilingChannel = "vneid" | "portal" | "desk";
export type Filer = "self" | "representative";
/** Who comes in person for an identity card, by age in whole years (both bounds included), and what is taken from whom. */
export type CardAppointment = Row & {
  readonly least: number;
  readonly most: number | null;
  readonly channels: readonly FilingChannel[];
  readonly filedBy: readonly Filer[];
  readonly attendees: readonly Attendee[];
  readonly biometrics: readonly Biometric[];
};
const since = {
  from: day("2024-07-01"),
  until: null,
  source: "26/2023/QH15",
  article: "23",
  evidence: "reported",
} as const;
const online = ["vneid", "portal"] as const;
const everywhere = ["vneid", "portal", "desk"] as const;
const anyone = ["self", "representative"] as const;
const all: readonly Biometric[] = ["face", "fingerprints", "iris"];

export const cardAppointments: readonly CardAppointment[] = [
  { ...since, least: 0, most: 5, channels: online, filedBy: anyone, attendees: [], biometrics: [] },
  // A child not yet registered is filed for at the desk as well: the representative comes, never the child.
  { ...since, least: 0, most: 5, channels: ["desk"], filedBy: anyone, attendees: ["representative"], biometrics: [] },
  {
    ...since,
    least: 6,
    most: 13,
    channels: everywhere,
    filedBy: anyone,
    attendees: ["child", "representative"],
    biometrics: all,
  },
  {
    ...since,
    least: 14,
    most: null,
    channels: everywhere,
    filedBy: ["self"],
    attendees: ["applicant"],
    biometrics: all,
  },
  // Who cannot act alone is helped by the representative, and comes all the same.
  {
    ...since,
    least: 14,
    most: null,
    channels: everywhere,
    filedBy: ["representative"],
    attendees: ["representative", "applicant"],
    biometrics: all,
  },
];
