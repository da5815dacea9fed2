import { text } from "../../../kernel/text.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { Button, Form } from "../../ui/index.ts";
import type { Officer } from "../guard.ts";
import { manyActsFor } from "./acts.ts";
import { MANY_WORDS } from "./pages.tsx";

/** The form to which the boxes of the work list belong, wherever they stand. */
export const MANY_FORM = "nhieu";

/** What may be done with the ticked dossiers of a list; nothing where the post does no such step. */
export function DoMany(props: { deps: WebDeps; c: Ctx; officer: Officer; rows: number }) {
  const lang = props.c.get("lang");
  const acts = manyActsFor(props.deps.procedures, props.officer.post.roles);
  if (acts.length === 0 || props.rows === 0) return null;
  return (
    <Form method="get" action={href(props.c, "/office/nhieu")} id={MANY_FORM}>
      <fieldset class="govuk-fieldset mc-many">
        <legend class="govuk-fieldset__legend">
          {text("Với các hồ sơ đã đánh dấu", "With the ticked dossiers")[lang]}
        </legend>
        {acts.map((act) => (
          <Button label={MANY_WORDS[act].button} lang={lang} kind="secondary" small name="viec" value={act} />
        ))}
      </fieldset>
    </Form>
  );
}
