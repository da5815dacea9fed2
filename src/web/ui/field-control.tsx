import type { Child } from "hono/jsx";
import type { Field, Option } from "../../engine/definition/index.ts";
import type { Language, Text } from "../../kernel/text.ts";
import { AddressInput, type Place } from "./address-input.tsx";
import { Checkboxes } from "./checkboxes.tsx";
import { type Country, CountrySelect } from "./country-select.tsx";
import { DateInput, type DatePart, type DateParts, DateTimeInput, PartialDateInput } from "./date-input.tsx";
import { Declaration } from "./declaration.tsx";
import { EmailInput } from "./email-input.tsx";
import { type GroupItem, GroupList } from "./group-list.tsx";
import { Input } from "./input.tsx";
import { MoneyInput } from "./money-input.tsx";
import { PersonInput } from "./person-input.tsx";
import { PhoneInput } from "./phone-input.tsx";
import { Prefilled } from "./prefilled.tsx";
import { type ChoiceOption, Radios } from "./radios.tsx";
import { Select } from "./select.tsx";
import { Textarea } from "./text-area.tsx";

/** Values of a form as they were sent, by name. */
export type RawValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What fields need to know of the world. */
export type FieldContext = {
  readonly provinces: readonly Place[];
  readonly communesOf: (province: string) => readonly Place[];
  readonly countries: readonly Country[];
  /** Where the script asks for the communes of a province. */
  readonly communesUrl?: string | undefined;
  /** The entries of a group and the ways to change them. */
  readonly group?:
    | ((key: string) => {
        readonly items: readonly GroupItem[];
        readonly addHref?: string;
        readonly add?: { readonly name: string; readonly value: string };
      })
    | undefined;
};

export type FieldControlProps = {
  readonly field: Field;
  /** Stands before the key in names, e.g. "guests.2."; empty for the fields of a page. */
  readonly prefix?: string | undefined;
  readonly raw: RawValues;
  readonly errors: Readonly<Record<string, Text>>;
  readonly lang: Language;
  readonly context: FieldContext;
  /** The only question of its page: its label is the heading. */
  readonly heading?: boolean | undefined;
  /** The answer comes from a register: shown, not asked. */
  readonly prefilled?:
    | {
        readonly wrongHref?: string | undefined;
        readonly source?: Text | undefined;
        readonly shown?: string | undefined;
      }
    | undefined;
  /** Questions shown under an option, by its value. */
  readonly conditional?: Readonly<Record<string, Child>> | undefined;
};

/** Renders any field of a definition as the control made for its kind. */
export function FieldControl(props: FieldControlProps) {
  const { field, raw, errors, lang, context } = props;
  const name = `${props.prefix ?? ""}${field.key}`;
  const value = (part = "") => single(raw[name + part]);
  const common = {
    name,
    label: field.label,
    hint: field.hint,
    lang,
    error: errors[name],
    optional: field.required === false,
    heading: props.heading,
  };
  const own = field.prefill !== undefined;

  if (props.prefilled && field.kind !== "person") {
    const hidden = Object.fromEntries(
      Object.entries(raw).flatMap(([key, sent]) =>
        key === name || key.startsWith(`${name}.`) ? [[key, single(sent) ?? ""]] : [],
      ),
    );
    const { wrongHref, source, shown } = props.prefilled;
    return (
      <Prefilled
        label={field.label}
        rows={[{ label: field.label, value: shown ?? value() ?? "" }]}
        hidden={hidden}
        source={source}
        wrongHref={wrongHref}
        lang={lang}
      />
    );
  }

  switch (field.kind) {
    case "text":
      return field.lines && field.lines > 1 ? (
        <Textarea {...common} value={value()} lines={field.lines} />
      ) : (
        <Input
          {...common}
          value={value()}
          longest={field.longest}
          autocomplete={field.autocomplete}
          capitals={field.capitals}
        />
      );
    case "person-name":
      return <Input {...common} value={value()} autocomplete={own ? "name" : "off"} spellcheck={false} />;
    case "person-number":
      return (
        <Input
          {...common}
          hint={field.hint ?? NUMBER_HINT}
          value={value()}
          inputmode="numeric"
          width={20}
          autocomplete="off"
          spellcheck={false}
        />
      );
    case "passport-number":
      return <Input {...common} value={value()} width={20} capitals autocomplete="off" spellcheck={false} />;
    case "date":
      return <DateInput {...common} {...dateOf(props, name)} birth={field.prefill === "applicant.birth-date"} />;
    case "partial-date":
      return <PartialDateInput {...common} {...dateOf(props, name)} birth={field.prefill === "applicant.birth-date"} />;
    case "date-time":
      return <DateTimeInput {...common} {...dateOf(props, name)} time={value(".time")} />;
    case "choice":
      return field.show === "select" ? (
        <Select {...common} options={field.options} value={value()} />
      ) : (
        <Radios
          {...common}
          options={options(field.options, props.conditional)}
          value={value()}
          inline={isShort(field.options)}
        />
      );
    case "choices":
      return <Checkboxes {...common} options={options(field.options, props.conditional)} values={several(raw[name])} />;
    case "country":
      return <CountrySelect {...common} countries={context.countries} value={value()} />;
    case "number":
      return <Input {...common} value={value()} inputmode="numeric" width={5} />;
    case "money":
      return <MoneyInput {...common} value={value()} />;
    case "phone":
      return <PhoneInput {...common} value={value()} own={field.prefill === "account.phone"} />;
    case "email":
      return <EmailInput {...common} value={value()} own={field.prefill === "account.email"} />;
    case "address": {
      const province = value(".province");
      return (
        <AddressInput
          {...common}
          value={{ province, commune: value(".commune"), line: value(".line") }}
          provinces={context.provinces}
          communes={province ? context.communesOf(province) : []}
          communesUrl={context.communesUrl}
          errors={{
            province: errors[`${name}.province`],
            commune: errors[`${name}.commune`],
            line: errors[`${name}.line`],
          }}
          own={field.prefill === "applicant.address"}
        />
      );
    }
    case "person":
      return (
        <PersonInput
          {...common}
          value={{ number: value(".number"), name: value(".name"), birth: value(".birth"), sex: value(".sex") }}
          errors={{
            number: errors[`${name}.number`],
            name: errors[`${name}.name`],
            birth: errors[`${name}.birth`],
            sex: errors[`${name}.sex`],
          }}
          prefilled={props.prefilled}
          own={field.prefill === "applicant.person"}
        />
      );
    case "declaration":
      return (
        <Declaration
          name={name}
          label={field.label}
          hint={field.hint}
          lang={lang}
          checked={value() === "true"}
          error={errors[name]}
        />
      );
    case "group": {
      const entries = context.group?.(field.key) ?? { items: [] };
      return (
        <GroupList
          name={name}
          title={field.label}
          item={field.item}
          lang={lang}
          hint={field.hint}
          error={errors[name]}
          most={field.most}
          {...entries}
        />
      );
    }
  }
}

const NUMBER_HINT = { vi: "12 chữ số, in trên thẻ căn cước", en: "12 digits, printed on the identity card" };
const PARTS: readonly DatePart[] = ["day", "month", "year", "time"];

const single = (sent: string | readonly string[] | undefined): string | undefined =>
  typeof sent === "object" ? sent[0] : sent;
const several = (sent: string | readonly string[] | undefined): readonly string[] =>
  sent === undefined ? [] : typeof sent === "string" ? [sent] : sent;

/** The parts of a date as sent, and which of them are wrong; the message of a part stands for the whole. */
function dateOf(
  props: FieldControlProps,
  name: string,
): { value: DateParts; wrong: readonly DatePart[]; error: Text | undefined } {
  const part = (key: DatePart) => single(props.raw[`${name}.${key}`]);
  const wrong = PARTS.filter((key) => props.errors[`${name}.${key}`]);
  const [first] = wrong;
  return {
    value: { day: part("day"), month: part("month"), year: part("year") },
    wrong,
    error: props.errors[name] ?? (first ? props.errors[`${name}.${first}`] : undefined),
  };
}

const options = (
  given: readonly Option[],
  conditional: Readonly<Record<string, Child>> = {},
): readonly ChoiceOption[] =>
  given.map((option) => ({
    value: option.value,
    label: option.label,
    hint: option.hint,
    conditional: conditional[option.value],
  }));

/** Two short choices stand side by side. */
const isShort = (given: readonly Option[]): boolean =>
  given.length === 2 && given.every((option) => option.label.vi.length <= 8 && !option.hint);
