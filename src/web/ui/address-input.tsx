import { Button } from "./button.tsx";
import { type ControlProps, FieldsetGroup } from "./form-group.tsx";
import { Input } from "./input.tsx";
import { Select } from "./select.tsx";
import type { Words } from "./words.ts";

/** A province or commune of the list in force. */
export type Place = { readonly code: string; readonly name: string };
export type AddressInputProps = ControlProps & {
  readonly value?:
    | {
        readonly province?: string | undefined;
        readonly commune?: string | undefined;
        readonly line?: string | undefined;
      }
    | undefined;
  readonly provinces: readonly Place[];
  /** Communes of the chosen province; empty while none is chosen. */
  readonly communes: readonly Place[];
  readonly errors?:
    | { readonly province?: Words | undefined; readonly commune?: Words | undefined; readonly line?: Words | undefined }
    | undefined;
  /** Where the script asks for communes, `GET <url>?province=01` → `[{ code, name }]`. */
  readonly communesUrl?: string | undefined;
  /** The address of the person themselves: the browser may fill the line. */
  readonly own?: boolean | undefined;
};

/** Name of the button that only reloads the page with the communes of the chosen province; its value is the field. */
export const CHOOSE_PROVINCE = "_province";

const PROVINCE = { vi: "Tỉnh, thành phố", en: "Province or city" };
const COMMUNE = { vi: "Xã, phường, đặc khu", en: "Commune, ward or special zone" };
const LINE = { vi: "Số nhà, đường, thôn, tổ dân phố", en: "House number, street, hamlet or residential group" };
const FIRST = { vi: "Chọn tỉnh, thành phố trước", en: "Choose the province or city first" };
const CHOOSE = { vi: "Chọn tỉnh, thành phố", en: "Choose province or city" };

/**
 * An address of the two-level administration in force since 01/07/2025: province, commune, line.
 * Without script the button sends the page back with the communes of the province and all answers kept.
 */
export function AddressInput(props: AddressInputProps) {
  const { name, lang, value } = props;
  const known = props.communes.some((commune) => commune.code === value?.commune);
  const options = (places: readonly Place[]) => places.map((place) => ({ value: place.code, label: place.name }));
  return (
    <FieldsetGroup {...props} class="mc-address">
      <div data-address data-communes-url={props.communesUrl ?? "/places/communes"}>
        <Select
          name={`${name}.province`}
          label={PROVINCE}
          lang={lang}
          options={options(props.provinces)}
          value={value?.province}
          error={props.errors?.province}
          autocomplete={props.own ? "address-level1" : undefined}
          data={{ "data-province": "" }}
        />
        <div class="mc-address__choose" data-choose>
          <Button label={CHOOSE} lang={lang} kind="secondary" name={CHOOSE_PROVINCE} value={name} skipChecks />
        </div>
        <Select
          name={`${name}.commune`}
          label={COMMUNE}
          lang={lang}
          options={options(props.communes)}
          value={known ? value?.commune : undefined}
          empty={props.communes.length === 0 ? FIRST : undefined}
          error={props.errors?.commune}
          data={{ "data-commune": "" }}
        />
        <Input
          name={`${name}.line`}
          label={LINE}
          lang={lang}
          value={value?.line}
          error={props.errors?.line}
          autocomplete={props.own ? "street-address" : undefined}
        />
      </div>
    </FieldsetGroup>
  );
}
