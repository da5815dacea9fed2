/** The browsers people here use; the first that fits, since most call themselves by others' names too. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/coc_coc/i, "Cốc Cốc"],
  [/EdgA?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Zalo/i, "Zalo"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/Linux|X11/, "Linux"],
];

/** Browser and system in few words, by which its owner knows a session again ("Chrome, Android"); null for anything else. */
export function deviceName(userAgent: string | undefined): string | null {
  const named = (list: typeof BROWSERS): string | undefined => list.find(([mark]) => mark.test(userAgent ?? ""))?.[1];
  return [named(BROWSERS), named(SYSTEMS)].filter(Boolean).join(", ") || null;
}
