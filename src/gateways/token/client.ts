import { type ChildProcess, fork } from "node:child_process";
import { asDerPair } from "../../kernel/ecdsa-pair.ts";
import type { FromToken, Opened, ToToken } from "./messages.ts";
import { type Token, type TokenKeyName, TokenTrouble } from "./port.ts";

type Request<M = ToToken> = M extends ToToken ? Omit<M, "id"> : never;
type Done = FromToken & { kind: "done" };
type Held = { readonly child: ChildProcess; readonly ask: (request: Request) => Promise<Done> };

/**
 * A token or HSM through its PKCS#11 module. The module lives in a process of its own: when it crashes or hangs, that
 * process is ended and the next signature begins a new one. A wrong PIN is tried once in the life of this program:
 * tokens lock after a few.
 */
export function createToken(options: {
  /** The module's file. */
  readonly module: string;
  /** The program of the process, which calls `serveToken`. */
  readonly program: string;
  readonly timeoutMs?: number;
}): Token {
  const { module, program, timeoutMs = 15_000 } = options;
  let held: Promise<Held> | null = null;
  const wrongPins = new Map<string, TokenTrouble>();

  const start = async (): Promise<Held> => {
    const child = fork(program, { execArgv: [] });
    const ask = asker(child, timeoutMs);
    child.once("exit", () => {
      held = null;
    });
    try {
      await ask({ kind: "load", module });
    } catch (cause) {
      child.kill("SIGKILL");
      throw cause;
    }
    return { child, ask };
  };
  const holding = (): Promise<Held> => {
    held ??= start().catch((cause: unknown) => {
      held = null;
      throw cause;
    });
    return held;
  };
  const drop = async (): Promise<void> => {
    const ending = held;
    held = null;
    (await ending?.catch(() => null))?.child.kill("SIGKILL");
  };

  const openIn = async ({ ask }: Held, name: TokenKeyName): Promise<Opened> => {
    const wrong = wrongPins.get(JSON.stringify(name));
    if (wrong) throw wrong;
    try {
      const { opened } = await ask({ kind: "open", name });
      if (!opened) throw new TokenTrouble("the token's process gave no key");
      return opened;
    } catch (cause) {
      if (cause instanceof TokenTrouble && /CKR_PIN_|0xa[0-4]$/.test(cause.message))
        wrongPins.set(JSON.stringify(name), cause);
      throw cause;
    }
  };

  return {
    async open(name) {
      const first = await holding();
      const told = await openIn(first, name);
      let place = { held: first, key: told.key };
      const signOnce = async (digest: Uint8Array): Promise<Uint8Array> => {
        const now = await holding();
        if (now !== place.held) place = { held: now, key: (await openIn(now, name)).key };
        const { signature } = await now.ask({
          kind: "sign",
          key: place.key,
          digest: Buffer.from(digest).toString("base64"),
        });
        const bytes = Buffer.from(signature ?? "", "base64");
        return told.algorithm === "ecdsa-sha256" ? asDerPair(bytes) : bytes;
      };
      return {
        algorithm: told.algorithm,
        certificateChain: told.chain.map((one) => Buffer.from(one, "base64")),
        // Sessions end when a token is pulled or an HSM restarts: once, with a new process, it is tried again.
        signDigest: (digest) =>
          signOnce(digest).catch(async () => {
            await drop();
            return signOnce(digest);
          }),
      };
    },
    close: () => void drop(),
  };
}

function asker(child: ChildProcess, timeoutMs: number): Held["ask"] {
  const waiting = new Map<number, (said: FromToken | null) => void>();
  let last = 0;
  child.on("message", (said: FromToken) => waiting.get(said.id)?.(said));
  child.on("exit", () => {
    for (const hear of waiting.values()) hear(null);
  });
  child.on("error", () => undefined);
  // It must not keep a command alive that has done its work.
  child.unref();
  return (request) =>
    new Promise((done, failed) => {
      const id = ++last;
      const late = setTimeout(() => {
        waiting.delete(id);
        child.kill("SIGKILL");
        failed(new TokenTrouble("the token did not answer in time", true));
      }, timeoutMs);
      waiting.set(id, (said) => {
        clearTimeout(late);
        waiting.delete(id);
        if (said === null) failed(new TokenTrouble("the token's process ended", true));
        else if (said.kind === "failed") failed(new TokenTrouble(said.message));
        else done(said);
      });
      child.send({ ...request, id }, (error) => error && waiting.get(id)?.(null));
    });
}
