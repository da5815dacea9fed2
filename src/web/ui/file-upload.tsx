import type { Language } from "../../kernel/text.ts";
import { Button } from "./button.tsx";
import { type ControlProps, describedBy, FormGroup } from "./form-group.tsx";
import { classes, fieldId, say, type Words } from "./words.ts";

export type UploadedFile = {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly href?: string | undefined;
  readonly note?: Words | undefined;
};
export type FileUploadProps = ControlProps & {
  readonly files: readonly UploadedFile[];
  /** What the file picker offers, e.g. ".pdf,.jpg,.png". */
  readonly accept?: string | undefined;
  readonly most?: number | undefined;
  readonly sizeBytesMost?: number | undefined;
  /** Name of the button that removes a file; its value is `<field>:<file id>`. */
  readonly removeName?: string | undefined;
  /** A button that sends the chosen file at once, for pages without script. */
  readonly uploadName?: string | undefined;
};

const UPLOAD = { vi: "Tải tệp lên", en: "Upload file" };
const REMOVE = { vi: "Xóa", en: "Remove" };
const LIST = { vi: "Tệp đã tải lên", en: "Uploaded files" };
const PROGRESS = { vi: "Đang tải lên", en: "Uploading" };
const FAILED = { vi: "Chưa tải lên được. Vui lòng thử lại.", en: "The upload did not succeed. Please try again." };

/** `1,4 MB` in Vietnamese, `1.4 MB` in English; kilobytes below one megabyte. */
export function showSize(bytes: number, lang: Language): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  const megabytes = (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, "");
  return `${lang === "vi" ? megabytes.replace(".", ",") : megabytes} MB`;
}

function limits(props: FileUploadProps): Words | undefined {
  const parts: string[] = [];
  const vi = props.lang === "vi";
  const kinds = props.accept
    ?.replaceAll(".", "")
    .toUpperCase()
    .split(",")
    .map((kind) => kind.trim())
    .join(", ");
  if (kinds) parts.push(vi ? `Loại tệp: ${kinds}` : `File types: ${kinds}`);
  if (props.sizeBytesMost)
    parts.push(
      vi
        ? `mỗi tệp tối đa ${showSize(props.sizeBytesMost, "vi")}`
        : `up to ${showSize(props.sizeBytesMost, "en")} each`,
    );
  if (props.most)
    parts.push(vi ? `nhiều nhất ${props.most} tệp` : `at most ${props.most} ${props.most === 1 ? "file" : "files"}`);
  return parts.length > 0 ? `${parts.join("; ")}.` : undefined;
}

/** Files of one paper: those already kept, with a way to remove each, and a box for more. */
export function FileUpload(props: FileUploadProps) {
  const id = fieldId(props.name);
  const full = props.most !== undefined && props.files.length >= props.most;
  const hint = [props.hint && say(props.hint, props.lang), limits(props)].filter(Boolean).join(" ") || undefined;
  return (
    <div class="mc-upload" data-upload data-uploading={PROGRESS[props.lang]} data-failed={FAILED[props.lang]}>
      <FormGroup {...props} hint={hint}>
        {props.files.length > 0 && (
          <ul class="mc-upload__files" aria-label={`${LIST[props.lang]}: ${say(props.label, props.lang)}`}>
            {props.files.map((file) => (
              <li class="mc-upload__file">
                <span class="mc-upload__name">
                  {file.href ? (
                    <a class="govuk-link" href={file.href}>
                      {file.name}
                    </a>
                  ) : (
                    file.name
                  )}
                  <span class="mc-upload__size">{showSize(file.sizeBytes, props.lang)}</span>
                  {file.note && <span class="mc-upload__size">{say(file.note, props.lang)}</span>}
                </span>
                <Button
                  label={REMOVE}
                  about={file.name}
                  lang={props.lang}
                  kind="secondary"
                  small
                  skipChecks
                  name={props.removeName ?? "_remove"}
                  value={`${props.name}:${file.id}`}
                />
              </li>
            ))}
          </ul>
        )}
        <input
          class={classes("govuk-file-upload", props.error && "govuk-file-upload--error")}
          id={id}
          name={props.name}
          type="file"
          accept={props.accept}
          multiple={(props.most ?? 1) > 1}
          disabled={full}
          aria-describedby={describedBy({ name: props.name, hint, error: props.error })}
          aria-invalid={props.error ? "true" : undefined}
        />
        {props.uploadName && !full && (
          <div class="mc-upload__send">
            <Button
              label={UPLOAD}
              about={props.label}
              lang={props.lang}
              kind="secondary"
              small
              skipChecks
              name={props.uploadName}
              value={props.name}
            />
          </div>
        )}
      </FormGroup>
    </div>
  );
}
