import { SaxesParser, type SaxesTagNS } from "saxes";

/** An element of a message: its local name, its namespace, its text and its children. */
export type Element = {
  readonly name: string;
  readonly namespace: string;
  readonly children: readonly Element[];
  readonly text: string;
};
type Growing = { name: string; namespace: string; children: Growing[]; text: string };

/** A message deeper or longer than this is no answer to our question. */
const DEPTH_MOST = 32;
const LENGTH_MOST = 1_048_576;

/**
 * Reads a small XML message; null where it is not well-formed, too large, or brings a document type: entities of its own
 * are how XML reads files and fills memories, and no message of this service needs one.
 */
export function readXml(written: string): Element | null {
  if (written.length > LENGTH_MOST) return null;
  const parser = new SaxesParser({ xmlns: true });
  const open: Growing[] = [];
  let root: Growing | null = null;
  parser.on("doctype", () => {
    throw new Error("a document type");
  });
  parser.on("opentag", ({ local, uri }: SaxesTagNS) => {
    const element: Growing = { name: local, namespace: uri, children: [], text: "" };
    if (open.length >= DEPTH_MOST) throw new Error("too deep");
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const take = (words: string): void => {
    const here = open.at(-1);
    if (here) here.text += words;
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.on("closetag", () => void open.pop());
  try {
    parser.write(written).close();
    return root;
  } catch {
    return null;
  }
}

/** The child of that local name, whatever its prefix. */
export const child = (of: Element | null, ...names: readonly string[]): Element | null =>
  names.reduce<Element | null>((here, name) => here?.children.find((one) => one.name === name) ?? null, of);

/** The text of a descendant by its path, without the white space around it; empty where there is none. */
export const textOf = (of: Element | null, ...names: readonly string[]): string =>
  child(of, ...names)?.text.trim() ?? "";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Text as it stands in XML; what XML has no place for is left out. */
export const escapeXml = (words: string): string =>
  words
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? "");
