import { AsyncLocalStorage } from "node:async_hooks";

/**
 * On whose behalf the database is asked. Row-level security judges by it (db/migrations/000014_row_security.sql), so
 * a page that forgets to ask whether it may see a row still does not get it.
 */
export type Scope =
  /** A request of nobody known: no case is readable. */
  | { readonly as: "nobody" }
  /** The house itself: jobs, commands, intake, the bank's word. */
  | { readonly as: "system" }
  | {
      readonly as: "officer";
      readonly account: string;
      readonly units: readonly string[];
      /** Communes and provinces whose registers the post keeps. */
      readonly communes: readonly string[];
      readonly provinces: readonly string[];
      /** Provinces whose accounts the post keeps: it sees the money of all their offices. */
      readonly treasuries?: readonly string[];
    }
  /** Numbers are those of the person and of whom they act for. */
  | { readonly as: "person"; readonly account: string; readonly numbers: readonly string[] };

export const NOBODY: Scope = { as: "nobody" };
const SYSTEM: Scope = { as: "system" };

/** Requests live in a store of their own; whatever runs outside one is the house itself. */
const requests = new AsyncLocalStorage<{ scope: Scope }>();

/** Runs a request, at first on behalf of nobody. */
export const inRequest = <T>(work: () => T): T => requests.run({ scope: NOBODY }, work);

/** From now on, and until the end of the request, the database is asked on behalf of this one. */
export function actFor(scope: Scope): void {
  const request = requests.getStore();
  if (!request) throw new Error("there is no request to act in");
  request.scope = scope;
}

/**
 * Does work of the house in the middle of somebody's request. Each use says why the person's own rights do not do, and
 * hands back no more than they may know.
 */
export const asSystem = <T>(work: () => Promise<T>): Promise<T> => requests.run({ scope: SYSTEM }, work);

/** The scope in force where this is called. */
export const scopeNow = (): Scope => requests.getStore()?.scope ?? SYSTEM;

/** The settings of a connection that say it, in the order of `SET_SCOPE`. */
export function scopeSettings(scope: Scope): readonly string[] {
  const officer = scope.as === "officer" ? scope : null;
  return [
    scope.as,
    scope.as === "officer" || scope.as === "person" ? scope.account : "",
    textArray(officer?.units ?? []),
    textArray(officer?.communes ?? []),
    textArray(officer?.provinces ?? []),
    textArray(scope.as === "person" ? scope.numbers : []),
    textArray(officer?.treasuries ?? []),
  ];
}
export const SET_SCOPE = `select set_config('motcua.as', $1, false), set_config('motcua.account', $2, false),
  set_config('motcua.units', $3, false), set_config('motcua.communes', $4, false),
  set_config('motcua.provinces', $5, false), set_config('motcua.numbers', $6, false),
  set_config('motcua.treasuries', $7, false)`;

/** As PostgreSQL reads an array: every element quoted. */
const textArray = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`).join(",")}}`;
