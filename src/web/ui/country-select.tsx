import type { ControlProps } from "./form-group.tsx";
import { Select } from "./select.tsx";
import type { Words } from "./words.ts";

/** A country or territory; `code` is what the answer keeps (ISO 3166). */
export type Country = { readonly code: string; readonly name: Words };

/** A country of the list, in the language of the page. */
export const CountrySelect = (
  props: ControlProps & { value?: string | undefined; countries: readonly Country[]; own?: boolean | undefined },
) => (
  <Select
    {...props}
    options={props.countries.map((country) => ({ value: country.code, label: country.name }))}
    empty={{ vi: "Chọn quốc gia, vùng lãnh thổ", en: "Choose a country or territory" }}
    autocomplete={props.own ? "country" : undefined}
  />
);
