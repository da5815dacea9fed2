import { clockRules } from "../../../law/index.ts";
import { clockRuleOn } from "../../engine/definition/index.ts";
import { forwardBy, forwardedLateBefore } from "../../engine/reckoning/forwarding.ts";
import { addWorkingDays, type Calendar, closingTime } from "../../kernel/calendar.ts";
import { dayOfInstant, type Instant, showInstant } from "../../kernel/plain-date.ts";
import type { Language } from "../../kernel/text.ts";
import type { WorkRow } from "../../modules/dossiers/index.ts";
import { SOON_MS, type WorkMoments } from "./work-query.ts";

/** The hour after which the next working day counts, by the law of a day. */
const cutoffOn = (at: Instant): number | null => clockRuleOn(clockRules(), "forward", dayOfInstant(at))?.value ?? null;

/** The moments by which the lists of an office are judged. */
export function workMoments(calendar: Calendar, now: Instant): WorkMoments {
  const cutoff = cutoffOn(now);
  const late = cutoff === null ? null : forwardedLateBefore(now, calendar, cutoff);
  const next = addWorkingDays(calendar, dayOfInstant(now), 1);
  return {
    now,
    soonUntil: next.ok ? closingTime(calendar, next.value) + 1 : now + SOON_MS,
    forwardedLateBefore: late?.ok ? late.value : null,
  };
}

/** By when an accepted dossier that nobody works on yet is to be passed on. */
export function Forward(props: { row: WorkRow; calendar: Calendar; now: Instant; lang: Language }) {
  const { row, now, lang } = props;
  const cutoff = row.status === "accepted" && row.acceptedAt !== null ? cutoffOn(row.acceptedAt) : null;
  if (row.acceptedAt === null || cutoff === null) return null;
  const by = forwardBy(row.acceptedAt, props.calendar, cutoff);
  if (!by.ok) return null;
  const when = showInstant(by.value);
  const words =
    now > by.value
      ? { vi: `Chậm chuyển xử lý, hạn chuyển ${when}`, en: `Not passed on by ${when}` }
      : { vi: `Chuyển xử lý trước ${when}`, en: `Pass on by ${when}` };
  return (
    <>
      <br />
      <small class="govuk-hint">{words[lang]}</small>
    </>
  );
}
