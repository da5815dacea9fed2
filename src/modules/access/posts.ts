import { dayOfInstant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import * as rows from "./rows.ts";
import type { Organisation, Post, Session } from "./session.ts";
import { hashOf, postOf } from "./sessions.ts";

/** As whom a session works: from which post an officer, for which organisation a citizen. */
export function createPosts(deps: { db: Database; clock: Clock }) {
  const { db, clock } = deps;
  const today = () => dayOfInstant(clock.now());

  const postsOf = async (session: Session): Promise<readonly Post[]> =>
    session.kind === "officer" ? (await rows.postsOfAccount(db, session.account, today())).map(postOf) : [];

  const organisationsOf = async (session: Session): Promise<readonly Organisation[]> =>
    session.kind === "citizen" && session.number ? rows.organisationsOf(db, session.number, today()) : [];

  return {
    /** The posts an officer may work from today. */
    postsOf,
    /** The organisations a citizen may act for today. */
    organisationsOf,

    /** The officers of a unit who have signed in at least once, by name. */
    officersOf: (unitId: string): Promise<readonly rows.Colleague[]> => rows.officersOf(db, unitId, today()),

    /** Moves an officer to another of their posts. */
    async switchPost(session: Session, post: string): Promise<Result<Post, { readonly tag: "not-your-post" }>> {
      const wanted = (await postsOf(session)).find(({ id }) => id === post);
      if (!wanted) return fail({ tag: "not-your-post" });
      await rows.setPost(db, hashOf(session), wanted.id);
      return ok(wanted);
    },

    /** Lets a citizen act for an organisation they represent today; null returns to acting for themselves. */
    async actFor(
      session: Session,
      organisation: string | null,
    ): Promise<Result<Organisation | null, { readonly tag: "not-a-representative" }>> {
      if (organisation === null) {
        await rows.setActingFor(db, hashOf(session), { organisation: null, person: null });
        return ok(null);
      }
      const wanted = (await organisationsOf(session)).find(({ code }) => code === organisation);
      if (!wanted) return fail({ tag: "not-a-representative" });
      await rows.setActingFor(db, hashOf(session), { organisation: wanted.code, person: null });
      return ok(wanted);
    },
  };
}
