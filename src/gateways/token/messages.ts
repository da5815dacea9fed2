import type { TokenKeyName } from "./port.ts";

/** What passes between the house and the process that holds the module. Bytes travel as base64. */
export type ToToken =
  | { readonly id: number; readonly kind: "load"; readonly module: string }
  | { readonly id: number; readonly kind: "open"; readonly name: TokenKeyName }
  | { readonly id: number; readonly kind: "sign"; readonly key: number; readonly digest: string };

export type Opened = {
  readonly key: number;
  readonly algorithm: "rsa-sha256" | "ecdsa-sha256";
  readonly chain: readonly string[];
};
export type FromToken =
  | { readonly id: number; readonly kind: "done"; readonly opened?: Opened; readonly signature?: string }
  | { readonly id: number; readonly kind: "failed"; readonly message: string };
