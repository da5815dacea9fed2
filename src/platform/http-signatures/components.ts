import {
  type Item,
  isInnerList,
  type Parameters,
  parseDictionary,
  parseItem,
  parseList,
  serializeDictionary,
  serializeInnerList,
  serializeItem,
  serializeList,
} from "structured-headers";
import { type Fields, isRequest, type Message, type RequestParts, valuesOf } from "./message.ts";

/** What is covered by a signature, and the text under which each part of it is signed (RFC 9421, 2). */
export type Component = { readonly name: string; readonly params: Parameters };

/** Why a signature base cannot be made: the message lacks the part, or the part is not one that may be signed. */
export class NoSuchComponent extends Error {}

/** Fields that are dictionaries, lists or items by their own definition: `sf` needs to know which. */
export type FieldTypes = Readonly<Record<string, "dictionary" | "list" | "item">>;
const FIELD_TYPES: FieldTypes = {
  "content-digest": "dictionary",
  "repr-digest": "dictionary",
  "want-content-digest": "dictionary",
  signature: "dictionary",
  "signature-input": "dictionary",
  "accept-signature": "dictionary",
  priority: "dictionary",
  "cache-status": "list",
};

/** The component of an identifier as it stands in `Signature-Input`: a string with parameters. */
export function componentOf([name, params]: Item): Component {
  if (typeof name !== "string") throw new NoSuchComponent("a component is named by a string");
  return { name, params };
}

export const identifierOf = ({ name, params }: Component): string => serializeItem([name, params]);

/** Which parameters a component may carry; any other changes a meaning we do not know. */
const PARAMS_OF_FIELDS = new Set(["sf", "key", "bs", "tr", "req"]);
const PARAMS_OF_DERIVED = new Set(["req"]);

/** The value of a component in a message. @throws NoSuchComponent */
export function componentValue(component: Component, message: Message, types: FieldTypes = {}): string {
  const { name, params } = component;
  const allowed =
    name === "@query-param" ? new Set(["req", "name"]) : name.startsWith("@") ? PARAMS_OF_DERIVED : PARAMS_OF_FIELDS;
  for (const [param, value] of params) {
    const isWord = param === "key" || param === "name";
    if (!allowed.has(param) || (isWord ? typeof value !== "string" : value !== true))
      throw new NoSuchComponent(`parameter ${param} of ${name}`);
  }
  const context = params.has("req") ? requestOf(message) : message;
  return name.startsWith("@")
    ? derived(name, params, context)
    : fieldValue(name, params, context, { ...FIELD_TYPES, ...types });
}

function requestOf(message: Message): RequestParts {
  if (isRequest(message) || !message.request) throw new NoSuchComponent("req without a request");
  return message.request;
}

function derived(name: string, params: Parameters, message: Message): string {
  if (name === "@status") {
    if (isRequest(message)) throw new NoSuchComponent("@status of a request");
    return String(message.status);
  }
  if (!isRequest(message)) throw new NoSuchComponent(`${name} of a response`);
  if (name === "@method") return message.method;
  if (name === "@target-uri") return message.targetUri;
  if (name === "@request-target" && message.requestTarget !== undefined) return message.requestTarget;
  if (!URL.canParse(message.targetUri)) throw new NoSuchComponent("a target without address");
  const url = new URL(message.targetUri);
  switch (name) {
    case "@authority":
      return url.host;
    case "@scheme":
      return url.protocol.slice(0, -1);
    case "@request-target":
      return `${url.pathname}${url.search}`;
    case "@path":
      return url.pathname;
    case "@query":
      // A bare question mark is a query too, an empty one; the URL forgets it.
      return url.search === "" ? "?" : url.search;
    case "@query-param":
      return queryParam(url, String(params.get("name") ?? ""));
    default:
      throw new NoSuchComponent(name);
  }
}

/** One named parameter, decoded and encoded anew. One that stands there twice would leave open which of them is meant. */
function queryParam(url: URL, name: string): string {
  const found = [...url.searchParams].filter(([key]) => encodeURIComponent(key) === name);
  const [only] = found;
  if (!only || found.length > 1) throw new NoSuchComponent("@query-param that does not stand there once");
  return encodeURIComponent(only[1]);
}

function fieldValue(name: string, params: Parameters, message: Message, types: FieldTypes): string {
  if (name !== name.toLowerCase() || name === "") throw new NoSuchComponent("field names are written small");
  const fields: Fields = params.has("tr") ? (message.trailers ?? []) : message.fields;
  const values = valuesOf(fields, name).map(unfolded);
  if (values.length === 0) throw new NoSuchComponent(name);
  const strict = params.has("sf") || params.has("key");
  if (params.has("bs")) {
    if (strict) throw new NoSuchComponent("bs beside sf or key");
    return values.map((value) => `:${Buffer.from(value, "latin1").toString("base64")}:`).join(", ");
  }
  const joined = values.join(", ");
  if (!strict) return joined;
  try {
    return params.has("key") ? member(joined, String(params.get("key"))) : canonical(joined, types[name]);
  } catch {
    throw new NoSuchComponent(name);
  }
}

/** Without the white space around it; a line folded the old way is one line. */
const unfolded = (value: string): string => value.replace(/[ \t]*\r?\n[ \t]+/g, " ").trim();

function member(written: string, key: string): string {
  const found = parseDictionary(written).get(key);
  if (!found) throw new NoSuchComponent(key);
  return isInnerList(found) ? serializeInnerList(found) : serializeItem(found);
}

function canonical(written: string, type: FieldTypes[string] | undefined): string {
  switch (type) {
    case "dictionary":
      return serializeDictionary(parseDictionary(written));
    case "list":
      return serializeList(parseList(written));
    case "item":
      return serializeItem(parseItem(written));
    case undefined:
      throw new NoSuchComponent("sf of a field whose kind is not known");
  }
}
