import { Hono } from "hono";
import { loadCalculations } from "../../../../law/index.ts";
import type { Calculated } from "../../../engine/definition/index.ts";
import { dayOfInstant, type PlainDate, showDate } from "../../../kernel/plain-date.ts";
import { text } from "../../../kernel/text.ts";
import type { Vars, WebDeps } from "../../context.ts";
import { Checkboxes, DateInput, MoneyInput, Radios, Select } from "../../ui/index.ts";
import { type Answer, type Fact, moneyText, partOf, sumOf, yearBefore } from "./answer.ts";
import { type AskedForm, askedForm, shortAddress } from "./asked-form.ts";
import { CALCULATORS_PATH, calculatorPage } from "./frame.tsx";
import {
  ISSUES,
  KIND_NAMES,
  KINDS,
  LOCALITIES,
  OCCASIONS,
  POWERS,
  provinceChoices,
  provinceOnDay,
  readVehicle,
  TWO_LEVELS_FROM,
  VEHICLE_NAMES,
  type VehicleQuestion,
} from "./vehicle-question.ts";

export const VEHICLE_PATH = `${CALCULATORS_PATH}/dang-ky-xe`;
export const VEHICLE_TITLE = text("Trước bạ và biển số xe", "Registration tax and plate fee");
const TAX = text("Lệ phí trước bạ", "Registration tax");
const FEE = text("Lệ phí đăng ký, cấp biển số", "Registration and plate fee");

/** What registering a vehicle costs on a day, tax and plate together; shared by its address, needs no script. */
export function vehicleCalculator(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get(VEHICLE_PATH, async (c) => {
    const lang = c.get("lang");
    const provinces = await provinceChoices();
    const form = askedForm(c, VEHICLE_NAMES);
    const on = form.day("ngay", dayOfInstant(deps.clock.now()));
    const question = readVehicle(
      form,
      provinces.map(({ value }) => value),
      on.day,
    );
    const short = question ? shortAddress(c, VEHICLE_PATH, VEHICLE_NAMES, { ngay: on.day }) : null;
    if (short) return c.redirect(short, 303);

    const kind = question && KINDS[question.kind].label;
    return calculatorPage(deps, c, {
      path: VEHICLE_PATH,
      title: VEHICLE_TITLE,
      lead: text(
        "Đăng ký xe phải nộp bao nhiêu: lệ phí trước bạ, lệ phí biển số và tổng cộng.",
        "What registering a vehicle costs: the tax, the plate, and both together.",
      ),
      errors: form.errors,
      names: VEHICLE_NAMES,
      answered:
        question && kind
          ? {
              about: text(`${kind.vi}, ngày ${showDate(on.day)}`, `${kind.en}, on ${showDate(on.day)}`),
              now: await answerOn(question, on.day),
              before: await answerOn(question, yearBefore(on.day)),
            }
          : null,
      fields: <Fields form={form} provinces={provinces} on={on} lang={lang} />,
    });
  });

  return app;
}

async function answerOn(question: VehicleQuestion, on: PlainDate): Promise<Answer> {
  const { calculate } = await loadCalculations();
  const kind = KINDS[question.kind];
  const province = await provinceOnDay(question.province, on);
  const seats = "seats" in kind ? { seats: kind.seats } : {};
  const tax = calculate("registration-tax", {
    vehicle: { kind: kind.tax, ...seats, power: POWERS[question.power].power, domestic: question.domestic },
    occasion: OCCASIONS[question.occasion],
    price: question.price,
    place: { province, provincialSeat: question.seat },
    on,
  });
  const fee = calculate("vehicle-fee", {
    item: ISSUES[question.issue].item,
    vehicle: { kind: kind.fee, ...seats, ...(kind.fee === "motorcycle" ? { value: question.price } : {}) },
    place: { province, locality: LOCALITIES[question.locality].key },
    on,
  });
  const total = sumOf(text("Tổng phải nộp", "To pay in all"), [
    tax.ok ? Number(tax.value.value.tax) : null,
    fee.ok ? Number(fee.value.value.fee) : null,
  ]);
  return {
    on,
    parts: [partOf(TAX, tax, sayTax), partOf(FEE, fee, sayFee)],
    ...(total.ok ? { total: total.value } : {}),
  };
}

function sayTax(value: Calculated["value"]): readonly Fact[] {
  const percent = String(value.ratePercent);
  return [
    { label: TAX, value: moneyText(Number(value.tax)) },
    { label: text("Mức thu trước bạ", "Rate of the tax"), value: text(`${percent.replace(".", ",")}%`, `${percent}%`) },
  ];
}
const sayFee = (value: Calculated["value"]): readonly Fact[] => [{ label: FEE, value: moneyText(Number(value.fee)) }];

type Props = {
  form: AskedForm;
  provinces: readonly { readonly value: string; readonly label: string }[];
  on: ReturnType<AskedForm["day"]>;
  lang: "vi" | "en";
};
function Fields({ form, provinces, on, lang }: Props) {
  const isOld = on.day < TWO_LEVELS_FROM;
  const shared = (name: string) => ({ name, lang, error: form.errors[name] });
  const chosen = (name: string, otherwise?: string) => form.typed(name) || otherwise;
  return (
    <>
      <Radios
        {...shared("xe")}
        label={text("Loại xe", "Vehicle")}
        value={chosen("xe")}
        options={KIND_NAMES.map((value) => ({ value, label: KINDS[value].label }))}
      />
      <MoneyInput
        {...shared("gia")}
        label={text("Giá tính lệ phí trước bạ", "Price for the registration tax")}
        hint={text(
          "Giá trong bảng giá của cơ quan thuế; thường gần giá bán. Ví dụ: 25.000.000",
          "The price of the tax office's table; usually near the sale price. For example: 25.000.000",
        )}
        value={form.typed("gia")}
      />
      <Radios
        {...shared("lan")}
        label={text("Nộp lệ phí trước bạ", "The tax is paid for this vehicle")}
        value={chosen("lan", "lan-dau")}
        options={[
          { value: "lan-dau", label: text("Lần đầu (xe mới)", "The first time (a new vehicle)") },
          { value: "lan-sau", label: text("Từ lần hai (mua lại xe cũ)", "Again (a used vehicle)") },
        ]}
      />
      <Radios
        {...shared("cap")}
        label={text("Được cấp", "What is issued")}
        hint={text(
          "Mua lại xe cũ: cơ quan đăng ký xe cho biết thuộc trường hợp nào.",
          "For a used vehicle the registry says which of them it is.",
        )}
        value={chosen("cap", "moi")}
        options={Object.entries(ISSUES).map(([value, { label }]) => ({ value, label }))}
      />
      <Radios
        {...shared("nang-luong")}
        label={text("Năng lượng", "Power")}
        value={chosen("nang-luong", "xang-dau")}
        options={Object.entries(POWERS).map(([value, { label }]) => ({ value, label }))}
      />
      <Checkboxes
        {...shared("trong-nuoc")}
        label={text("Nơi sản xuất", "Where it was made")}
        optional
        values={form.ticked("trong-nuoc", ["1"])}
        options={[{ value: "1", label: text("Sản xuất, lắp ráp trong nước", "Made or assembled in Vietnam") }]}
      />
      <Select
        {...shared("tinh")}
        label={text("Tỉnh, thành phố của chủ xe", "Province or city of the owner")}
        value={form.typed("tinh")}
        options={provinces}
      />
      <Radios
        {...shared("noi")}
        label={text("Nơi đó là", "The place is a")}
        inline
        value={chosen("noi", isOld ? "huyen" : "phuong")}
        options={Object.entries(LOCALITIES)
          .filter(([, { old }]) => old === isOld)
          .map(([value, { label }]) => ({ value, label }))}
      />
      {isOld && (
        <Checkboxes
          {...shared("tinh-ly")}
          label={text("Nơi đặt trụ sở tỉnh", "Seat of the province")}
          optional
          values={form.ticked("tinh-ly", ["1"])}
          options={[
            {
              value: "1",
              label: text(
                "Thành phố, thị xã nơi Ủy ban nhân dân tỉnh đóng trụ sở",
                "The city or town with the seat of the provincial people's committee",
              ),
            },
          ]}
        />
      )}
      <DateInput
        name="ngay"
        label={text("Ngày khai, nộp", "Day of declaration")}
        lang={lang}
        value={on.parts}
        error={form.errors["ngay.day"]}
      />
    </>
  );
}
