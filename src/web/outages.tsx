import { showInstant } from "../kernel/plain-date.ts";
import { type Language, text } from "../kernel/text.ts";
import type { Outage } from "../modules/working-time/index.ts";
import { Notice } from "./ui/index.ts";

/** What stands still or will, above every page until it is over. */
export function Outages({ told, lang }: { told: readonly Outage[]; lang: Language }) {
  if (told.length === 0) return null;
  return (
    <Notice lang={lang} title={text("Thông báo về dịch vụ trực tuyến", "About the online services")}>
      {told.map((outage) => (
        <p class="govuk-body">
          {whenOf(outage)[lang]} {lang === "vi" ? outage.whatVi : outage.whatEn}
        </p>
      ))}
    </Notice>
  );
}

const whenOf = ({ kind, from, until }: Outage) =>
  kind === "planned" && until !== null
    ? text(
        `Tạm dừng theo kế hoạch từ ${showInstant(from)} đến ${showInstant(until)}.`,
        `Planned stop from ${showInstant(from)} to ${showInstant(until)}.`,
      )
    : text(`Sự cố từ ${showInstant(from)}, đang khắc phục.`, `A fault since ${showInstant(from)}, being mended.`);
