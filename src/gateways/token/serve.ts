import { type Cryptoki, loadCryptoki } from "./cryptoki.ts";
import { type HeldKey, openKey } from "./keys.ts";
import type { FromToken, ToToken } from "./messages.ts";
import { TokenTrouble } from "./port.ts";

/** The process that holds a PKCS#11 module: answers what it is sent, and ends with the process that started it. */
export function serveToken(): void {
  const keys: HeldKey[] = [];
  let cryptoki: Cryptoki | null = null;

  const answer = (message: ToToken): FromToken => {
    const { id } = message;
    if (message.kind === "load") {
      cryptoki = loadCryptoki(message.module);
      return { id, kind: "done" };
    }
    if (message.kind === "open") {
      if (!cryptoki) throw new TokenTrouble("no module is loaded");
      const held = openKey(cryptoki, message.name);
      keys.push(held);
      const chain = held.chain.map((one) => one.toString("base64"));
      return { id, kind: "done", opened: { key: keys.length - 1, algorithm: held.algorithm, chain } };
    }
    const held = keys[message.key];
    if (!held) throw new TokenTrouble("the key is not open");
    return { id, kind: "done", signature: held.sign(Buffer.from(message.digest, "base64")).toString("base64") };
  };

  process.on("message", (message: ToToken) => {
    let said: FromToken;
    try {
      said = answer(message);
    } catch (cause) {
      said = { id: message.id, kind: "failed", message: cause instanceof Error ? cause.message : String(cause) };
    }
    process.send?.(said, () => undefined);
  });
  process.on("disconnect", () => process.exit(0));
  // Ctrl-C reaches the whole group: this process ends with its parent, not before it.
  process.on("SIGINT", () => undefined);
}
