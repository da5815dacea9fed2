import { type ControlProps, FieldsetGroup } from "./form-group.tsx";
import { Input } from "./input.tsx";
import { Prefilled } from "./prefilled.tsx";
import { Radios } from "./radios.tsx";
import type { Words } from "./words.ts";

export type PersonValue = {
  readonly number?: string | undefined;
  readonly name?: string | undefined;
  readonly birth?: string | undefined;
  readonly sex?: string | undefined;
};
export type PersonInputProps = ControlProps & {
  readonly value?: PersonValue | undefined;
  readonly errors?: { readonly [part in keyof PersonValue]?: Words | undefined } | undefined;
  /** The person is taken from the population register: shown, not asked. */
  readonly prefilled?: { readonly wrongHref?: string | undefined } | undefined;
  /** The signed-in person themselves: the browser may help. */
  readonly own?: boolean | undefined;
};

const NUMBER = { vi: "Số định danh cá nhân", en: "Personal identification number" };
const NAME = { vi: "Họ, chữ đệm và tên", en: "Full name" };
const BIRTH = { vi: "Ngày, tháng, năm sinh", en: "Date of birth" };
const SEX = { vi: "Giới tính", en: "Sex" };
export const SEXES = [
  { value: "M", label: { vi: "Nam", en: "Male" } },
  { value: "F", label: { vi: "Nữ", en: "Female" } },
] as const;

/** Somebody the population register knows: `<name>.number`, `.name`, `.birth` (as typed) and `.sex`. */
export function PersonInput(props: PersonInputProps) {
  const { name, lang, value, errors } = props;
  if (props.prefilled) {
    const sex = SEXES.find((s) => s.value === value?.sex)?.label ?? "";
    return (
      <Prefilled
        label={props.label}
        lang={lang}
        wrongHref={props.prefilled.wrongHref}
        rows={[
          { label: NAME, value: value?.name ?? "" },
          { label: NUMBER, value: value?.number ?? "" },
          { label: BIRTH, value: value?.birth ?? "" },
          { label: SEX, value: sex },
        ]}
        hidden={{
          [`${name}.number`]: value?.number ?? "",
          [`${name}.name`]: value?.name ?? "",
          [`${name}.birth`]: value?.birth ?? "",
          [`${name}.sex`]: value?.sex ?? "",
        }}
      />
    );
  }
  return (
    <FieldsetGroup {...props} class="mc-parts">
      <Input
        name={`${name}.number`}
        label={NUMBER}
        lang={lang}
        hint={{ vi: "12 chữ số, in trên thẻ căn cước", en: "12 digits, printed on the identity card" }}
        value={value?.number}
        error={errors?.number}
        inputmode="numeric"
        width={20}
        spellcheck={false}
        autocomplete="off"
      />
      <Input
        name={`${name}.name`}
        label={NAME}
        lang={lang}
        value={value?.name}
        error={errors?.name}
        autocomplete={props.own ? "name" : "off"}
        spellcheck={false}
      />
      <Input
        name={`${name}.birth`}
        label={BIRTH}
        lang={lang}
        hint={{ vi: "Ví dụ: 05/02/1990, hoặc chỉ năm sinh 1956", en: "For example: 05/02/1990, or only the year 1956" }}
        value={value?.birth}
        error={errors?.birth}
        width={10}
        autocomplete={props.own ? "bday" : "off"}
      />
      <Radios
        name={`${name}.sex`}
        label={SEX}
        lang={lang}
        options={SEXES}
        value={value?.sex}
        error={errors?.sex}
        inline
      />
    </FieldsetGroup>
  );
}
