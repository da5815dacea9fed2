import type { Actor } from "../../engine/state/acts.ts";
import type { Organisation, Post } from "./session.ts";

/** Whoever stands behind a request: a session or a machine client's token. */
export type Caller = {
  readonly account: string;
  readonly kind: "citizen" | "organisation" | "officer";
  readonly name: string;
  readonly number: string | null;
  readonly organisation: Organisation | null;
  readonly post: Post | null;
};

/**
 * The caller as acts name them. An organisation acts through a person: both names stand in the act.
 * @throws for an officer without a post: such a session is never handed out.
 */
export function actorOf(caller: Caller): Actor {
  const number = caller.number ? { number: caller.number } : {};
  if (caller.kind === "officer") {
    if (!caller.post) throw new Error("an officer without a post cannot act");
    const { id: post, roles, unit } = caller.post;
    return { account: caller.account, name: caller.name, as: "officer", unit: unit.id, post, roles, ...number };
  }
  if (!caller.organisation) return { account: caller.account, name: caller.name, as: "person", ...number };
  const { code, name } = caller.organisation;
  const both = name === caller.name ? name : `${name} (${caller.name})`;
  return { account: caller.account, name: both, as: "organisation", organisation: code, ...number };
}
