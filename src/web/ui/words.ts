import type { Language, Text } from "../../kernel/text.ts";

/** A sentence in both languages, or data such as a name that reads the same in both. */
export type Words = Text | string;

/** The words in the language of the page. */
export const say = (words: Words, lang: Language): string => (typeof words === "string" ? words : words[lang]);

/** The id of the control that answers `name`: dots mean parts of an answer and are awkward in selectors. */
export const fieldId = (name: string): string => name.replaceAll(".", "-");

/** Class names joined, those that do not apply left out. */
export const classes = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter((name): name is string => typeof name === "string" && name !== "").join(" ");

/** The address of the same page in another language: Vietnamese stands at the root, English under `/en`. */
export function inLanguage(path: string, lang: Language): string {
  const bare = path.replace(/^\/en(?=[/?#]|$)/, "");
  const rooted = bare.startsWith("/") ? bare : `/${bare}`;
  if (lang === "vi") return rooted;
  return rooted === "/" ? "/en" : `/en${rooted}`;
}
