import type { ControlProps } from "./form-group.tsx";
import { Input } from "./input.tsx";

/** An e-mail address. `own` lets the browser fill in the person's own. */
export const EmailInput = (props: ControlProps & { value?: string | undefined; own?: boolean | undefined }) => (
  <Input {...props} type="email" spellcheck={false} autocomplete={props.own === false ? "off" : "email"} />
);
