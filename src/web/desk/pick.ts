import { editionOn, type Procedure } from "../../engine/definition/index.ts";
import { dayOfInstant } from "../../kernel/plain-date.ts";
import { searchKey } from "../../kernel/vietnamese.ts";
import type { WebDeps } from "../context.ts";
import type { Officer } from "../office/guard.ts";
import { atDesk } from "./guard.ts";

/** The procedures this desk may take now by the channel, those it takes most first. */
export async function offered(
  deps: WebDeps,
  officer: Officer,
  channel: "desk" | "post",
): Promise<readonly Procedure[]> {
  const today = dayOfInstant(deps.clock.now());
  const most = await deps.reception.mostUsed(atDesk(officer));
  const place = (key: string): number => {
    const at = most.indexOf(key);
    return at < 0 ? most.length : at;
  };
  return deps.procedures
    .filter((procedure) => editionOn(procedure, today)?.channels.includes(channel))
    .toSorted((a, b) => place(a.key) - place(b.key));
}

/** What was typed into the search: a number of the list, or words of a title, a code or the words people say. */
export function pickFrom(list: readonly Procedure[], typed: string): readonly Procedure[] {
  const nth = /^[1-9]$/.test(typed.trim()) ? list[Number(typed.trim()) - 1] : undefined;
  if (nth) return [nth];
  const words = searchKey(typed).split(" ").filter(Boolean);
  if (words.length === 0) return list;
  const called = list.filter(({ title }) => searchKey(title.vi).includes(words.join(" ")));
  if (called.length === 1) return called;
  return list.filter(({ title, searchWords, editions }) => {
    const said = searchKey([title.vi, title.en, ...searchWords, ...editions.map(({ code }) => code)].join(" "));
    return words.every((word) => said.includes(word));
  });
}
