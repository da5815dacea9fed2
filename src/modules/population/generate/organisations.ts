import { communeTitle } from "../../../../law/index.ts";
import { day } from "../../../kernel/plain-date.ts";
import type { LodgingKind, Organisation, OrganisationKind, Person, Representative } from "../person.ts";
import type { Draw } from "./draw.ts";
import { drawCommune, drawLine, drawProvince, provinceCodes } from "./territory.ts";

/** What kinds of organisations there are, how many, and what they call themselves. */
type Kind = {
  readonly kind: OrganisationKind;
  readonly count: number;
  readonly lodging?: LodgingKind;
  readonly superior?: string;
  name(draw: Draw, place: string): string;
};

const list = (names: string): readonly string[] => names.split(", ");
const waters = list(
  "Sông Xanh, Biển Ngọc, Hoa Sen, Thảo Nguyên, Mây Trắng, Bình Minh, Hải Âu, Phố Cổ, Đồi Thông, Ánh Trăng, Hương Lúa, Cát Vàng",
);
const people = list(
  "Thu Hằng, Minh Châu, Ngọc Lan, Thành Đạt, Gia Bảo, Hồng Phúc, An Nhiên, Tuấn Anh, Kim Ngân, Phương Nam",
);
const trades = list("Xây dựng, Thương mại, Vận tải, Chế biến nông sản, Công nghệ, Dệt may, Thủy sản, Nội thất");

const kinds: readonly Kind[] = [
  { kind: "enterprise", count: 24, lodging: "hotel", name: (draw) => `Khách sạn ${draw.pick(waters)}` },
  { kind: "household-business", count: 22, lodging: "guesthouse", name: (draw) => `Nhà nghỉ ${draw.pick(people)}` },
  { kind: "enterprise", count: 8, lodging: "apartments", name: (draw) => `Căn hộ du lịch ${draw.pick(waters)}` },
  { kind: "household-business", count: 8, lodging: "dormitory", name: (draw) => `Nhà trọ ${draw.pick(people)}` },
  {
    kind: "public-unit",
    count: 6,
    lodging: "health-facility",
    superior: "Sở Y tế",
    name: (_draw, place) => `Bệnh viện Đa khoa ${place}`,
  },
  {
    kind: "public-unit",
    count: 8,
    superior: "Sở Giáo dục và Đào tạo",
    name: (_draw, place) => `Trường Trung học phổ thông ${place}`,
  },
  {
    kind: "emblem",
    count: 6,
    superior: "Ủy ban nhân dân tỉnh",
    name: (_draw, place) => `Ủy ban nhân dân ${place}`,
  },
  {
    kind: "enterprise-special-law",
    count: 8,
    superior: "Sở Tư pháp",
    name: (draw) => `Văn phòng công chứng ${draw.pick(people)}`,
  },
  {
    kind: "enterprise-special-law",
    count: 6,
    superior: "Sở Tư pháp",
    name: (draw) => `Văn phòng luật sư ${draw.pick(people)}`,
  },
  { kind: "association", count: 6, superior: "Sở Nội vụ", name: (_draw, place) => `Hội Cựu giáo chức ${place}` },
  { kind: "association", count: 3, superior: "Sở Nội vụ", name: (draw) => `Quỹ Khuyến học ${draw.pick(people)}` },
  { kind: "religious", count: 3, name: (_draw, place) => `Ban Trị sự Giáo hội Phật giáo ${place}` },
  { kind: "enterprise-special-law", count: 4, name: (_draw, place) => `Hợp tác xã Nông nghiệp ${place}` },
  { kind: "enterprise", count: 8, name: (draw) => `Công ty TNHH ${draw.pick(trades)} ${draw.pick(people)}` },
];

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];
/**
 * A ten-digit code with a right check digit. It begins with 99, which no tax office gives out, so that an invented
 * organisation is never a real one.
 */
export function organisationCode(serial: number): string {
  const body = `99${String(serial).padStart(7, "0")}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  const check = 10 - (sum % 11);
  // A remainder that would need two digits has no code: the next serial of the same hundred is taken.
  return check === 10 ? organisationCode(serial + 100_000) : `${body}${check}`;
}

/** Organisations all over the country, each represented by a grown-up of its province. */
export function generateOrganisations(
  draw: Draw,
  persons: readonly Person[],
  provinceOf: (communeCode: string) => string,
  birthYearAtMost: number,
): { organisations: readonly Organisation[]; representatives: readonly Representative[] } {
  const grown = persons.filter(
    (p) => p.birth.year <= birthYearAtMost && p.birth.year >= birthYearAtMost - 40 && !p.deceased,
  );
  const grownOf = Map.groupBy(grown, (person) => provinceOf(person.permanent.commune));
  const organisations: Organisation[] = [];
  const representatives: Representative[] = [];
  for (const kind of kinds) {
    for (let count = 0; count < kind.count; count += 1) {
      const province = provinceCodes[organisations.length] ?? drawProvince(draw);
      const commune = drawCommune(draw, province);
      const code = organisationCode(organisations.length + 1000);
      organisations.push({
        code,
        name: kind.name(
          draw,
          kind.kind === "emblem" ? communeTitle(commune).vi.replace(/^./, (c) => c.toLowerCase()) : commune.name,
        ),
        kind: kind.kind,
        address: { commune: commune.code, line: drawLine(draw, commune) },
        superior: kind.superior ?? null,
        phone: `095${String(draw.between(0, 9_999_999)).padStart(7, "0")}`,
        email: `lien-he.${code}@example.org`,
        lodgingKind: kind.lodging ?? null,
      });
      representatives.push({
        organisationCode: code,
        personNumber: draw.pick(grownOf.get(province) ?? grown).number,
        from: day("2025-07-01"),
        until: null,
        evidence: "Đăng ký tổ chức (dữ liệu minh họa)",
      });
    }
  }
  return { organisations, representatives };
}
