import { addDays, dayOfInstant, type PlainDate } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import * as rows from "./delegations-rows.ts";
import { officersOf } from "./rows.ts";
import type { Post, Session } from "./session.ts";

/** What an officer wants to hand to a colleague. */
export type DelegationWish = {
  readonly post: string;
  readonly to: string;
  readonly roles: readonly string[];
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly reason: string;
};
/** Why a delegation was not made, by the box that is wrong. */
export type DelegationFault = "post" | "to" | "roles" | "from" | "until" | "reason" | "not-yours";

/** Longer absences are another post's matter (design). */
const DAYS_MOST = 365;

type Officer = Session & { readonly post: Post };

/** Standing in for colleagues: the holder of a post, or the head of its unit, delegates roles of it for a time. */
export function createDelegations({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  const today = () => dayOfInstant(clock.now());

  /** Nobody hands on what was handed to them. */
  const mayDelegate = (officer: Officer, post: rows.UnitPost): boolean =>
    officer.post.delegation === null &&
    (post.holderAccount === officer.account || officer.post.roles.includes("unitLead"));

  const faultOf = async (officer: Officer, wish: DelegationWish): Promise<DelegationFault | null> => {
    const post = (await rows.postsOfUnit(db, officer.post.unit.id, today())).find(({ id }) => id === wish.post);
    if (!post) return "post";
    if (!mayDelegate(officer, post)) return "not-yours";
    const colleagues = await officersOf(db, officer.post.unit.id, today());
    if (wish.to === post.holderAccount || !colleagues.some(({ account }) => account === wish.to)) return "to";
    if (wish.roles.length === 0 || wish.roles.some((role) => !post.roles.includes(role))) return "roles";
    if (wish.from < today()) return "from";
    if (wish.until < wish.from || wish.until > addDays(wish.from, DAYS_MOST - 1)) return "until";
    return wish.reason.trim() === "" ? "reason" : null;
  };

  return {
    /** The posts of the officer's unit that they may delegate. */
    async delegable(officer: Officer): Promise<readonly rows.UnitPost[]> {
      const posts = await rows.postsOfUnit(db, officer.post.unit.id, today());
      return posts.filter((post) => mayDelegate(officer, post));
    },

    /** Whose work an officer does: their own, and while standing in the work of whoever holds the post. */
    async worksFor(officer: Officer): Promise<readonly string[]> {
      const holder = officer.post.delegation ? await rows.holderOfPost(db, officer.post.id) : null;
      return holder && holder !== officer.account ? [officer.account, holder] : [officer.account];
    },

    /** Who of a unit has a stand-in today. */
    absences: (unit: string): Promise<readonly rows.Absence[]> => rows.absencesInUnit(db, unit, today()),

    delegations: (officer: Officer, limit: number, offset: number): Promise<readonly rows.DelegationRow[]> =>
      rows.delegationsOfUnit(db, officer.post.unit.id, limit, offset),

    async delegate(officer: Officer, wish: DelegationWish): Promise<Result<string, DelegationFault>> {
      const fault = await faultOf(officer, wish);
      if (fault) return fail(fault);
      const id = newId();
      const by = { account: officer.account, name: officer.name };
      await db.inTransaction((tx) =>
        rows.insertDelegation(tx, { ...wish, id, reason: wish.reason.trim(), by, at: clock.now() }),
      );
      return ok(id);
    },

    /** Ends a delegation of the unit at once: by its head, or by whoever gave it. False where there is none to end. */
    async revokeDelegation(officer: Officer, id: string): Promise<boolean> {
      const found = (await rows.delegationsOfUnit(db, officer.post.unit.id, 500, 0)).find((one) => one.id === id);
      const own = found?.byName === officer.name || officer.post.roles.includes("unitLead");
      if (!found || !own || officer.post.delegation !== null) return false;
      return rows.revokeDelegation(db, officer.post.unit.id, id, officer.name, clock.now());
    },
  };
}
