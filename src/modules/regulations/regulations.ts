import { type LawAmendment, type LegalSource, loadAmendable, publishLaw } from "../../../law/index.ts";
import type { Procedure } from "../../engine/definition/index.ts";
import { type LawAct, mayActOnLaw } from "../../engine/permission/index.ts";
import type { Actor } from "../../engine/state/index.ts";
import type { Json } from "../../kernel/canonical-json.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql, Tx } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/scope.ts";
import { newId } from "../../platform/ids.ts";
import { addJob } from "../../platform/jobs.ts";
import { CHAIN_START, lawActHash } from "./chain.ts";
import { CHANGES_MOST, type Content, EMPTY, readContent } from "./content.ts";
import { announceLawAct } from "./entry-rows.ts";
import { CHANGED, incomplete, NOT_FOUND, type RegulationFailure, unfit } from "./failures.ts";
import { type Impact, type ImpactPorts, impactOf } from "./impact.ts";
import { type Proposal, proposalOf } from "./proposal.ts";
import * as rows from "./rows.ts";

export type RegulationsParts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly procedures: readonly Procedure[];
  readonly ports: ImpactPorts;
};
export type Regulations = ReturnType<typeof createRegulations>;
export type LawDraft = { readonly id: string; readonly content: Content; readonly updatedAt: Instant };
type Answer<T> = Promise<Result<T, RegulationFailure>>;

/** The other processes lay a publication over their law within this time; only then due dates are reckoned anew. */
const HEARD_BY_ALL_MS = 10_000;

/**
 * Lays all that was published over the law of this process, for whoever only reckons. Answers how many publications there
 * are.
 */
export async function layPublished(sql: Sql): Promise<number> {
  const acts = await rows.publishedAfter(sql, -1);
  const contents = acts.map(({ data }) => readContent(data));
  publishLaw({
    amendments: contents.flatMap(({ changes }) => changes),
    texts: contents.flatMap(({ texts }) => texts),
  });
  return acts.length;
}

/** Proposals to change figures and days off, and their publication. */
export function createRegulations(parts: RegulationsParts) {
  const { db, clock } = parts;
  const inForce = { seq: -1, changes: [] as LawAmendment[], texts: [] as LegalSource[] };

  /**
   * Lays what was published since the last time over the law of this process; at the first time all of it, were it
   * nothing. Cheap where nothing is new.
   */
  const refresh = async (sql: Sql = db): Promise<void> => {
    const fresh = (await rows.publishedAfter(sql, inForce.seq)).filter(({ seq }) => seq > inForce.seq);
    if (fresh.length === 0 && inForce.seq >= 0) return;
    for (const { data } of fresh) {
      const { changes, texts } = readContent(data);
      inForce.changes.push(...changes);
      inForce.texts.push(...texts);
    }
    inForce.seq = fresh.at(-1)?.seq ?? 0;
    publishLaw({ amendments: [...inForce.changes], texts: [...inForce.texts] });
  };

  const edit = async (
    author: string,
    id: string,
    change: (content: Content) => Result<Content, RegulationFailure>,
  ): Answer<Content> => {
    const draft = await rows.findDraft(db, author, id);
    if (!draft) return fail(NOT_FOUND);
    const changed = change(readContent(draft.content));
    if (!changed.ok) return changed;
    return (await rows.updateDraft(db, draft, changed.value, clock.now())) ? changed : fail(CHANGED);
  };

  const append = async (tx: Tx, act: Omit<rows.LawActRow, "seq" | "id" | "at">): Promise<void> => {
    const last = await rows.lastAct(tx);
    const whole = { ...act, seq: (last?.seq ?? 0) + 1, id: newId(), at: clock.now() };
    const previous = last?.hash ?? CHAIN_START;
    const hash = lawActHash(previous, whole);
    await rows.insertAct(tx, whole, previous, hash);
    await announceLawAct(tx, whole.id, hash);
  };

  /** One act on a submitted proposal: locked, judged, appended. */
  const actOn = (
    act: Exclude<LawAct, "submitted">,
    id: string,
    actor: Actor,
    make: (proposal: Proposal, tx: Tx) => Answer<Json>,
  ): Answer<Proposal> =>
    db.inTransaction(async (tx) => {
      await rows.lockLaw(tx);
      const proposal = proposalOf(await rows.actsOfProposal(tx, id));
      if (!proposal) return fail(NOT_FOUND);
      const verdict = mayActOnLaw(act, proposal, actor);
      if (!verdict.ok) return fail({ kind: "refused" as const, text: verdict.failure });
      const data = await make(proposal, tx);
      if (!data.ok) return data;
      await append(tx, { proposal: id, kind: act, by: actor, data: data.value });
      return ok(proposal);
    });

  return {
    refresh: (): Promise<void> => refresh(),

    draftsOf: async (author: string): Promise<readonly LawDraft[]> =>
      (await rows.draftsOf(db, author)).map((row) => ({ ...row, content: readContent(row.content) })),

    async draft(author: string, id: string): Promise<LawDraft | null> {
      const row = await rows.findDraft(db, author, id);
      return row && { ...row, content: readContent(row.content) };
    },

    /** Begins a draft, empty or with what an earlier proposal said. */
    async begin(author: string, content: Content = EMPTY): Promise<string> {
      const id = newId();
      await rows.insertDraft(db, id, author, content, clock.now());
      return id;
    },

    discard: (author: string, id: string): Promise<boolean> => rows.deleteDraft(db, author, id),

    /** Adds a change to a draft, with its text where that is new. One that does not fit is refused with the reason. */
    async addChange(author: string, id: string, change: LawAmendment, text: LegalSource | null): Answer<Content> {
      const { firstFault } = await loadAmendable();
      return edit(author, id, (content) => {
        if (content.changes.length >= CHANGES_MOST)
          return fail(
            incomplete(
              "change",
              `Mỗi đề xuất có tối đa ${CHANGES_MOST} thay đổi. Hãy lập đề xuất khác.`,
              `A proposal holds at most ${CHANGES_MOST} changes. Begin another.`,
            ),
          );
        const changes = [...content.changes, change];
        const wrong = firstFault(changes);
        if (wrong) return fail(unfit(wrong));
        const texts = text ? [...content.texts.filter((known) => known.id !== text.id), text] : content.texts;
        return ok({ ...content, changes, texts });
      });
    },

    /** Takes the change at a place out again. */
    removeChange: (author: string, id: string, at: number): Answer<Content> =>
      edit(author, id, (content) => {
        const changes = content.changes.filter((_, place) => place !== at);
        const cited = new Set(changes.map(({ source }) => source));
        return ok({ ...content, changes, texts: content.texts.filter((text) => cited.has(text.id)) });
      }),

    /** Submits a draft for a second person; from now on it stands as it is. */
    async submit(actor: Actor, id: string, words: { readonly title: string; readonly reason: string }): Answer<string> {
      const { firstFault } = await loadAmendable();
      return db.inTransaction(async (tx) => {
        await rows.lockLaw(tx);
        const draft = await rows.findDraft(tx, actor.account, id);
        if (!draft) return fail(NOT_FOUND);
        const verdict = mayActOnLaw("submitted", { state: "draft", author: actor }, actor);
        if (!verdict.ok) return fail({ kind: "refused" as const, text: verdict.failure });
        const content = readContent({ ...readContent(draft.content), ...words });
        const lack = missing(content);
        if (lack) return fail(lack);
        const wrong = firstFault(content.changes);
        if (wrong) return fail(unfit(wrong));
        await append(tx, { proposal: id, kind: "submitted", by: actor, data: content });
        await rows.deleteDraft(tx, actor.account, id);
        return ok(id);
      });
    },

    withdraw: (actor: Actor, id: string): Answer<Proposal> => actOn("withdrawn", id, actor, async () => ok({})),

    /** Gives a proposal back to its author, with the reason. */
    giveBack: (actor: Actor, id: string, reason: string): Answer<Proposal> =>
      actOn("returned", id, actor, async () =>
        reason.trim() === ""
          ? fail(incomplete("reason", "Vui lòng nêu lý do trả lại.", "Say why it is given back."))
          : ok({ reason: reason.trim().slice(0, 2_000) }),
      ),

    /** Publishes a proposal: from the commit on it is law here. What does not fit any more is refused, never bent. */
    async publish(actor: Actor, id: string): Answer<Proposal> {
      const { daysChanged, firstFault } = await loadAmendable();
      const published = await actOn("published", id, actor, async ({ content }, tx) => {
        // Under the lock: what another process published a moment ago is part of the law this is judged by.
        await refresh(tx);
        const wrong = firstFault(content.changes);
        if (wrong) return fail(unfit(wrong));
        if (daysChanged(content.changes).length > 0)
          await addJob(
            tx,
            "law-due-dates",
            { proposal: id },
            { key: `law ${id}`, runAt: Date.now() + HEARD_BY_ALL_MS },
          );
        return ok(content as unknown as Json);
      });
      if (published.ok) await refresh();
      return published;
    },

    async proposal(id: string): Promise<Proposal | null> {
      return proposalOf(await rows.actsOfProposal(db, id));
    },
    /** The days whose work or rest a proposal changes. */
    daysOf: async ({ content }: Proposal) => (await loadAmendable()).daysChanged(content.changes),
    waiting: (limit: number, offset: number) => rows.proposalsByLastAct(db, true, limit, offset),
    ended: (limit: number, offset: number) => rows.proposalsByLastAct(db, false, limit, offset),

    /** Which procedures, dossiers and fees these changes would touch. */
    impact: (changes: readonly LawAmendment[]): Promise<Impact> =>
      // Over all offices, of which whoever keeps the law sees numbers and codes, no content.
      asSystem(() => impactOf(db, parts.ports, parts.procedures, changes)),
  };
}

function missing({ title, reason, changes }: Content): RegulationFailure | null {
  if (changes.length === 0)
    return incomplete("changes", "Đề xuất chưa có thay đổi nào.", "The proposal holds no change yet.");
  if (title === "") return incomplete("title", "Vui lòng ghi tên đề xuất.", "Give the proposal a title.");
  return reason === "" ? incomplete("reason", "Vui lòng nêu lý do.", "Say why.") : null;
}
