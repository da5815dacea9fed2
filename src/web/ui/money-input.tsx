import type { ControlProps } from "./form-group.tsx";
import { Input } from "./input.tsx";

/** An amount of whole đồng, as people write it: 1.234.000. */
export const MoneyInput = (props: ControlProps & { value?: string | undefined }) => (
  <Input
    {...props}
    inputmode="numeric"
    width={10}
    suffix="đ"
    spellcheck={false}
    hint={props.hint ?? { vi: "Ví dụ: 1.234.000", en: "For example: 1.234.000" }}
  />
);
