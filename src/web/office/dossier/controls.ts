import { boxText, type Raw } from "../../../engine/form/index.ts";
import type { Language, Text } from "../../../kernel/text.ts";
import type { Desk } from "./load.ts";
import { boxOf, type OfficeAct } from "./wanted.ts";

/** What a form of an act is drawn from: the dossier, what was typed, what is missing. Names in `errors` carry the act. */
export type FormProps = {
  readonly desk: Desk;
  readonly act: OfficeAct;
  readonly raw: Raw | null;
  readonly errors: Readonly<Record<string, Text>>;
  readonly lang: Language;
};

/** What was typed, or what stands there before. */
export const typed = (props: FormProps, field: string, before = ""): string =>
  props.raw ? boxText(props.raw, boxOf(props.act, field)) : before;

/** Everything of a control but its kind. */
export const control = (props: FormProps, field: string, label: Text) => {
  const name = boxOf(props.act, field);
  const error = props.errors[name];
  return { name, label, lang: props.lang, ...(error ? { error } : {}) };
};

/** The same with what was typed. */
export const box = (props: FormProps, field: string, label: Text, before = "") => ({
  ...control(props, field, label),
  value: typed(props, field, before),
});
