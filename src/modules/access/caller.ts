import type { Actor } from "../../engine/state/acts.ts";
import type { Helper, Organisation, Post, Ward } from "./session.ts";

/** Whoever stands behind a request: a session or a machine client's token. */
export type Caller = {
  readonly account: string;
  readonly kind: "citizen" | "organisation" | "officer";
  readonly name: string;
  readonly number: string | null;
  readonly organisation: Organisation | null;
  readonly post: Post | null;
  readonly ward?: Ward | null;
  readonly helper?: Helper | null;
};

/**
 * The caller as acts name them. An organisation acts through a person: both names stand in the act.
 * @throws for an officer without a post: such a session is never handed out.
 */
export function actorOf(caller: Caller): Actor {
  const number = caller.number ? { number: caller.number } : {};
  if (caller.kind === "officer") {
    if (!caller.post) throw new Error("an officer without a post cannot act");
    const { id: post, roles, unit, delegation } = caller.post;
    const by = delegation ? { delegatedBy: delegation.by } : {};
    return { account: caller.account, name: caller.name, as: "officer", unit: unit.id, post, roles, ...by, ...number };
  }
  const helped = caller.helper ? { helper: helperOf(caller.helper) } : {};
  if (!caller.organisation) {
    const ward = caller.ward ? { for: caller.ward } : {};
    return { account: caller.account, name: caller.name, as: "person", ...number, ...ward, ...helped };
  }
  const { code, name } = caller.organisation;
  const both = name === caller.name ? name : `${name} (${caller.name})`;
  return { account: caller.account, name: both, as: "organisation", organisation: code, ...number, ...helped };
}

const helperOf = ({ account, name, unit }: Helper) => ({
  account,
  name,
  ...(unit ? { unit: unit.id, unitName: unit.name, post: unit.post } : {}),
});
