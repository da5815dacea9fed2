import { extentOf, type PdfFile, pagesOf } from "./pdf-file.ts";

/**
 * Takes the one page of a small PDF as the look of a signature field: a Form XObject with the fonts it needs, all
 * numbered anew from `first`. Only the part of each object before its stream is rewritten; streams stay as they are.
 */
export function appearanceFrom(mark: PdfFile, first: number): { appearance: number; objects: Map<number, string> } {
  const [page] = pagesOf(mark);
  const pageText = page === undefined ? "" : partsOf(mark, page).head;
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pageText);
  const contents = Number(/\/Contents (\d+) 0 R/.exec(pageText)?.[1]);
  const resources = resourcesOf(pageText);
  if (!box || !contents) throw new Error("the mark has no page");

  const numbers = new Map<number, number>();
  const objects = new Map<number, string>();
  let next = first;
  const renumbered = (text: string): string =>
    text.replace(/(\d+) 0 R/g, (_, old: string) => `${copied(Number(old))} 0 R`);
  function copied(old: number): number {
    const known = numbers.get(old);
    if (known !== undefined) return known;
    const number = next++;
    numbers.set(old, number);
    const { head, stream } = partsOf(mark, old);
    objects.set(number, renumbered(head) + stream);
    return number;
  }

  const appearance = next++;
  const drawing = partsOf(mark, contents);
  const dictionary = drawing.head.replace(
    /^<</,
    `<< /Type /XObject /Subtype /Form /BBox [0 0 ${box[1]} ${box[2]}] /Resources ${renumbered(resources)}`,
  );
  objects.set(appearance, dictionary + drawing.stream);
  return { appearance, objects };
}

/** The dictionary of an object, and its stream where it has one. */
function partsOf(pdf: PdfFile, number: number): { head: string; stream: string } {
  const { from, until } = extentOf(pdf, number);
  const text = pdf.bytes.toString("latin1", from, until);
  const body = text.slice(text.indexOf("obj") + 3).trim();
  const at = /\bstream\r?\n/.exec(body)?.index ?? body.length;
  return { head: body.slice(0, at), stream: body.slice(at) };
}

/** `/Resources << … >>` of a page, by counting the brackets. */
function resourcesOf(page: string): string {
  const start = page.indexOf("<<", page.indexOf("/Resources"));
  let depth = 0;
  for (let at = start; at < page.length - 1; at++) {
    const pair = page.slice(at, at + 2);
    if (pair !== "<<" && pair !== ">>") continue;
    depth += pair === "<<" ? 1 : -1;
    if (depth === 0) return page.slice(start, at + 2);
    at++;
  }
  throw new Error("the mark has no resources");
}
