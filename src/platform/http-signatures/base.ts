import { type InnerList, type Parameters, serializeInnerList } from "structured-headers";
import {
  type Component,
  componentOf,
  componentValue,
  type FieldTypes,
  identifierOf,
  NoSuchComponent,
} from "./components.ts";
import type { Message } from "./message.ts";

/** What a signature covers and says of itself, in the order in which it was written. */
export type Covered = { readonly components: readonly Component[]; readonly params: Parameters };

/** @throws NoSuchComponent */
export const coveredOf = ([items, params]: InnerList): Covered => ({ components: items.map(componentOf), params });

export const signatureParams = ({ components, params }: Covered): string =>
  serializeInnerList([components.map(({ name, params: own }) => [name, own]), params]);

/** The text that is signed (RFC 9421, 2.5). @throws NoSuchComponent for what is missing, unknown, or covered twice */
export function signatureBase(covered: Covered, message: Message, types: FieldTypes = {}): string {
  const seen = new Set<string>();
  const lines = covered.components.map((component) => {
    const identifier = identifierOf(component);
    const { name } = component;
    if (name === "@signature-params" || seen.has(identifier)) throw new NoSuchComponent(identifier);
    seen.add(identifier);
    const value = componentValue(component, message, types);
    // A line break inside a value would forge a line of the base.
    if (/[\r\n]/.test(value)) throw new NoSuchComponent(identifier);
    return `${identifier}: ${value}`;
  });
  return [...lines, `"@signature-params": ${signatureParams(covered)}`].join("\n");
}
