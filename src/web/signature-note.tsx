import type { Language } from "../kernel/text.ts";
import type { KeptReport } from "../modules/documents/index.ts";
import { MEANINGS, revocationWords, signedBy } from "./signature-words.ts";
import { DateText, Tag } from "./ui/index.ts";

/** What the check of an uploaded file's signatures found: the verdict first, then each signature. */
export function SignatureNote({ kept, lang }: { kept: KeptReport | undefined; lang: Language }) {
  if (!kept) return null;
  const { verdict, signatures } = kept.report;
  const { label, tone, sentence, advice } = MEANINGS[verdict];
  return (
    <div class="mc-signatures">
      <p class="govuk-body-s">
        <Tag label={label} tone={tone} lang={lang} /> {sentence[lang]} {advice?.[lang]}
      </p>
      <ul class="govuk-list govuk-body-s">
        {signatures.map((one) => (
          <li>
            {signatures.length > 1 && one.verdict !== verdict && <strong>{MEANINGS[one.verdict].label[lang]}. </strong>}
            {signedBy(one)[lang]} {one.issuer && { vi: `Nơi cấp: ${one.issuer}.`, en: `Issuer: ${one.issuer}.` }[lang]}{" "}
            {revocationWords(one)?.[lang]}
          </li>
        ))}
      </ul>
      <p class="govuk-body-s mc-muted">
        {{ vi: "Kiểm tra lúc", en: "Checked at" }[lang]} <DateText at={kept.checkedAt} />
      </p>
    </div>
  );
}
