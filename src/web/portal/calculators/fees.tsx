import { Hono } from "hono";
import { loadCalculations } from "../../../../law/index.ts";
import { dayOfInstant, type PlainDate, showDate } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { Vars, WebDeps } from "../../context.ts";
import { Checkboxes, DateInput, Input, Radios } from "../../ui/index.ts";
import { type Answer, type Fact, moneyText, partOf, yearBefore } from "./answer.ts";
import { askedForm, shortAddress } from "./asked-form.ts";
import { CALCULATORS_PATH, calculatorPage } from "./frame.tsx";

export const FEES_PATH = `${CALCULATORS_PATH}/le-phi`;
export const FEES_TITLE = text("Lệ phí hộ chiếu, thẻ căn cước", "Passport and identity card fees");
const NAMES = ["giay", "cach", "tuoi", "thuoc", "ngay"] as const;

/** What is asked for, by the key of the fee. */
const ITEMS = {
  "passport-ordinary-new": text("Hộ chiếu: cấp mới", "Passport: new"),
  "passport-ordinary-damaged-or-lost": text(
    "Hộ chiếu: cấp lại do hỏng hoặc mất",
    "Passport: replaced, damaged or lost",
  ),
  "passport-identity-confirmation": text(
    "Hộ chiếu: giấy xác nhận yếu tố nhân sự",
    "Passport: confirmation of identity",
  ),
  "id-first-issue": text("Thẻ căn cước: cấp lần đầu", "Identity card: first issue"),
  "id-exchange": text("Thẻ căn cước: đổi thẻ", "Identity card: exchange"),
  "id-exchange-old-to-new": text(
    "Thẻ căn cước: đổi từ chứng minh nhân dân",
    "Identity card: exchange of the old nine-digit card",
  ),
  "id-reissue": text("Thẻ căn cước: cấp lại do mất, hỏng", "Identity card: reissue, lost or damaged"),
  "id-exchange-boundary-change": text(
    "Thẻ căn cước: đổi do sắp xếp đơn vị hành chính",
    "Identity card: exchange because units were rearranged",
  ),
} as const satisfies Readonly<Record<string, Text>>;
type Item = keyof typeof ITEMS;
const ITEM_KEYS = Object.keys(ITEMS) as readonly Item[];

const WAYS = { "truc-tuyen": "online", "truc-tiep": "counter" } as const;
type Way = keyof typeof WAYS;
const WAY_KEYS = Object.keys(WAYS) as readonly Way[];

const GROUPS = {
  "khuyet-tat": { key: "disabled", label: text("Người khuyết tật", "Disabled person") },
  "co-cong": {
    key: "merit",
    label: text("Người có công, thân nhân người có công", "Person with merit, or a relative"),
  },
  "ho-ngheo": { key: "poor-household", label: text("Người thuộc hộ nghèo", "Member of a poor household") },
  "vung-kho-khan": {
    key: "hardest-area",
    label: text("Người ở vùng đặc biệt khó khăn", "Resident of a particularly difficult area"),
  },
} as const;
type Group = keyof typeof GROUPS;
const GROUP_KEYS = Object.keys(GROUPS) as readonly Group[];
const AGE_MOST = 130;
const AGE = text("Tuổi của người được cấp", "Age of the person");

type Question = {
  readonly item: Item;
  readonly way: Way;
  readonly age: number | null;
  readonly groups: readonly Group[];
};

/** What a passport or an identity card costs on a day; shared by its address, needs no script. */
export function feeCalculator(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get(FEES_PATH, async (c) => {
    const lang = c.get("lang");
    const form = askedForm(c, NAMES);
    const item = form.choice("giay", ITEM_KEYS, null, text("Vui lòng chọn loại giấy tờ.", "Choose a paper."));
    const way = form.choice("cach", WAY_KEYS, "truc-tuyen", text("Vui lòng chọn cách nộp.", "Choose a way of filing."));
    const age = form.whole("tuoi", { least: 0, most: AGE_MOST }, AGE);
    const groups = form.ticked("thuoc", GROUP_KEYS);
    const on = form.day("ngay", dayOfInstant(deps.clock.now()));
    const right = form.asked && Object.keys(form.errors).length === 0;
    const short = right ? shortAddress(c, FEES_PATH, NAMES, { ngay: on.day }) : null;
    if (short) return c.redirect(short, 303);

    const question = right && item && way ? { item, way, age, groups } : null;
    return calculatorPage(deps, c, {
      path: FEES_PATH,
      title: FEES_TITLE,
      lead: text(
        "Lệ phí của một ngày bất kỳ, trực tuyến hoặc trực tiếp, và ai được miễn.",
        "The fee of any day, online or at the counter, and who pays none.",
      ),
      errors: form.errors,
      names: NAMES,
      answered: question && {
        about: text(
          `${ITEMS[question.item].vi}, ngày ${showDate(on.day)}`,
          `${ITEMS[question.item].en}, on ${showDate(on.day)}`,
        ),
        now: await answerOn(question, on.day),
        before: await answerOn(question, yearBefore(on.day)),
      },
      fields: (
        <>
          <Radios
            name="giay"
            label={text("Giấy tờ", "Paper")}
            lang={lang}
            value={item ?? undefined}
            error={form.errors.giay}
            options={ITEM_KEYS.map((value) => ({ value, label: ITEMS[value] }))}
          />
          <Radios
            name="cach"
            label={text("Cách nộp hồ sơ", "Way of filing")}
            lang={lang}
            inline
            value={way ?? undefined}
            error={form.errors.cach}
            options={[
              { value: "truc-tuyen", label: text("Trực tuyến", "Online") },
              { value: "truc-tiep", label: text("Trực tiếp", "At the counter") },
            ]}
          />
          <Input
            name="tuoi"
            label={AGE}
            hint={text(
              "Chỉ ảnh hưởng đến thẻ căn cước: trẻ em và người cao tuổi được miễn.",
              "Matters for identity cards only: children and elderly people pay nothing.",
            )}
            lang={lang}
            optional
            width={4}
            inputmode="numeric"
            value={form.typed("tuoi")}
            error={form.errors.tuoi}
          />
          <Checkboxes
            name="thuoc"
            label={text("Người được cấp thẻ căn cước là", "The person asking for an identity card is")}
            lang={lang}
            optional
            values={groups}
            options={GROUP_KEYS.map((value) => ({ value, label: GROUPS[value].label }))}
          />
          <DateInput
            name="ngay"
            label={text("Ngày nộp lệ phí", "Day of payment")}
            lang={lang}
            value={on.parts}
            error={form.errors["ngay.day"]}
          />
        </>
      ),
    });
  });

  return app;
}

async function answerOn({ item, way, age, groups }: Question, on: PlainDate): Promise<Answer> {
  const { calculate } = await loadCalculations();
  const answer = calculate("fee", {
    item,
    on,
    channel: WAYS[way],
    ...(age === null ? {} : { age }),
    groups: groups.map((group) => GROUPS[group].key),
  });
  const say = (value: Readonly<Record<string, unknown>>): readonly Fact[] => [
    {
      label: text("Lệ phí", "Fee"),
      value: value.amount === 0 ? text("Không phải nộp", "Nothing to pay") : moneyText(Number(value.amount)),
      main: true,
    },
  ];
  return { on, parts: [partOf(FEES_TITLE, answer, say)] };
}
