import { expect } from "vitest";

/** A page as a person reads it: tags away, blanks as one. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style)\b.*?<\/\1>/gs, " ")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/[\s\u00a0]+/g, " ");

/** Asks for pages of a house as a browser would that follows no redirect. */
export const readerOf = (base: () => string) => async (address: string) => {
  const response = await fetch(`${base()}${address}`, { redirect: "manual" });
  const html = await response.text();
  return { status: response.status, html, text: wordsOf(html) };
};

/** The text between two headings. */
export const between = (text: string, from: string, to: string): string => text.split(from)[1]?.split(to)[0] ?? "";

/** A page that refuses: the sentence at the top and beside the field, and nothing else wrong. */
export function expectRefusal(page: { status: number; html: string; text: string }, sentence: string): void {
  expect(page.status).toBe(422);
  expect(page.text.split(sentence)).toHaveLength(3);
  expect(page.html.split("govuk-form-group--error")).toHaveLength(2);
}
