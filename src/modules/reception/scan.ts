import { readCardQr } from "../../kernel/card-qr.ts";
import { birthOf, expiryOf } from "../../kernel/mrz.ts";
import { isPersonNumber } from "../../kernel/person-number.ts";
import type { PartialDate, PlainDate } from "../../kernel/plain-date.ts";
import { parsePartialDate, showDate } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { readTravelZone, type TravelZone } from "../../kernel/travel-zone.ts";
import { tidy } from "../../kernel/vietnamese.ts";

/** Whoever stands at the desk, as a document or an officer says it. None of it is proven by being read. */
export type Present = {
  /** `card`: QR of a citizen or identity card; `zone`: machine-readable zone; `form`: a printed form of ours. */
  readonly source: "card" | "zone" | "typed" | "entered" | "form";
  /** Twelve digits; null for whoever has none, as most foreigners. */
  readonly number: string | null;
  /** Number of a passport or another document; null where the person number says it all. */
  readonly document: string | null;
  readonly name: string | null;
  readonly birthDate: PartialDate | null;
  readonly sex: "M" | "F" | null;
  /** ISO 3166-1, three letters. */
  readonly nationality: string;
};

/** `unread` characters of the zone whose check digits do not agree; the day of expiry where the document says one. */
export type Scan = {
  readonly present: Present;
  readonly doubts: readonly ("document" | "optional" | "birth" | "expiry" | "composite")[];
  readonly expiry: PlainDate | null;
};

export type ScanFailure =
  | { readonly kind: "empty" | "too-long" | "unknown" | "old-number" | "unreadable-characters" }
  | { readonly kind: "card-unreadable" | "zone-unreadable"; readonly field: string }
  /** Lines of the zone that are still to come. */
  | { readonly kind: "zone-incomplete"; readonly lines: number };

/** Far above the longest zone or card line; a printed form has its own limits. */
const CHARACTERS_MOST = 1_000;
const NAME = /^[\p{L}\p{M}][\p{L}\p{M} '’.-]{0,99}$/u;

/** Reads what a keyboard reader typed or an officer wrote into the one box of the desk. */
export function readScan(typed: string): Result<Scan, ScanFailure> {
  const text = typed.replace(/^\ufeff/, "").trim();
  if (text === "") return fail({ kind: "empty" });
  if (text.length > CHARACTERS_MOST) return fail({ kind: "too-long" });
  if (/[^\P{Cc}\r\n\t]|\ufffd|\p{Cs}/u.test(text)) return fail({ kind: "unreadable-characters" });
  if (text.includes("|")) return fromCard(text);
  const digits = text.replace(/[\s.]/g, "");
  if (isPersonNumber(digits)) return ok(certain(nobodyYet("typed", digits)));
  if (/^\d{9}$/.test(digits)) return fail({ kind: "old-number" });
  return text.includes("<") ? fromZone(text) : fail({ kind: "unknown" });
}

const nobodyYet = (source: Present["source"], number: string): Present => ({
  source,
  number,
  document: null,
  name: null,
  birthDate: null,
  sex: null,
  nationality: "VNM",
});
const certain = (present: Present): Scan => ({ present, doubts: [], expiry: null });

function fromCard(text: string): Result<Scan, ScanFailure> {
  const lines = text.split(/\r?\n/).filter((line) => line !== "");
  const card = readCardQr(lines.join(""));
  if (!card.ok) return fail({ kind: "card-unreadable", field: card.failure.field });
  const { personalNumber, bornOn, sex } = card.value;
  const name = tidy(card.value.name);
  if (!NAME.test(name)) return fail({ kind: "card-unreadable", field: "name" });
  return ok(
    certain({
      ...nobodyYet("card", personalNumber),
      name,
      birthDate: parsePartialDate(showDate(bornOn)),
      sex,
    }),
  );
}

const ZONE_SIZES = [
  { characters: 30, lines: 3 },
  { characters: 36, lines: 2 },
  { characters: 44, lines: 2 },
] as const;

/** Readers send the lines one by one or as one: the length says which zone it is. */
function fromZone(text: string): Result<Scan, ScanFailure> {
  const lines = text.toUpperCase().split(/\s+/).filter(Boolean);
  const joined = lines.join("");
  const size = ZONE_SIZES.find(({ characters, lines: count }) => joined.length === characters * count);
  const begun = ZONE_SIZES.find(({ characters }) => lines.every((line) => line.length === characters));
  if (!size) {
    return begun && lines.length < begun.lines
      ? fail({ kind: "zone-incomplete", lines: begun.lines - lines.length })
      : fail({ kind: "zone-unreadable", field: "text" });
  }
  const cut = Array.from({ length: size.lines }, (_, at) =>
    joined.slice(at * size.characters, (at + 1) * size.characters),
  );
  const zone = readTravelZone(cut);
  return zone.ok
    ? ok(ofZone(zone.value))
    : fail({ kind: "zone-unreadable", field: String(zone.failure.line ?? "text") });
}

function ofZone({ zone, checks }: TravelZone): Scan {
  const doubts = (["document", "optional", "birth", "expiry", "composite"] as const).filter(
    (check) => checks[check] === false,
  );
  const born = birthOf(zone);
  const isVietnamese = zone.nationality === "VNM";
  // Only a number of ours is one: other countries print what they like into the optional field.
  const number = isVietnamese && isPersonNumber(zone.personalNumber) ? zone.personalNumber : null;
  return {
    present: {
      source: "zone",
      number,
      document: number === null ? zone.documentNumber : null,
      name: [zone.surname, zone.givenNames].filter(Boolean).join(" ") || null,
      birthDate: born ? parsePartialDate(showDate(born)) : null,
      sex: zone.sex === "X" ? null : zone.sex,
      nationality: zone.nationality === "D" ? "DEU" : zone.nationality,
    },
    doubts,
    expiry: expiryOf(zone),
  };
}
