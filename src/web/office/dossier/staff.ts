import { showDate } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { Absence, Colleague } from "../../../modules/access/index.ts";
import type { OfficerLoad } from "../../../modules/dossiers/index.ts";
import type { WebDeps } from "../../context.ts";
import type { Officer } from "../guard.ts";
import { dayEnds } from "../work-query.ts";

/** Who of a unit may be given a dossier, how much each has in hand, and who is away. */
export type Staffing = {
  readonly colleagues: readonly Colleague[];
  readonly loads: readonly OfficerLoad[];
  readonly absences: readonly Absence[];
};

export async function staffingOf(deps: WebDeps, unit: string): Promise<Staffing> {
  const provinces = await deps.dossiers.cooperation.provincesOf(deps.db, unit);
  const now = deps.clock.now();
  const at = { now, dayEnds: dayEnds(now), soonUntil: dayEnds(now) };
  const [colleagues, loads, absences] = await Promise.all([
    deps.access.officersOf(unit),
    deps.dossiers.loadOfUnit(deps.db, provinces, unit, at),
    deps.access.absences(unit),
  ]);
  return { colleagues, loads, absences };
}

/** One colleague as a choice: what speaks for and against them. */
export type Choice = {
  readonly account: string;
  readonly name: string;
  readonly title: string;
  readonly open: number;
  readonly late: number;
  readonly absence: Absence | null;
  /** The program's suggestion: somebody has to choose it. */
  readonly suggested: boolean;
};

/**
 * Who may be given a dossier: the unit's examiners who have signed in, those present before those away, the least loaded
 * first; and the officer who assigns, last unless they examine themselves. The first who is present is suggested.
 */
export function choicesFor(of: Staffing & { readonly officer: Officer }): readonly Choice[] {
  const { officer } = of;
  const isExaminer = officer.post.roles.includes("caseOfficer");
  const self = { account: officer.account, name: officer.name, title: officer.post.title };
  const others = of.colleagues.filter((one) => one.account !== officer.account && one.roles.includes("caseOfficer"));
  const choices = (isExaminer ? [self, ...others] : others).map((one) => choiceOf(of, one));
  const ranked = [...choices].sort(
    (a, b) =>
      Number(a.absence !== null) - Number(b.absence !== null) ||
      a.open - b.open ||
      a.late - b.late ||
      a.name.localeCompare(b.name, "vi"),
  );
  const first = ranked.findIndex(({ absence }) => absence === null);
  const marked = ranked.map((choice, at) => (at === first ? { ...choice, suggested: true } : choice));
  return isExaminer ? marked : [...marked, choiceOf(of, self)];
}

function choiceOf(of: Staffing, { account, name, title }: Pick<Choice, "account" | "name" | "title">): Choice {
  const load = of.loads.find((one) => one.account === account);
  const absence = of.absences.find((one) => one.account === account) ?? null;
  return { account, name, title, open: load?.open ?? 0, late: load?.late ?? 0, absence, suggested: false };
}

/** The name the program put first, to be kept with the act. */
export const suggestedOf = (of: Staffing & { readonly officer: Officer }): string | null =>
  choicesFor(of).find(({ suggested }) => suggested)?.name ?? null;

/** A colleague in one line: name, post, what they have in hand, whether they are away. */
export function choiceWords(choice: Choice, self: string): Text {
  const { account, name, title, open, late, absence, suggested } = choice;
  const who =
    account === self
      ? text(`Bản thân tôi (${name})`, `Myself (${name})`)
      : text(`${name}, ${title}`, `${name}, ${title}`);
  const hand = text(
    `đang giữ ${open}${late > 0 ? `, quá hạn ${late}` : ""}`,
    `${open} in hand${late > 0 ? `, ${late} late` : ""}`,
  );
  const away = absence
    ? text(
        `; vắng đến ${showDate(absence.until)}, ${absence.standIns.join(", ")} làm thay`,
        `; away until ${showDate(absence.until)}, ${absence.standIns.join(", ")} stands in`,
      )
    : text("", "");
  const put = suggested ? text(" – gợi ý của hệ thống", " – suggested by the program") : text("", "");
  return text(`${who.vi}: ${hand.vi}${away.vi}${put.vi}`, `${who.en}: ${hand.en}${away.en}${put.en}`);
}
