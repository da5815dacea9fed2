const LENGTH_MAX = 2_000;
const NOWHERE = "http://nowhere.invalid";
/** Browsers drop control characters and read a back slash as a slash: neither belongs into a path of ours. */
const TRICKS = /[\s\\\p{Cc}]/u;

/**
 * The path on this site that a value names, query and fragment included; null for everything that could lead a browser
 * elsewhere: other addresses, `//host`, `/\host`, tabs and line ends, paths that become `//` once their dots are resolved.
 */
export function localPath(value: string | null | undefined): string | null {
  if (!value || value.length > LENGTH_MAX || !value.startsWith("/") || TRICKS.test(value)) return null;
  const url = URL.parse(value, NOWHERE);
  if (!url || url.origin !== NOWHERE || url.pathname.startsWith("//")) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
