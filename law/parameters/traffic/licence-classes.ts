import type { Evidence } from "../../../src/engine/definition/index.ts";
import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { type Text, text } from "../../../src/kernel/text.ts";
import { dayCell, lazily, numberCell, parseTable } from "../table.ts";

/** The law both tables rest on, from its first day. */
export const licenceLaw = (): { readonly from: PlainDate; readonly until: null; readonly source: string } => ({
  from: dayCell("2025-01-01"),
  until: null,
  source: "36/2024/QH15",
});

/** A class of the law of 2024. `years` is how long the licence holds, null without end. Ages and terms are recalled. */
export type LicenceClass = {
  readonly name: string;
  readonly years: number | null;
  readonly age: number;
  readonly evidence: Evidence;
  readonly vehicles: Text;
};
/** Articles 57 and 59. Evidence is that of the vehicles. */
const CLASSES = `
A1||18|reported|mô tô đến 125 cm3 hoặc điện đến 11 kW|motorcycle to 125 cm3 or electric to 11 kW
A||18|reported|mô tô trên 125 cm3 hoặc trên 11 kW, và hạng A1|motorcycle above 125 cm3 or above 11 kW, and A1
B1||18|reported|mô tô ba bánh, và hạng A1|three-wheeled motorcycle, and A1
B|10|18|reported|ô tô đến 8 chỗ chở người; ô tô tải, chuyên dùng đến 3.500 kg; kéo rơ moóc đến 750 kg|car to 8 passenger seats; truck/special to 3,500 kg; trailer to 750 kg
C1|10|18|reported|ô tô tải, chuyên dùng trên 3.500 đến 7.500 kg; kéo rơ moóc đến 750 kg; và hạng B|truck/special above 3,500 to 7,500 kg; trailer to 750 kg; and B
C|5|21|reported|ô tô tải, chuyên dùng trên 7.500 kg; kéo rơ moóc đến 750 kg; và hạng B, C1|truck/special above 7,500 kg; trailer to 750 kg; and B, C1
D1|5|24|recalled|ô tô trên 8 đến 16 chỗ chở người; và hạng B, C1, C|8 to 16 passenger seats; and B, C1, C
D2|5|24|recalled|ô tô trên 16 đến 29 chỗ chở người; và hạng B, C1, C, D1|16 to 29 passenger seats; and B, C1, C, D1
D|5|27|recalled|ô tô trên 29 chỗ chở người, xe giường nằm; và hạng B, C1, C, D1, D2|above 29 passenger seats, sleeper coach; and B, C1, C, D1, D2
BE|5|21|recalled|hạng B kéo rơ moóc trên 750 kg|B with trailer above 750 kg
C1E|5|24|recalled|hạng C1 kéo rơ moóc trên 750 kg|C1 with trailer above 750 kg
CE|5|24|recalled|hạng C kéo rơ moóc trên 750 kg, đầu kéo sơ mi rơ moóc|C with trailer above 750 kg, tractor with semi-trailer
D1E|5|27|recalled|hạng D1 kéo rơ moóc trên 750 kg|D1 with trailer above 750 kg
D2E|5|27|recalled|hạng D2 kéo rơ moóc trên 750 kg|D2 with trailer above 750 kg
DE|5|27|recalled|hạng D kéo rơ moóc trên 750 kg, xe khách nối toa|D with trailer above 750 kg, articulated bus
`;
export const licenceClasses: () => ReadonlyMap<string, LicenceClass> = lazily(
  () =>
    new Map(
      parseTable(["name", "years", "age", "evidence", "vi", "en"], CLASSES).map((cells) => [
        cells.name,
        {
          name: cells.name,
          years: numberCell(cells.years),
          age: numberCell(cells.age) ?? 0,
          evidence: cells.evidence as Evidence,
          vehicles: text(cells.vi, cells.en),
        },
      ]),
    ),
);

export const RESTRICTIONS = {
  "under-175-cc-or-14-kw": text(
    "Chỉ được lái mô tô dưới 175 cm3 hoặc dưới 14 kW.",
    "Only motorcycles under 175 cm3 or under 14 kW.",
  ),
  "automatic-only": text("Chỉ được lái ô tô số tự động.", "Only cars with automatic transmission."),
} as const;
export const CERTIFICATES = {
  "tractor-to-1000-kg": text(
    "Cấp chứng chỉ điều khiển máy kéo đến 1.000 kg, kèm chứng chỉ bồi dưỡng pháp luật giao thông đường bộ.",
    "A certificate for tractors to 1,000 kg, with the certificate of training in road law.",
  ),
  "tractor-to-3500-kg": text(
    "Kèm chứng chỉ điều khiển máy kéo đến 3.500 kg.",
    "With a certificate for tractors to 3,500 kg.",
  ),
  "tractor-over-3500-kg": text(
    "Kèm chứng chỉ điều khiển máy kéo trên 3.500 kg.",
    "With a certificate for tractors above 3,500 kg.",
  ),
} as const;

/** What a class of the law of 2008 becomes on exchange: article 89. Several classes are the holder's choice. */
export type LicenceConversion = {
  readonly name: string;
  readonly automaticOnly: boolean;
  readonly classes: readonly string[];
  readonly restriction: keyof typeof RESTRICTIONS | null;
  readonly certificate: keyof typeof CERTIFICATES | null;
  readonly evidence: Evidence;
};
const CONVERSIONS = `
A1||A|under-175-cc-or-14-kw||reported
A2||A|||reported
A3||B1|||reported
A4||||tractor-to-1000-kg|reported
B1|automatic|B|automatic-only||reported
B1||B C1||tractor-to-3500-kg|reported
B2||B C1||tractor-to-3500-kg|reported
C||C||tractor-over-3500-kg|recalled
D||D2||tractor-over-3500-kg|recalled
E||D||tractor-over-3500-kg|recalled
FB2||BE C1E|||recalled
FC||CE|||recalled
FD||D2E|||recalled
FE||DE|||recalled
`;
export const licenceConversions: () => readonly LicenceConversion[] = lazily(() =>
  parseTable(["name", "kind", "classes", "restriction", "certificate", "evidence"], CONVERSIONS).map((cells) => ({
    name: cells.name,
    automaticOnly: cells.kind === "automatic",
    classes: cells.classes === "" ? [] : cells.classes.split(" "),
    restriction: cells.restriction === "" ? null : (cells.restriction as keyof typeof RESTRICTIONS),
    certificate: cells.certificate === "" ? null : (cells.certificate as keyof typeof CERTIFICATES),
    evidence: cells.evidence as Evidence,
  })),
);
