import { daysInMonth, type PartialDate, type PlainDate } from "../../../kernel/plain-date.ts";
import type { PersonDocument } from "../record.ts";
import type { Draw } from "./draw.ts";

const two = (n: number): string => String(n).padStart(2, "0");
export const dayIn = (draw: Draw, year: number, firstMonth = 1, lastMonth = 12): PlainDate => {
  const month = draw.between(firstMonth, lastMonth);
  return `${year}-${two(month)}-${two(draw.between(1, daysInMonth(year, month)))}` as PlainDate;
};

/** The nine-digit numbers of a run, some of which come back: they were given by provinces that did not ask each other. */
export type OldNumbers = (draw: Draw) => string;
export function createOldNumbers(): OldNumbers {
  let last = "";
  return (draw) => {
    // No province began its numbers with 9: an invented one is nobody's.
    if (last === "" || !draw.chance(0.0006)) last = `9${String(draw.between(0, 99_999_999)).padStart(8, "0")}`;
    return last;
  };
}

type Bearer = { readonly number: string; readonly birth: PartialDate; readonly nationality: string };

/** The papers a person of that age has: the old number of those who were grown up before 2016, and the present card. */
export function drawDocuments(draw: Draw, who: Bearer, oldNumber: OldNumbers): readonly PersonDocument[] {
  const found: PersonDocument[] = [];
  const { year } = who.birth;
  if (who.nationality !== "VNM") return foreignPapers(draw, year);
  if (year <= 1999 && draw.chance(0.93)) {
    found.push({
      kind: "cmnd9",
      number: oldNumber(draw),
      issuedOn: dayIn(draw, Math.min(2015, Math.max(1978, year + draw.between(15, 30)))),
      issuedBy: "Công an tỉnh",
      expiresOn: null,
    });
  }
  if (year <= 2011 && draw.chance(0.96)) found.push(card(draw, who));
  return found;
}

const CARDS = [
  [2024, "can-cuoc", "Bộ Công an"],
  [2021, "cccd-chip", "Cục Cảnh sát quản lý hành chính về trật tự xã hội"],
  [2016, "cccd", "Cục Cảnh sát đăng ký quản lý cư trú và dữ liệu quốc gia về dân cư"],
] as const;

/** Valid until the birthday at 25, 40 or 60 that is more than two years off; afterwards without end (Law 26/2023 art. 21). */
function card(draw: Draw, { number, birth }: Bearer): PersonDocument {
  const issued = Math.max(birth.year + 14, draw.between(2019, 2026));
  const [, kind, issuedBy] = CARDS.find(([from]) => issued > from || (issued === from && from !== 2024)) ?? CARDS[1];
  const age = [25, 40, 60].find((line) => line - 2 > issued - birth.year);
  const month = two(birth.month ?? 1);
  const dayOf = two(Math.min(birth.day ?? 1, 28));
  return {
    kind,
    number,
    issuedOn:
      issued === 2024 ? dayIn(draw, issued, 1, 6) : issued === 2026 ? dayIn(draw, issued, 1, 6) : dayIn(draw, issued),
    issuedBy,
    expiresOn: age === undefined ? null : (`${birth.year + age}-${month}-${dayOf}` as PlainDate),
  };
}

/** A passport number begins with ZZ, which no state gives out. */
function foreignPapers(draw: Draw, birthYear: number): readonly PersonDocument[] {
  const serial = (): string => String(draw.between(0, 9_999_999)).padStart(7, "0");
  const from = Math.max(2018, birthYear);
  const passport = draw.between(from, 2025);
  return [
    {
      kind: "passport",
      number: `ZZ${serial()}`,
      issuedOn: dayIn(draw, passport),
      issuedBy: null,
      expiresOn: dayIn(draw, passport + 10),
    },
    {
      kind: "residence-card",
      number: `TR${serial()}`,
      issuedOn: dayIn(draw, 2025),
      issuedBy: "Cục Quản lý xuất nhập cảnh",
      expiresOn: dayIn(draw, 2027),
    },
  ];
}
