import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A software token (SoftHSM 2) for tests; a program of the system, used where it is installed and named where not. */

const MODULES = [
  "/usr/lib/softhsm/libsofthsm2.so",
  "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
  "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
  "/usr/lib64/pkcs11/libsofthsm2.so",
  "/usr/local/lib/softhsm/libsofthsm2.so",
];

/** The module's file; null where SoftHSM or its tools are missing, and says so. */
export function softTokenModule(): string | null {
  const module = MODULES.find((path) => existsSync(path)) ?? null;
  const tools = ["softhsm2-util", "pkcs11-tool"].every((name) => spawnSync(name, ["--help"]).error === undefined);
  if (module && tools) return module;
  console.log(
    "left out: signing with a token (softhsm2 and opensc are not installed: apt-get install softhsm2 opensc)",
  );
  return null;
}

export type SoftToken = { readonly label: string; readonly pin: string };

/** An empty token in a folder of its own. Sets SOFTHSM2_CONF for this process and those it starts. */
export function makeSoftToken(folder: string): SoftToken {
  const tokens = join(folder, "tokens");
  mkdirSync(tokens, { recursive: true });
  const config = join(folder, "softhsm2.conf");
  writeFileSync(config, `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`);
  process.env.SOFTHSM2_CONF = config;
  const token = { label: "cong-an-phuong", pin: "246810" };
  execFileSync("softhsm2-util", [
    "--init-token",
    "--free",
    "--label",
    token.label,
    "--pin",
    token.pin,
    "--so-pin",
    "1357911",
  ]);
  return token;
}

/** Puts a key and its certificates (DER) onto the token: the key's own under `label`, its issuers beside it. */
export function putKey(
  module: string,
  folder: string,
  { label, pin }: SoftToken,
  key: {
    readonly name: string;
    readonly id: string;
    readonly pkcs8: Uint8Array;
    readonly chain: readonly Uint8Array[];
  },
): void {
  const write = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const tool = (...args: string[]): void =>
    void execFileSync("pkcs11-tool", ["--module", module, "--token-label", label, "--login", "--pin", pin, ...args], {
      stdio: "pipe",
    });
  tool("--write-object", write("key.der", key.pkcs8), "--type", "privkey", "--id", key.id, "--label", key.name);
  key.chain.forEach((certificate, at) => {
    const own = at === 0;
    tool(
      "--write-object",
      write(`cert-${at}.der`, certificate),
      "--type",
      "cert",
      "--id",
      own ? key.id : `f${key.id.slice(1)}${at}0`,
      "--label",
      own ? key.name : `${key.name}-issuer-${at}`,
    );
  });
}
