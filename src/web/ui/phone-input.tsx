import type { ControlProps } from "./form-group.tsx";
import { Input } from "./input.tsx";

/** A phone number. `own` lets the browser fill in the person's own. */
export const PhoneInput = (props: ControlProps & { value?: string | undefined; own?: boolean | undefined }) => (
  <Input
    {...props}
    type="tel"
    width={20}
    autocomplete={props.own === false ? "off" : "tel"}
    hint={props.hint ?? { vi: "Ví dụ: 0912 345 678", en: "For example: 0912 345 678, or +44 20 7946 0000" }}
  />
);
