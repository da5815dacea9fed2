import type { OfficeRole } from "../../engine/permission/index.ts";
import type { Text } from "../../kernel/text.ts";
import type { Person } from "../../modules/population/index.ts";
import { fixedId, invent } from "./invented.ts";

/** The officers of the demonstration: a small staff in each office that the demonstration leads to, and one of all trades. */
export type DemoOfficer = { readonly subject: string; readonly person: Person; readonly label: Text };
export type DemoPost = {
  readonly id: string;
  readonly officerSubject: string;
  readonly unitId: string;
  readonly roles: readonly OfficeRole[];
  readonly title: string;
};

/** Work of a staff of four, and the title each bears in a commune's police and in a division. */
const staff: readonly {
  readonly key: string;
  readonly roles: readonly OfficeRole[];
  readonly commune: string;
  readonly division: string;
  readonly en: string;
}[] = [
  {
    key: "tiep-nhan",
    roles: ["deskOfficer"],
    commune: "Cán bộ tiếp nhận",
    division: "Cán bộ tiếp nhận",
    en: "desk officer",
  },
  { key: "thu-ly", roles: ["caseOfficer"], commune: "Cán bộ thụ lý", division: "Cán bộ thụ lý", en: "case officer" },
  {
    key: "lanh-dao",
    roles: ["unitLead", "signer"],
    commune: "Phó Trưởng Công an",
    division: "Phó Trưởng phòng",
    en: "deputy head, signs",
  },
  { key: "van-thu", roles: ["clerk"], commune: "Cán bộ văn thư", division: "Cán bộ văn thư", en: "clerk" },
];

type Staffed = {
  readonly unitId: string;
  readonly slug: string;
  readonly place: Text;
  readonly commune: string;
  readonly birthplace: string;
  readonly names: readonly (readonly [string, "M" | "F"])[];
};
const offices: readonly Staffed[] = [
  {
    unitId: "ca-26740",
    slug: "sai-gon",
    place: { vi: "Công an phường Sài Gòn", en: "Sai Gon Ward Police" },
    commune: "26740",
    birthplace: "079",
    names: [
      ["Ngô Thị Kim Anh", "F"],
      ["Đặng Quốc Việt", "M"],
      ["Bùi Thế Sơn", "M"],
      ["Lý Thu Thảo", "F"],
    ],
  },
  {
    unitId: "ca-19789",
    slug: "thuan-hoa",
    place: { vi: "Công an phường Thuận Hóa", en: "Thuan Hoa Ward Police" },
    commune: "19789",
    birthplace: "046",
    names: [
      ["Tôn Nữ Diệu Hiền", "F"],
      ["Hồ Đắc Lợi", "M"],
      ["Trương Công Thành", "M"],
      ["Mai Thị Nhung", "F"],
    ],
  },
  {
    unitId: "ca-00070",
    slug: "hoan-kiem",
    place: { vi: "Công an phường Hoàn Kiếm", en: "Hoan Kiem Ward Police" },
    commune: "00070",
    birthplace: "001",
    names: [
      ["Vũ Thị Hạnh", "F"],
      ["Đào Trung Kiên", "M"],
      ["Nguyễn Mạnh Hùng", "M"],
      ["Tạ Bích Ngọc", "F"],
    ],
  },
  {
    unitId: "pc06-79",
    slug: "pc06-hcm",
    place: { vi: "PC06 Thành phố Hồ Chí Minh", en: "PC06 Ho Chi Minh City" },
    commune: "26743",
    birthplace: "079",
    names: [
      ["Huỳnh Ngọc Trâm", "F"],
      ["Lâm Chí Thiện", "M"],
      ["Châu Minh Đức", "M"],
      ["Phan Thị Yến", "F"],
    ],
  },
  {
    unitId: "pc06-46",
    slug: "pc06-hue",
    place: { vi: "PC06 Thành phố Huế", en: "PC06 Hue" },
    commune: "19753",
    birthplace: "046",
    names: [
      ["Lê Thị Khánh Ly", "F"],
      ["Nguyễn Hữu Phước", "M"],
      ["Đoàn Quang Vinh", "M"],
      ["Võ Thị Lan", "F"],
    ],
  },
  {
    unitId: "pc06-01",
    slug: "pc06-ha-noi",
    place: { vi: "PC06 Thành phố Hà Nội", en: "PC06 Hanoi" },
    commune: "00166",
    birthplace: "001",
    names: [
      ["Phùng Thu Trang", "F"],
      ["Trịnh Đức Anh", "M"],
      ["Nguyễn Văn Cường", "M"],
      ["Chu Thị Hoài", "F"],
    ],
  },
];

const employed = offices.flatMap((office, at) =>
  office.names.map(([name, sex], place) => {
    const work = staff[place];
    if (!work) throw new Error(`${office.unitId} has more people than work`);
    const subject = `can-bo-${office.slug}-${work.key}`;
    const inCommune = office.unitId.startsWith("ca-");
    const person = invent({
      place: office.birthplace,
      serial: 900_000 + at * 10 + place,
      name,
      sex,
      born: `${10 + place}/0${at + 1}/${1975 + at + place * 3}`,
      commune: office.commune,
      line: `Số ${200 + at * 10 + place} đường Hùng Vương`,
      household: subject,
    });
    const title = inCommune ? work.commune : work.division;
    const officer: DemoOfficer = {
      subject,
      person,
      label: { vi: `${title}, ${office.place.vi}`, en: `${office.place.en}: ${work.en}` },
    };
    const post: DemoPost = {
      id: fixedId(`post ${subject}`),
      officerSubject: subject,
      unitId: office.unitId,
      roles: work.roles,
      title,
    };
    return { officer, post };
  }),
);

/** Holds every role in every office of the demonstration, so that one person can walk a dossier to its end. */
const allRound: DemoOfficer = {
  subject: "can-bo-kiem-nhiem",
  person: invent({
    place: "001",
    serial: 910_000,
    name: "Vũ Hải Đăng",
    sex: "M",
    born: "01/06/1985",
    commune: "00166",
    line: "Số 300 đường Cầu Giấy",
    household: "can-bo-kiem-nhiem",
  }),
  label: { vi: "Kiêm mọi vai trò, để thử nhanh", en: "Every role, for a quick try" },
};
/** Duties of the house itself: two who keep the figures of the law, one who oversees the offices of a city, one who runs the services. */
const houseDuties = [
  {
    subject: "can-bo-phap-che-soan",
    unitId: "c06",
    place: "C06",
    name: "Lương Thị Minh Nguyệt",
    sex: "F",
    roles: ["lawEditor"],
    title: "Cán bộ pháp chế",
    en: "proposes figures of the law",
  },
  {
    subject: "can-bo-phap-che-duyet",
    unitId: "c06",
    place: "C06",
    name: "Đỗ Quang Khải",
    sex: "M",
    roles: ["lawApprover"],
    title: "Lãnh đạo pháp chế",
    en: "approves figures of the law",
  },
  {
    subject: "can-bo-theo-doi-hcm",
    unitId: "ca-79",
    place: "Công an Thành phố Hồ Chí Minh",
    name: "Quách Gia Bảo",
    sex: "M",
    roles: ["overseer"],
    title: "Lãnh đạo theo dõi",
    en: "oversees the offices of the city",
  },
  {
    subject: "can-bo-van-hanh",
    unitId: "c06",
    place: "C06",
    name: "Trịnh Hoàng Long",
    sex: "M",
    roles: ["operator"],
    title: "Cán bộ vận hành",
    en: "runs the services",
  },
] as const;
const keeping = houseDuties.map(({ subject, unitId, place, name, sex, roles, title, en }, at) => {
  const person = invent({
    place: "001",
    serial: 920_000 + at,
    name,
    sex,
    born: `1${at}/09/198${at}`,
    commune: "00166",
    line: `Số ${310 + at} đường Cầu Giấy`,
    household: subject,
  });
  const officer: DemoOfficer = { subject, person, label: { vi: `${title}, ${place}`, en: `${place}: ${en}` } };
  const post: DemoPost = { id: fixedId(`post ${subject}`), officerSubject: subject, unitId, roles, title };
  return { officer, post };
});

/** Those who take and keep money: a cashier at a ward, one who keeps a ward's accounts, one who keeps a province's. */
const moneyKeepers = [
  {
    subject: "can-bo-sai-gon-thu-ngan",
    unitId: "ca-26740",
    place: { vi: "Công an phường Sài Gòn", en: "Sai Gon Ward Police" },
    name: "Trịnh Thị Ngọc Bích",
    sex: "F",
    roles: ["cashier"],
    title: "Thủ quỹ",
    en: "cashier",
  },
  {
    subject: "can-bo-sai-gon-ke-toan",
    unitId: "ca-26740",
    place: { vi: "Công an phường Sài Gòn", en: "Sai Gon Ward Police" },
    name: "Hà Duy Khang",
    sex: "M",
    roles: ["treasurer"],
    title: "Kế toán",
    en: "treasurer",
  },
  {
    subject: "can-bo-pc06-hcm-ke-toan",
    unitId: "pc06-79",
    place: { vi: "PC06 Thành phố Hồ Chí Minh", en: "PC06 Ho Chi Minh City" },
    name: "Dương Thị Hồng Vân",
    sex: "F",
    roles: ["treasurer"],
    title: "Kế toán",
    en: "treasurer of the province",
  },
] as const;
const keepingMoney = moneyKeepers.map(({ subject, unitId, place, name, sex, roles, title, en }, at) => {
  const person = invent({
    place: "079",
    serial: 930_000 + at,
    name,
    sex,
    born: `0${at + 3}/04/198${at}`,
    commune: "26740",
    line: `Số ${320 + at} đường Hùng Vương`,
    household: subject,
  });
  const officer: DemoOfficer = { subject, person, label: { vi: `${title}, ${place.vi}`, en: `${place.en}: ${en}` } };
  const post: DemoPost = { id: fixedId(`post ${subject}`), officerSubject: subject, unitId, roles, title };
  return { officer, post };
});

const allRoles: readonly OfficeRole[] = ["deskOfficer", "caseOfficer", "unitLead", "signer", "clerk"];
const allUnits = [...offices.map((office) => office.unitId), "ca-20410", "c06"];

export const demoOfficers: readonly DemoOfficer[] = [
  allRound,
  ...employed.map(({ officer }) => officer),
  ...keeping.map(({ officer }) => officer),
  ...keepingMoney.map(({ officer }) => officer),
];
export const demoPosts: readonly DemoPost[] = [
  ...allUnits.map((unitId) => ({
    id: fixedId(`post ${allRound.subject} ${unitId}`),
    officerSubject: allRound.subject,
    unitId,
    roles: allRoles,
    title: "Cán bộ kiêm nhiệm (minh họa)",
  })),
  ...employed.map(({ post }) => post),
  ...keeping.map(({ post }) => post),
  ...keepingMoney.map(({ post }) => post),
];
