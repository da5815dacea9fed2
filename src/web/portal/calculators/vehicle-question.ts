import { loadQuestions } from "../../../../law/index.ts";
import { day, type PlainDate } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { AskedForm } from "./asked-form.ts";

/** What the calculator of vehicles asks, read from the address. */
export const VEHICLE_NAMES = [
  "xe",
  "gia",
  "lan",
  "cap",
  "nang-luong",
  "trong-nuoc",
  "tinh",
  "noi",
  "tinh-ly",
  "ngay",
] as const;

/** Kinds of vehicle as people say them, and how each calculation calls them. */
export const KINDS = {
  "xe-may": { tax: "motorcycle", fee: "motorcycle", label: text("Xe máy, mô tô", "Motorcycle") },
  "o-to-9": {
    tax: "passenger-car",
    fee: "passenger-car",
    label: text("Ô tô chở người đến 9 chỗ", "Passenger car, up to 9 seats"),
  },
  "o-to-10": {
    tax: "passenger-car",
    fee: "passenger-car",
    seats: 10,
    label: text("Ô tô chở người từ 10 chỗ", "Passenger car, 10 seats and more"),
  },
  pickup: { tax: "passenger-pickup", fee: "passenger-pickup", label: text("Pickup chở người", "Passenger pick-up") },
  "ban-tai": {
    tax: "goods-pickup-double-cab",
    fee: "goods-pickup",
    label: text("Bán tải chở hàng, cabin kép", "Goods pick-up with a double cab"),
  },
  van: {
    tax: "cargo-van-two-rows",
    fee: "other-car",
    label: text("Tải VAN có từ hai hàng ghế", "Cargo van with two seat rows"),
  },
  "xe-khac": { tax: "other-car", fee: "other-car", label: text("Ô tô khác, xe tải", "Other car, lorry") },
  "ro-mooc": { tax: "trailer", fee: "trailer", label: text("Rơ moóc, sơ mi rơ moóc", "Trailer, semi-trailer") },
} as const;
export type KindName = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as readonly KindName[];

export const OCCASIONS = { "lan-dau": "first", "lan-sau": "later" } as const;
export const ISSUES = {
  moi: {
    item: "first-registration-with-plate",
    label: text("Chứng nhận đăng ký kèm biển số, lần đầu", "Certificate with a plate, first time"),
  },
  doi: {
    item: "change-or-reissue-certificate-and-plate",
    label: text("Đổi, cấp lại chứng nhận và biển số", "Certificate and plate, changed or reissued"),
  },
  "chung-nhan": {
    item: "certificate-only",
    label: text("Chỉ chứng nhận, giữ biển số", "Certificate only, the plate stays"),
  },
} as const;
export const POWERS = {
  "xang-dau": { power: "combustion", label: text("Xăng, dầu", "Petrol or diesel") },
  "lai-dien": { power: "hybrid", label: text("Lai điện (hybrid)", "Hybrid") },
  dien: { power: "battery-electric", label: text("Điện chạy pin", "Battery electric") },
} as const;
export const LOCALITIES = {
  phuong: { key: "ward", old: false, label: text("Phường", "Ward") },
  xa: { key: "commune", old: false, label: text("Xã", "Commune") },
  "dac-khu": { key: "special-zone", old: false, label: text("Đặc khu", "Special zone") },
  "thanh-pho": { key: "provincial-city", old: true, label: text("Thành phố thuộc tỉnh", "City of a province") },
  "thi-xa": { key: "town", old: true, label: text("Thị xã", "Town") },
  huyen: { key: "district-other", old: true, label: text("Quận, huyện", "Urban or rural district") },
} as const;
const names = <T extends string>(table: Readonly<Record<T, unknown>>) => Object.keys(table) as T[];

/** Since this day there are no districts; before, the fee went by them. */
export const TWO_LEVELS_FROM = day("2025-07-01");

export type VehicleQuestion = {
  readonly kind: KindName;
  readonly occasion: keyof typeof OCCASIONS;
  readonly issue: keyof typeof ISSUES;
  readonly price: number;
  readonly power: keyof typeof POWERS;
  readonly domestic: boolean;
  readonly province: string;
  readonly locality: keyof typeof LOCALITIES;
  readonly seat: boolean;
};

const choose = (vi: string, en: string): Text => text(`Vui lòng chọn ${vi}.`, `Choose ${en}.`);

const NO_DISTRICTS = text(
  "Từ 01/07/2025 không còn cấp huyện. Vui lòng chọn phường, xã hoặc đặc khu.",
  "Since 01/07/2025 there are no districts. Choose a ward, a commune or a special zone.",
);
const DISTRICTS_THEN = text(
  "Trước 01/07/2025 lệ phí tùy cấp huyện. Vui lòng chọn thành phố, thị xã hoặc quận, huyện.",
  "Before 01/07/2025 the fee went by the district. Choose a city, a town or a district.",
);

/** Reads every question, so that all mistakes are told at once; null where nothing was asked or something is wrong. */
export function readVehicle(form: AskedForm, provinces: readonly string[], on: PlainDate): VehicleQuestion | null {
  const kind = form.choice("xe", KIND_NAMES, null, choose("loại xe", "a kind of vehicle"));
  const occasion = form.choice("lan", names(OCCASIONS), "lan-dau", choose("lần nộp", "first or later"));
  const issue = form.choice("cap", names(ISSUES), "moi", choose("giấy tờ được cấp", "what is issued"));
  const price = form.money("gia");
  const power = form.choice("nang-luong", names(POWERS), "xang-dau", choose("nguồn năng lượng", "a source of power"));
  const province = form.choice("tinh", provinces, null, choose("tỉnh, thành phố", "a province or city"));
  const locality = form.choice(
    "noi",
    names(LOCALITIES),
    on < TWO_LEVELS_FROM ? "huyen" : "phuong",
    choose("loại đơn vị", "a kind of unit"),
  );
  if (form.asked && locality && LOCALITIES[locality].old !== on < TWO_LEVELS_FROM)
    form.errors.noi = on < TWO_LEVELS_FROM ? DISTRICTS_THEN : NO_DISTRICTS;
  const right = form.asked && Object.keys(form.errors).length === 0;
  if (!right || !kind || !occasion || !issue || price === null || !power || !province || !locality) return null;
  const [domestic, seat] = [form.ticked("trong-nuoc", ["1"]).length > 0, form.ticked("tinh-ly", ["1"]).length > 0];
  return { kind, occasion, issue, price, power, domestic, province, locality, seat };
}

/** Every province people know by name, also those that were merged; those say where they belong now. */
export async function provinceChoices(): Promise<readonly { readonly value: string; readonly label: string }[]> {
  const { provinceRowsOfAllTimes, provincesByCode } = await loadQuestions();
  const codes = [...new Set(provinceRowsOfAllTimes().map(({ code }) => code))];
  return codes
    .flatMap((code) => {
      const last = provincesByCode().get(code)?.at(-1);
      if (!last) return [];
      const heir = last.heldBy === code ? null : provincesByCode().get(last.heldBy)?.at(-1);
      return [{ value: code, label: heir ? `${last.name} (nay: ${heir.name})` : last.name }];
    })
    .sort((a, b) => a.label.localeCompare(b.label, "vi"));
}

/** The unit that had the land of a chosen province on a day. */
export async function provinceOnDay(code: string, on: PlainDate): Promise<string> {
  const { provinceOn, provincesByCode } = await loadQuestions();
  const rows = provincesByCode().get(code) ?? [];
  return provinceOn(rows, on)?.code ?? rows.at(-1)?.heldBy ?? code;
}
