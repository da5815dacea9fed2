import type { Procedure, Step } from "../../../engine/definition/index.ts";
import type { OfficeRole } from "../../../engine/permission/index.ts";
import { type ActKind, actName, mayAct } from "../../../engine/state/index.ts";
import type { Json } from "../../../kernel/canonical-json.ts";
import { showInstant } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { actorOf, digestOfActs, readLogged } from "../../../modules/access/index.ts";
import { signMany } from "../../../modules/documents/index.ts";
import type { ActFailure, ActWanted, DossierView } from "../../../modules/dossiers/index.ts";
import type { WebDeps } from "../../context.ts";
import { type Officer, whoOf } from "../guard.ts";

/** The same act on many dossiers: each judged, done and answered for by itself. */

export const MANY_ACTS = ["claimed", "assigned", "signed", "numbered", "issued"] as const;
export type ManyAct = (typeof MANY_ACTS)[number];
export const isManyAct = (value: string): value is ManyAct => (MANY_ACTS as readonly string[]).includes(value);
/** As many as one page of the work list shows. */
export const MANY_MOST = 50;

const STEP_OF: { readonly [A in ManyAct]: Step["key"] } = {
  claimed: "propose",
  assigned: "assign",
  signed: "sign",
  numbered: "number",
  issued: "issue",
};

/** What an officer in these roles may do with many dossiers. */
export function manyActsFor(procedures: readonly Procedure[], roles: readonly OfficeRole[]): readonly ManyAct[] {
  const steps = procedures.flatMap(({ editions }) => editions.flatMap((edition) => edition.steps));
  const held = new Set(steps.filter(({ role }) => roles.includes(role)).map(({ key }) => key));
  return MANY_ACTS.filter((act) => held.has(STEP_OF[act]));
}

/** A dossier that was ticked: as the officer sees it, or that there is none of the unit under its code. */
export type Ticked = {
  readonly code: string;
  readonly view: DossierView | null;
  /** What stands in the way; null where it may be done. */
  readonly bar: Text | null;
};

const NOT_FOUND = text("Không có hồ sơ này ở đơn vị.", "The unit has no such dossier.");

/** Opens the ticked dossiers of the unit, each look written into the log, and judges the act on each. */
export async function openTicked(
  deps: WebDeps,
  officer: Officer,
  act: ManyAct,
  codes: readonly string[],
): Promise<readonly Ticked[]> {
  const views = await readLogged(
    deps.db,
    deps.clock.now(),
    whoOf(officer),
    { purpose: "handle-dossier" },
    async (reading) => {
      const found: (DossierView | null)[] = [];
      for (const code of codes) {
        const view = await deps.dossiers.find(reading, code);
        const own = view && view.row.unitId === officer.post.unit.id ? view : null;
        if (own) reading.note({ subjectNumber: own.row.ownerNumber, dossierCode: code, fields: ["name", "history"] });
        found.push(own);
      }
      return found;
    },
  );
  const ticked: Ticked[] = [];
  for (const [at, code] of codes.entries()) {
    const view = views[at] ?? null;
    ticked.push({ code, view, bar: view ? await barOf(deps, officer, act, view) : NOT_FOUND });
  }
  return ticked;
}

async function barOf(deps: WebDeps, officer: Officer, act: ManyAct, view: DossierView): Promise<Text | null> {
  const verdict = mayAct(act, await deps.dossiers.subject(deps.db, view, actorOf(officer)), actorOf(officer));
  return verdict.ok ? null : verdict.failure.text;
}

/** One of many as it was posted: with the number of acts the officer saw. */
export type Chosen = { readonly code: string; readonly seen: number };
/** One on which it may be done. */
export type Able = Chosen & { readonly view: DossierView };
/** What became of one of many. */
export type ManyOutcome = { readonly code: string; readonly done: boolean; readonly words: Text };

/** Those that may still be done as the officer saw them, and the answer for all others. */
export function sortOut(
  officer: Officer,
  act: ManyAct,
  chosen: readonly Chosen[],
  ticked: readonly Ticked[],
): { readonly able: readonly Able[]; readonly others: readonly ManyOutcome[] } {
  const able: Able[] = [];
  const others: ManyOutcome[] = [];
  for (const one of chosen) {
    const found = ticked.find(({ code }) => code === one.code);
    const view = found?.view;
    if (!view) others.push({ code: one.code, done: false, words: NOT_FOUND });
    else if (isDoneBy(officer, act, one, view)) others.push({ code: one.code, done: true, words: DONE_BEFORE });
    else if (view.state.version !== one.seen) others.push({ code: one.code, done: false, words: changedWords(view) });
    else if (found.bar) others.push({ code: one.code, done: false, words: found.bar });
    else able.push({ ...one, view });
  }
  return { able, others };
}

/** Sent twice: the first sending did it, right after what the officer saw. */
const isDoneBy = ({ account }: Officer, act: ManyAct, { seen }: Chosen, { acts }: DossierView): boolean =>
  acts.some((one) => one.seq === seen + 1 && (one.kind as ActKind) === act && one.by.account === account);

const DONE_BEFORE = text("Đã thực hiện (ở lần bấm trước).", "Done (by your earlier press).");
const changedWords = ({ acts }: DossierView): Text => {
  const last = acts.at(-1);
  return last
    ? text(
        `Hồ sơ đã thay đổi sau khi đồng chí mở danh sách: ${last.by.name}, “${actName(last.kind).vi}”, ${showInstant(last.at)}.`,
        `Changed after you opened the list: ${last.by.name}, “${actName(last.kind).en}”, ${showInstant(last.at)}.`,
      )
    : NOT_FOUND;
};

/** What a confirmation of many acts is bound to: each dossier as it was seen, with what is wanted of it. */
export const digestOfMany = (officer: Officer, wanted: ActWanted, able: readonly Chosen[]): Buffer =>
  digestOfActs(
    officer,
    able.map(({ code, seen }) => ({
      dossier: code,
      act: wanted.act,
      content: { seen, wanted: JSON.parse(JSON.stringify(wanted)) as Json },
    })),
  );

/** Does the act on each, in a transaction of its own; what stops one stops no other. */
export async function doMany(
  deps: WebDeps,
  officer: Officer,
  wanted: ActWanted,
  able: readonly Able[],
  confirmed: "passkey" | "sign-in" | null,
): Promise<readonly ManyOutcome[]> {
  const actor = { ...actorOf(officer), ...(confirmed ? { confirmed } : {}) };
  const results = await signMany(able, ({ view, seen }) =>
    deps.dossiers.act({ officeProvince: view.row.officeProvince, id: view.row.id, seen }, actor, wanted),
  );
  return able.map(({ code }, at): ManyOutcome => {
    const result = results[at];
    if (!result) return { code, done: false, words: NOT_DONE };
    if (!result.ok) return { code, done: false, words: result.failure.said };
    const done = result.value;
    return done.ok ? { code, done: true, words: DONE } : { code, done: false, words: failureWords(done.failure) };
  });
}
const DONE = text("Đã thực hiện.", "Done.");
const NOT_DONE = text("Chưa thực hiện.", "Not done.");

function failureWords(failure: ActFailure): Text {
  switch (failure.kind) {
    case "not-found":
      return NOT_FOUND;
    case "conflict":
      return text(
        `${failure.by} vừa thực hiện “${failure.act.vi}” lúc ${showInstant(failure.at)}.`,
        `${failure.by} has just done “${failure.act.en}” at ${showInstant(failure.at)}.`,
      );
    case "refused":
      return failure.refusal.text;
    case "incomplete":
      return failure.text;
    case "calendar-not-loaded":
      return text(`Lịch nghỉ năm ${failure.year} chưa được nạp.`, `The holidays of ${failure.year} are not loaded.`);
  }
}
