import { boxText } from "../../../engine/form/index.ts";
import { text } from "../../../kernel/text.ts";
import { Button, Fieldset, Input, Select, Textarea } from "../../ui/index.ts";
import type { FormProps } from "./controls.ts";
import { itemsFromExamination, placesOf } from "./from-examination.ts";
import { boxOf, ROWS_MOST, rowsIn } from "./wanted.ts";

/** Everything that is missing in one request (Decree 309/2026/NĐ-CP art. 8.1): what, on which ground, and how to add it. */
export function SupplementRows(props: FormProps) {
  const { raw, errors, lang, act } = props;
  const found = raw ? [] : itemsFromExamination(props.desk);
  const places = placesOf(props.desk);
  const rows = Math.max(rowsIn(raw), Math.min(ROWS_MOST, found.length));
  const box = (at: number, part: "what" | "basis" | "how" | "place") => {
    const name = boxOf(act, `items.${at}.${part}`);
    const error = errors[name];
    return { name, lang, value: raw ? boxText(raw, name) : (found[at]?.[part] ?? ""), ...(error ? { error } : {}) };
  };
  return (
    <>
      <p class="govuk-body">
        {
          {
            vi: "Ghi đủ mọi nội dung cần bổ sung trong một lần. Dòng để trống được bỏ qua.",
            en: "Name everything that is missing at once. Empty rows are passed over.",
          }[lang]
        }
      </p>
      <input type="hidden" name="rows" value={String(rows)} />
      {Array.from({ length: rows }, (_, at) => (
        <div class="mc-item">
          <Fieldset legend={text(`Nội dung ${at + 1}`, `Item ${at + 1}`)} lang={lang}>
            <Textarea {...box(at, "what")} label={text("Cần bổ sung gì", "What is to be added")} lines={2} />
            <Input {...box(at, "basis")} label={text("Căn cứ", "Legal basis")} autocomplete="off" />
            <Textarea {...box(at, "how")} label={text("Cách bổ sung", "How to add it")} lines={2} />
            <Select
              {...box(at, "place")}
              label={text("Sửa ở mục nào", "Where it is put right")}
              options={places}
              empty={text("Không chỉ định", "Nowhere in particular")}
              optional
            />
          </Fieldset>
        </div>
      ))}
      {rows < ROWS_MOST && (
        <div class="govuk-form-group">
          <Button
            label={text("Thêm dòng", "More rows")}
            lang={lang}
            kind="secondary"
            small
            name="_more"
            value="1"
            skipChecks
          />
        </div>
      )}
    </>
  );
}
