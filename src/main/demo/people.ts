import { day } from "../../kernel/plain-date.ts";
import {
  type Dwelling,
  type Organisation,
  organisationCode,
  type Person,
  type Representative,
} from "../../modules/population/index.ts";
import { invent } from "./invented.ts";

/**
 * The people one can be in a demonstration, and those around them. All are invented; numbers, codes and addresses stay the same
 * from start to start, so that a walk-through written down today still works tomorrow.
 */
const hoanKiem = "00070";
const saiGon = "26740";

export const hoa = invent({
  place: "001",
  serial: 18271,
  name: "Nguyễn Thị Hòa",
  sex: "F",
  born: "12/03/1955",
  commune: hoanKiem,
  line: "Số 18 đường Lý Thường Kiệt",
  household: "hoa",
  phone: "0950000071",
  email: "hoa@example.org",
});
/** Knows the year of his birth only, as many of his age. */
const tu = invent({
  place: "001",
  serial: 4412,
  name: "Phạm Văn Tư",
  sex: "M",
  born: "1948",
  commune: hoanKiem,
  line: "Số 18 đường Lý Thường Kiệt",
  household: "hoa",
  relation: "husband",
});

export const minh = invent({
  place: "040",
  serial: 34092,
  name: "Trần Văn Minh",
  sex: "M",
  born: "20/05/1992",
  commune: "16681",
  line: "Số 27 đường Quang Trung",
  household: "minh",
  phone: "0950000034",
  email: "minh@example.org",
});
const phuong = invent({
  place: "040",
  serial: 77310,
  name: "Lê Thị Phương",
  sex: "F",
  born: "08/11/1994",
  commune: "16681",
  line: "Số 27 đường Quang Trung",
  household: "minh",
  relation: "wife",
  phone: "0950000035",
});
const khang = invent({
  place: "040",
  serial: 1558,
  name: "Trần Gia Khang",
  sex: "M",
  born: "30/09/2021",
  commune: "16681",
  line: "Số 27 đường Quang Trung",
  household: "minh",
  relation: "child",
});

export const ha = invent({
  place: "031",
  serial: 28198,
  name: "Lê Thu Hà",
  sex: "F",
  born: "02/09/1998",
  commune: "11311",
  line: "Số 6 đường Điện Biên Phủ",
  household: "ha",
  phone: "0950000028",
  email: "ha@example.org",
});
/** Lets rooms in Ho Chi Minh City: Minh rents one of them. */
export const bao = invent({
  place: "079",
  serial: 56070,
  name: "Phạm Quốc Bảo",
  sex: "M",
  born: "15/01/1970",
  commune: saiGon,
  line: "Số 45 đường Nguyễn Huệ",
  household: "bao",
  phone: "0950000056",
  email: "bao@example.org",
});

export const duyen = invent({
  place: "046",
  serial: 46180,
  name: "Hoàng Thị Mỹ Duyên",
  sex: "F",
  born: "25/07/1980",
  commune: "19789",
  line: "Số 9 đường Hai Bà Trưng",
  household: "duyen",
  phone: "0950000046",
});
export const linh = invent({
  place: "049",
  serial: 38188,
  name: "Phan Thùy Linh",
  sex: "F",
  born: "14/02/1988",
  commune: "20410",
  line: "Số 31 đường Trần Hưng Đạo",
  household: "linh",
  phone: "0950000038",
});
export const tam = invent({
  place: "001",
  serial: 51075,
  name: "Đỗ Minh Tâm",
  sex: "M",
  born: "03/10/1975",
  commune: "00082",
  line: "Số 70 đường Lê Duẩn",
  household: "tam",
  phone: "0950000051",
});
export const tung = invent({
  place: "079",
  serial: 43083,
  name: "Võ Thanh Tùng",
  sex: "M",
  born: "19/12/1983",
  commune: "26743",
  line: "Số 102 đường Lý Tự Trọng",
  household: "tung",
  phone: "0950000043",
});

export const demoCitizens: readonly Person[] = [hoa, tu, minh, phuong, khang, ha, bao, duyen, linh, tam, tung];

export const songHuong: Organisation = {
  code: organisationCode(1),
  name: "Khách sạn Sông Hương",
  kind: "enterprise",
  address: { commune: "19789", line: "Số 11 đường Lê Lợi" },
  superior: null,
  phone: "0950001001",
  email: "song-huong@example.org",
  lodgingKind: "hotel",
};
export const lantern: Organisation = {
  code: organisationCode(2),
  name: "Hoi An Lantern Hotel",
  kind: "enterprise",
  address: { commune: "20410", line: "Số 88 đường Cửa Đại" },
  superior: null,
  phone: "0950001002",
  email: "lantern@example.org",
  lodgingKind: "hotel",
};
/** Works under the Law on Notarisation: registers its seal. */
export const minhTam: Organisation = {
  code: organisationCode(3),
  name: "Văn phòng công chứng Minh Tâm",
  kind: "enterprise-special-law",
  address: { commune: "00082", line: "Số 36 đường Phan Bội Châu" },
  superior: "Sở Tư pháp thành phố Hà Nội",
  phone: "0950001003",
  email: "minh-tam@example.org",
  lodgingKind: null,
};
/** Works under the Law on Enterprises alone: decides on its own seal, and registers none. */
export const anhDuong: Organisation = {
  code: organisationCode(4),
  name: "Công ty TNHH Thương mại Ánh Dương",
  kind: "enterprise",
  address: { commune: "26743", line: "Số 15 đường Lê Thánh Tôn" },
  superior: null,
  phone: "0950001004",
  email: "anh-duong@example.org",
  lodgingKind: null,
};

export const demoOrganisations: readonly Organisation[] = [songHuong, lantern, minhTam, anhDuong];

const speaks = (person: Person, organisation: Organisation): Representative => ({
  organisationCode: organisation.code,
  personNumber: person.number,
  from: day("2025-07-01"),
  until: null,
  evidence: "Đăng ký tổ chức (dữ liệu minh họa)",
});
export const demoRepresentatives: readonly Representative[] = [
  speaks(duyen, songHuong),
  speaks(linh, lantern),
  speaks(tam, minhTam),
  speaks(tung, anhDuong),
];

const owns = (person: Person, commune: string, line: string): Dwelling => ({
  ownerNumber: person.number,
  address: { commune, line },
});
/** Hà owns a flat where she wants to register: the paper about the dwelling is not asked of her. Minh rents: it is. */
export const demoDwellings: readonly Dwelling[] = [
  owns(hoa, hoanKiem, hoa.permanent.line),
  owns(minh, "16681", minh.permanent.line),
  owns(bao, saiGon, bao.permanent.line),
  owns(bao, saiGon, "Số 45/3 đường Nguyễn Huệ"),
  owns(ha, saiGon, "Căn hộ 12.05, số 2 đường Tôn Đức Thắng"),
];
