import { text } from "../../../kernel/text.ts";
import { Input, Radios, Textarea } from "../../ui/index.ts";
import { box, type FormProps } from "./controls.ts";
import { WAY_NAMES } from "./words.ts";

/** The boxes with which a dossier ends: its result goes to its owner, or it is stopped. */

export function ReturnBoxes(props: FormProps) {
  return (
    <>
      <Radios
        {...box(props, "way", text("Cách trả", "How"))}
        small
        options={(["online", "desk", "post"] as const).map((way) => ({ value: way, label: WAY_NAMES[way] }))}
      />
      <Input
        {...box(props, "to", text("Người nhận", "Received by"), props.desk.view.row.ownerName)}
        autocomplete="off"
        longest={200}
      />
      <Input
        {...box(props, "proof", text("Căn cứ đã giao", "Proof of delivery"))}
        hint={text(
          "Ví dụ: người nhận ký sổ số 12; giấy báo phát số 345. Trả trực tuyến thì để trống.",
          "For example: signed in the book, no. 12; delivery receipt 345. Leave empty for online.",
        )}
        autocomplete="off"
        longest={200}
      />
    </>
  );
}

/** What was paid is not given back by itself: the law of the fee says, and the officer names it. */
export function StopBoxes(props: FormProps) {
  return (
    <>
      <Textarea {...box(props, "reason", text("Lý do dừng giải quyết", "Why it is stopped"))} lines={4} />
      <Input {...box(props, "basis", text("Căn cứ pháp lý", "Legal basis"))} autocomplete="off" />
      {props.desk.view.state.money === "paid" && (
        <>
          <Radios
            {...box(props, "fee", text("Lệ phí đã nộp", "The fee that was paid"))}
            small
            options={[
              { value: "kept", label: text("Không hoàn trả", "It is kept") },
              { value: "give-back", label: text("Hoàn trả", "It is given back") },
            ]}
          />
          <Input {...box(props, "feeBasis", text("Căn cứ về phí, lệ phí", "Rule of the fee"))} autocomplete="off" />
        </>
      )}
    </>
  );
}
