import { boxText, type Raw } from "../../../engine/form/index.ts";
import type { Language } from "../../../kernel/text.ts";
import { text } from "../../../kernel/text.ts";
import { DateInput, Details, Fieldset, Input, Radios, Select } from "../../ui/index.ts";
import { type Errors, partsIn } from "./boxes.ts";

const KINDS = [
  { value: "law", label: text("Luật", "Law") },
  { value: "resolution", label: text("Nghị quyết", "Resolution") },
  { value: "decree", label: text("Nghị định", "Decree") },
  { value: "decision", label: text("Quyết định", "Decision") },
  { value: "circular", label: text("Thông tư", "Circular") },
  { value: "notice", label: text("Văn bản khác", "Other text") },
];

/** The text a change rests on, asked the same way for figures and days. */
export function Grounds({ raw, errors, lang }: { raw: Raw; errors: Errors; lang: Language }) {
  const newText = ["title", "textKind", "inForce.day"].some((name) => errors[name] || boxText(raw, name) !== "");
  return (
    <Fieldset legend={text("Căn cứ pháp lý", "Legal basis")} lang={lang}>
      <Input
        name="source"
        label={text("Số văn bản", "Number of the text")}
        hint={text("Ví dụ: 155/2025/TT-BTC", "For example: 155/2025/TT-BTC")}
        lang={lang}
        width={20}
        value={boxText(raw, "source")}
        error={errors.source}
        autocomplete="off"
      />
      <Input
        name="article"
        label={text("Điều, khoản, điểm", "Article")}
        hint={text("Ví dụ: Điều 5 khoản 1", "For example: Điều 5 khoản 1")}
        lang={lang}
        width={20}
        value={boxText(raw, "article")}
        error={errors.article}
        autocomplete="off"
      />
      <Radios
        name="evidence"
        label={text("Đã đối chiếu thế nào?", "How was it checked?")}
        lang={lang}
        small
        value={boxText(raw, "evidence") || "read"}
        options={[
          { value: "read", label: text("Đã đọc văn bản gốc", "The text itself was read") },
          { value: "reported", label: text("Theo nguồn khác, chưa đọc văn bản gốc", "Reported by others") },
        ]}
      />
      <Details
        summary={text("Văn bản chưa có trong hệ thống", "The text is not entered yet")}
        lang={lang}
        open={newText}
      >
        <Input
          name="title"
          label={text("Trích yếu", "Title")}
          lang={lang}
          value={boxText(raw, "title")}
          error={errors.title}
          autocomplete="off"
        />
        <Select
          name="textKind"
          label={text("Loại văn bản", "Kind of text")}
          lang={lang}
          options={KINDS}
          value={boxText(raw, "textKind")}
          error={errors.textKind}
        />
        <DateInput
          name="inForce"
          label={text("Ngày có hiệu lực", "In force from")}
          lang={lang}
          value={partsIn(raw, "inForce")}
          error={errors["inForce.day"]}
        />
      </Details>
    </Fieldset>
  );
}
