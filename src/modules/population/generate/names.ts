import type { Draw, Weighted } from "./draw.ts";

/**
 * Names as they are spread over the country. Shares of surnames (per cent) are known facts, rounded; the lists of given
 * names are ours, by the time in which parents chose them.
 */
export type Sex = "M" | "F";
export type Region = "north" | "centre" | "south";
export type Era = "old" | "middle" | "young";

export const eraOf = (birthYear: number): Era => (birthYear < 1970 ? "old" : birthYear < 1995 ? "middle" : "young");

const everywhere: Weighted<string> = [
  ["Nguyễn", 31.5],
  ["Trần", 10.9],
  ["Lê", 8.9],
  ["Phạm", 5.9],
  ["Phan", 2.8],
  ["Trương", 2.2],
  ["Bùi", 2.1],
  ["Đặng", 1.9],
  ["Đỗ", 1.9],
  ["Ngô", 1.7],
  ["Hồ", 1.5],
  ["Dương", 1.4],
  ["Hà", 1.2],
  ["Lý", 1],
  ["Trịnh", 1],
  ["Đinh", 0.9],
  ["Đoàn", 0.7],
  ["Cao", 0.7],
  ["Lương", 0.7],
  ["Lâm", 0.7],
  ["Mai", 0.6],
  ["Đào", 0.6],
  ["Lưu", 0.6],
  ["Thái", 0.5],
  ["Phùng", 0.4],
  ["Tạ", 0.4],
  ["Tô", 0.3],
  ["Chu", 0.3],
  ["Quách", 0.2],
  ["Đậu", 0.1],
  ["Khổng", 0.1],
];
/** Hoàng and Vũ in the north are Huỳnh and Võ in the south; the centre has both. */
const surnames: Readonly<Record<Region, Weighted<string>>> = {
  north: [...everywhere, ["Hoàng", 5.1], ["Vũ", 4.9], ["Nghiêm", 0.2]],
  centre: [...everywhere, ["Hoàng", 3.1], ["Huỳnh", 2], ["Võ", 4], ["Tôn Thất", 0.1], ["Nguyễn Phước", 0.1]],
  south: [...everywhere, ["Huỳnh", 5.1], ["Võ", 4.9], ["Châu", 0.4], ["Âu Dương", 0.05]],
};

const words = (list: string): readonly string[] => list.split(" ");
const givenNames: Readonly<Record<Sex, Readonly<Record<Era, readonly string[]>>>> = {
  M: {
    old: words(
      "Hùng Dũng Thành Minh Sơn Bình Tâm Hải Thắng Vinh Lợi Phúc Quý Toàn Chiến Khải Thọ Đông Nghĩa Bảy Năm Hai Tư Út",
    ),
    middle: words(
      "Tuấn Hùng Cường Dũng Hải Nam Tùng Trung Thành Long Đức Sơn Thắng Hiếu Quân Việt Tiến Hưng Phong Kiên Vũ Tài",
    ),
    young: words(
      "Anh Huy Duy Minh Khang Bảo Khoa Phúc Khôi Nguyên Đạt Quang Kiệt Thịnh Trí Nhân Phát Đăng Hoàng Lâm Tú Thiên",
    ),
  },
  F: {
    old: words("Lan Hòa Hoa Mai Liên Thanh Bích Tuyết Nga Hương Vân Thủy Hồng Xuân Cúc Đào Lý Tám Chín Bé Nhung Sáu"),
    middle: words(
      "Hương Thảo Hà Hằng Trang Linh Thu Nga Yến Phương Dung Hạnh Loan Thủy Huyền Lan Oanh Tâm Nhung Quyên Diệp",
    ),
    young: words(
      "Anh Linh Trang Ngọc Vy Nhi My Chi Thảo Hân Uyên Ngân Quỳnh Mai Trâm Phương Châu Giang Như Khánh Duyên",
    ),
  },
};
const middleNames: Readonly<Record<Sex, Readonly<Record<Era, Weighted<string>>>>> = {
  M: {
    old: [
      ["Văn", 60],
      ["Hữu", 8],
      ["Đình", 8],
      ["Xuân", 6],
      ["Công", 5],
      ["", 5],
      ["Quang", 4],
      ["Thế", 4],
    ],
    middle: [
      ["Văn", 35],
      ["Minh", 9],
      ["Quốc", 9],
      ["Đức", 8],
      ["Thanh", 8],
      ["Hữu", 6],
      ["Xuân", 5],
      ["Anh", 5],
      ["", 3],
    ],
    young: [
      ["Minh", 16],
      ["Gia", 12],
      ["Hoàng", 10],
      ["Quốc", 8],
      ["Đức", 8],
      ["Bảo", 7],
      ["Văn", 8],
      ["Nhật", 5],
      ["Đăng", 5],
    ],
  },
  F: {
    old: [
      ["Thị", 88],
      ["Ngọc", 4],
      ["Kim", 4],
      ["", 4],
    ],
    middle: [
      ["Thị", 60],
      ["Ngọc", 9],
      ["Thanh", 7],
      ["Thu", 7],
      ["Kim", 5],
      ["Thị Thu", 4],
      ["Thị Ngọc", 4],
      ["Hồng", 4],
    ],
    young: [
      ["Ngọc", 17],
      ["Khánh", 10],
      ["Phương", 10],
      ["Thị", 14],
      ["Bảo", 8],
      ["Thùy", 7],
      ["Minh", 7],
      ["Thị Thanh", 4],
      ["Quỳnh", 6],
    ],
  },
};

/** Peoples with their own surnames, by the codes of provinces where they are many, with their share there. */
type People = {
  readonly name: string;
  readonly surnames: readonly string[];
  readonly in: Readonly<Record<string, number>>;
};
const peoples: readonly People[] = [
  {
    name: "Mông",
    surnames: words("Giàng Vừ Thào Sùng Mùa Lầu"),
    in: { "08": 0.16, "11": 0.38, "12": 0.22, "14": 0.16, "15": 0.18, "04": 0.1 },
  },
  { name: "Thái", surnames: words("Lò Lường Quàng Cà Hà Vi"), in: { "11": 0.36, "12": 0.3, "14": 0.52, "40": 0.09 } },
  { name: "Tày", surnames: words("Nông Hoàng Ma Bế Chu Vi"), in: { "04": 0.4, "08": 0.24, "19": 0.22, "20": 0.35 } },
  { name: "Nùng", surnames: words("Nông Hoàng Lương Triệu Vi"), in: { "04": 0.3, "20": 0.42, "24": 0.04 } },
  { name: "Mường", surnames: words("Bùi Đinh Quách Bạch Hà"), in: { "25": 0.2, "38": 0.1 } },
  {
    name: "Khmer",
    surnames: words("Thạch Sơn Kim Danh Lâm Châu"),
    in: { "86": 0.09, "91": 0.08, "92": 0.12, "96": 0.05 },
  },
  { name: "Ê Đê", surnames: words("Niê Mlô Êban Kbuôr"), in: { "66": 0.14 } },
  { name: "Chăm", surnames: words("Đàng Quảng Bá Thành Chế"), in: { "56": 0.08, "91": 0.01 } },
];
const edeGiven: Readonly<Record<Sex, readonly string[]>> = {
  M: words("Thuột Bhin Blô Jut Wik Kha"),
  F: words("Hen Lan Mrao Juin Yer Nguôm"),
};

/** The people a household of a province belongs to; most are Kinh. */
export function drawEthnicity(draw: Draw, provinceCode: string): string {
  let left = draw.next();
  for (const people of peoples) {
    left -= people.in[provinceCode] ?? 0;
    if (left < 0) return people.name;
  }
  return "Kinh";
}

export function drawSurname(draw: Draw, region: Region, ethnicity: string): string {
  const people = peoples.find((candidate) => candidate.name === ethnicity);
  return people ? draw.pick(people.surnames) : draw.weighted(surnames[region]);
}

/** A whole name. Ê Đê names put the given name first, with Y for men and H' for women. */
export function drawName(
  draw: Draw,
  who: { readonly surname: string; readonly sex: Sex; readonly birthYear: number; readonly ethnicity: string },
): string {
  if (who.ethnicity === "Ê Đê") return `${who.sex === "M" ? "Y " : "H'"}${draw.pick(edeGiven[who.sex])} ${who.surname}`;
  const era = eraOf(who.birthYear);
  const given = draw.pick(givenNames[who.sex][era]);
  const drawn = draw.weighted(middleNames[who.sex][era]);
  // Nobody is called Minh Minh.
  const middle = drawn.split(" ").includes(given) ? (who.sex === "M" ? "Văn" : "Thị") : drawn;
  const second = draw.chance(secondMiddleShare[era]) ? draw.pick(secondMiddles[who.sex]) : "";
  return [who.surname, middle, second === given || middle.includes(second) ? "" : second, given]
    .filter(Boolean)
    .join(" ");
}

/** Four words in a name: seldom once, usual now. */
const secondMiddleShare: Readonly<Record<Era, number>> = { old: 0.04, middle: 0.16, young: 0.34 };
const secondMiddles: Readonly<Record<Sex, readonly string[]>> = {
  M: words(
    "Minh Hoàng Anh Gia Quốc Đức Thành Trung Tuấn Nhật Thanh Hữu Xuân Ngọc Duy Quang Hải Mạnh Tấn Chí Bá Khắc Trọng Viết Công",
  ),
  F: words(
    "Ngọc Thanh Kim Hồng Thu Bích Mỹ Phương Minh Thùy Diệu Như Khánh Hoài Bảo Tuyết Ánh Cẩm Lệ Diễm Quỳnh Mai Lan Thúy Yến",
  ),
};

/** Foreigners who live here, by where they come from. */
const foreign: Weighted<readonly [nationality: string, family: string, M: string, F: string]> = [
  [["KOR", "KIM LEE PARK CHOI JUNG", "MINJUN SEOJUN DONGHYUN JIHOON", "SEOYEON JIWOO SUBIN MINJI"], 34],
  [["CHN", "WANG LI ZHANG LIU CHEN", "WEI JUN LEI QIANG", "FANG XIULAN NA JING"], 24],
  [["JPN", "SATO SUZUKI TAKAHASHI TANAKA", "HIROSHI KENTA TAKUMI", "YUI SAKURA HINA"], 12],
  [["TWN", "LIN HUANG TSAI HSU", "CHIA-HAO KUAN-YU", "YI-CHUN SHU-FEN"], 10],
  [["USA", "SMITH JOHNSON BROWN GARCIA", "JAMES MICHAEL WILLIAM", "MARY LINDA EMILY"], 8],
  [["FRA", "MARTIN BERNARD DUBOIS", "PIERRE LUC ANTOINE", "CAMILLE CLAIRE JULIE"], 6],
  [["LAO", "SISAVATH VONGSA", "BOUNMY KHAMSAY", "NOY CHANTHA"], 6],
];

export function drawForeigner(draw: Draw, sex: Sex): { readonly nationality: string; readonly name: string } {
  const [nationality, family, male, female] = draw.weighted(foreign);
  return { nationality, name: `${draw.pick(words(family))} ${draw.pick(words(sex === "M" ? male : female))}` };
}
