import type { Child } from "hono/jsx";

export type HiddenValue = { readonly name: string; readonly value: string };

/** A form that is sent once: the script holds a second press back, the server refuses a second sending anyway. */
export function Form(props: {
  action?: string | undefined;
  method?: "post" | "get" | undefined;
  /** The anti-forgery value; every POST form carries one. */
  csrf?: HiddenValue | undefined;
  /** The form carries files. */
  files?: boolean | undefined;
  id?: string | undefined;
  children: Child;
}) {
  return (
    <form
      action={props.action}
      method={props.method ?? "post"}
      enctype={props.files ? "multipart/form-data" : undefined}
      id={props.id}
      novalidate
      data-once
    >
      {props.csrf && <input type="hidden" name={props.csrf.name} value={props.csrf.value} />}
      {props.children}
    </form>
  );
}
