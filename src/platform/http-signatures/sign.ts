import { type Dictionary, parseDictionary, parseItem, serializeDictionary } from "structured-headers";
import type { Instant } from "../../kernel/plain-date.ts";
import { signBytes } from "./algorithms.ts";
import { type Covered, signatureBase } from "./base.ts";
import { componentOf, type FieldTypes } from "./components.ts";
import type { SigningKey } from "./keys.ts";
import { type Message, valuesOf } from "./message.ts";

export type Signing = {
  readonly key: SigningKey;
  /** Identifiers as they are written in `Signature-Input`: `"@method"`, `"content-digest";req`. */
  readonly components: readonly string[];
  readonly label?: string;
  readonly created: Instant;
  readonly expires?: Instant;
  readonly nonce?: string;
  readonly tag?: string;
  /** Whether the algorithm is named; the key's owner knows it anyway. */
  readonly nameAlgorithm?: boolean;
  readonly types?: FieldTypes;
};

const seconds = (at: Instant): number => Math.floor(at / 1000);

/** The two fields of a signed message; signatures that stand there already stay. @throws NoSuchComponent */
export function signMessage(
  message: Message,
  signing: Signing,
): { readonly "signature-input": string; readonly signature: string } {
  const { key, label = "sig1" } = signing;
  const covered: Covered = {
    components: signing.components.map((written) => componentOf(parseItem(written))),
    params: new Map<string, string | number>([
      ["created", seconds(signing.created)],
      ...(signing.expires === undefined ? [] : [["expires", seconds(signing.expires)] as const]),
      ...(signing.nonce === undefined ? [] : [["nonce", signing.nonce] as const]),
      ["keyid", key.id],
      ...(signing.nameAlgorithm ? [["alg", key.algorithm] as const] : []),
      ...(signing.tag === undefined ? [] : [["tag", signing.tag] as const]),
    ]),
  };
  const signature = signBytes(key.algorithm, key.key, signatureBase(covered, message, signing.types));
  const items = covered.components.map(({ name, params }): [string, typeof params] => [name, params]);
  return {
    "signature-input": added(message, "signature-input", label, [items, covered.params]),
    signature: added(message, "signature", label, [new Uint8Array(signature).buffer, new Map()]),
  };
}

function added(
  message: Message,
  field: string,
  label: string,
  member: Dictionary extends Map<string, infer M> ? M : never,
): string {
  const there = valuesOf(message.fields, field).join(", ");
  const dictionary: Dictionary = there === "" ? new Map() : parseDictionary(there);
  if (dictionary.has(label)) throw new Error(`the message has a signature ${label} already`);
  return serializeDictionary(dictionary.set(label, member));
}
