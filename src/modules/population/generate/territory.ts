import { type CommuneState, communeStates, numberPrefixes } from "../../../../law/index.ts";
import type { Draw, Weighted } from "./draw.ts";
import type { Region } from "./names.ts";

/** Where people live: provinces by their share of the population, and what streets and hamlets are called there. */

/** Thousands of inhabitants in 2025, rounded (from memory; only the proportions matter). */
const inhabitants: Weighted<string> = [
  ["79", 14000],
  ["01", 8800],
  ["91", 4950],
  ["31", 4660],
  ["75", 4490],
  ["37", 4410],
  ["82", 4370],
  ["38", 4320],
  ["86", 4260],
  ["92", 4200],
  ["25", 4020],
  ["68", 3870],
  ["40", 3830],
  ["24", 3620],
  ["52", 3580],
  ["33", 3570],
  ["66", 3350],
  ["80", 3250],
  ["48", 3060],
  ["96", 2610],
  ["56", 2240],
  ["51", 2160],
  ["44", 1870],
  ["08", 1870],
  ["19", 1800],
  ["15", 1780],
  ["42", 1620],
  ["22", 1500],
  ["46", 1430],
  ["14", 1400],
  ["20", 880],
  ["11", 670],
  ["04", 570],
  ["12", 510],
];
export const provinceCodes: readonly string[] = inhabitants.map(([code]) => code).sort();

export const regionOf = (provinceCode: string): Region =>
  provinceCode <= "37" ? "north" : provinceCode <= "68" ? "centre" : "south";

const weights = { ward: 5, commune: 3, "special-zone": 1 } as const;
let weighed: ReadonlyMap<string, Weighted<CommuneState>> | null = null;
/** The communes of today by province; put together when somebody draws, not when the house opens. */
function communesByProvince(): ReadonlyMap<string, Weighted<CommuneState>> {
  if (weighed) return weighed;
  const open = communeStates().filter((state) => state.until === null);
  weighed = new Map(
    [...Map.groupBy(open, (commune) => commune.provinceCode)].map(([province, communes]) => [
      province,
      communes.map((commune): [CommuneState, number] => [commune, weights[commune.kind]]),
    ]),
  );
  return weighed;
}
const prefixesOf = Map.groupBy(numberPrefixes, (prefix) => prefix.provinceCode);

export const drawProvince = (draw: Draw): string => draw.weighted(inhabitants);

/** A commune of the province; wards hold more people than communes do. */
export function drawCommune(draw: Draw, provinceCode: string): CommuneState {
  const communes = communesByProvince().get(provinceCode);
  if (!communes) throw new Error(`no communes in province ${provinceCode}`);
  return draw.weighted(communes);
}

/** The number prefix of a birth in the land of a province of today. */
export const drawPrefix = (draw: Draw, provinceCode: string): string =>
  draw.pick(prefixesOf.get(provinceCode) ?? numberPrefixes).prefix;

const list = (names: string): readonly string[] => names.split(", ");
const streets = list(
  "Lê Lợi, Trần Hưng Đạo, Nguyễn Huệ, Hai Bà Trưng, Lý Thường Kiệt, Quang Trung, Nguyễn Trãi, Phan Đình Phùng, Hùng Vương, Nguyễn Du, Lê Duẩn, Phan Bội Châu, Võ Thị Sáu, Ngô Quyền, Điện Biên Phủ, Trường Chinh, Hoàng Diệu, Bà Triệu, Nguyễn Công Trứ, Lê Hồng Phong, Cách Mạng Tháng Tám, Nguyễn Văn Cừ, Tôn Đức Thắng, Phạm Ngũ Lão",
);
const northern = list(
  "Đông, Đoài, Thượng, Hạ, Trung, Đình, Chùa, Mới, Phú Thịnh, An Bình, Tân Lập, Yên Phú, Hòa Mục, Vân Trì",
);
const highland = list("Nà Lốc, Pá Khôm, Huổi Cáy, Nậm Mạ, Khuổi Nọi, Nà Phặc, Tà Lèng, Co Mạ, Hua La, Phiêng Ban");
const southern = list(
  "Bình Hòa, Phú Lợi, Tân Thạnh, Mỹ Phước, Long Thuận, An Thới, Vĩnh Phú, Hòa Thuận, Thạnh Lợi, Đông Bình",
);
const central = list(
  "Phú Mỹ, An Thạch, Trung Hòa, Xuân Lộc, Hải Thành, Thanh Trung, Vĩnh Lưu, Đại An, Cẩm Sa, Liên Trì",
);
const highlands = new Set(["04", "08", "11", "12", "14", "15", "20"]);

/** The line of an address, as people write it: a street in a ward, a hamlet elsewhere. */
export function drawLine(draw: Draw, commune: CommuneState): string {
  const house = draw.between(1, 399);
  if (commune.kind === "ward") {
    const number = draw.chance(0.3) ? `${house}/${draw.between(1, 60)}` : String(house);
    const group = draw.chance(0.25) ? `, tổ dân phố ${draw.between(1, 25)}` : "";
    return `Số ${number} đường ${draw.pick(streets)}${group}`;
  }
  if (highlands.has(commune.provinceCode)) return `Nhà số ${house}, bản ${draw.pick(highland)}`;
  const region = regionOf(commune.provinceCode);
  if (region === "south") return `Số ${house}, ấp ${draw.pick(southern)}`;
  return `Nhà số ${house}, thôn ${region === "north" ? draw.pick(northern) : draw.pick(central)}`;
}
