import { newSecret, sha256 } from "../../platform/ids.ts";

/**
 * Links nobody can guess: the province whose tables hold the row, a dot, a secret. The database keeps the hash only, so who
 * reads it cannot follow anybody's link.
 */
export type Link = { readonly officeProvince: string; readonly hash: Buffer };

export function newLink(officeProvince: string): { readonly link: string; readonly hash: Buffer } {
  const link = `${officeProvince}.${newSecret()}`;
  return { link, hash: sha256(link) };
}

/** What a link leads to; null for anything that cannot be one of ours. */
export function readLink(link: string): Link | null {
  const [, officeProvince] = /^(\d{2})\.[\w-]{43}$/.exec(link) ?? [];
  return officeProvince === undefined ? null : { officeProvince, hash: sha256(link) };
}
