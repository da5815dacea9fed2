import { execFileSync, spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { membersOf, sequence, smallInteger } from "../../src/modules/documents/der.ts";
import { keyPemOf, pemOf, type TestCertificate, testCertificate } from "./test-certificates.ts";

/** A certification authority for tests on a real socket: OpenSSL stamps the time, answers OCSP and writes lists. */
export type TestCertification = {
  readonly url: string;
  readonly root: TestCertificate;
  readonly stampCertificate: TestCertificate;
  /** Files of the authority: `root.pem` among them. */
  readonly folder: string;
  /** Makes a certificate known as good; one it never heard of is unknown to its OCSP. */
  know(certificate: TestCertificate): void;
  revoke(certificate: TestCertificate, at?: Date): void;
  /** How often each address was asked. */
  readonly asked: Map<string, number>;
  /** What it does wrong from now on. */
  err(fault: "none" | "down" | "silent" | "other-imprint" | "garbled" | "huge"): void;
  close(): Promise<void>;
};

const OPENSSL = "openssl";
/** Whether OpenSSL is there; says what is left out where it is not. */
export function hasOpenssl(what: string): boolean {
  const there = spawnSync(OPENSSL, ["version"], { stdio: "ignore" }).error === undefined;
  if (!there) console.log(`left out: ${what} (openssl is not installed)`);
  return there;
}

/** `stampBy`: tokens are signed by a certificate of this usage, which OpenSSL itself would refuse. */
export async function startCertification(
  options: { readonly stampBy?: { readonly oid: string; readonly critical: boolean } } = {},
): Promise<TestCertification> {
  const folder = mkdtempSync(join(tmpdir(), "motcua-ca-"));
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const server = createServer();
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const root = testCertificate({ name: "Gốc thử nghiệm", authority: true });
  const stampCertificate = testCertificate({
    name: "Dấu thời gian thử nghiệm",
    issuer: root,
    usage: { oid: "1.3.6.1.5.5.7.3.8", critical: true },
    ocsp: `${url}/ocsp`,
  });
  file("root.pem", pemOf(root.certificate));
  file("root.key", keyPemOf(root.key));
  file("tsa.pem", pemOf(stampCertificate.certificate));
  file("tsa.key", keyPemOf(stampCertificate.key));
  file("serial", "01\n");
  file(
    "tsa.cnf",
    [
      "[tsa]",
      "default_tsa = one",
      "[one]",
      `serial = ${join(folder, "serial")}`,
      "crypto_device = builtin",
      `signer_cert = ${join(folder, "tsa.pem")}`,
      `certs = ${join(folder, "root.pem")}`,
      `signer_key = ${join(folder, "tsa.key")}`,
      "signer_digest = sha256",
      "default_policy = 1.2.3.4.1",
      "digests = sha256, sha512",
      "ess_cert_id_alg = sha256",
      "[ca]",
      "default_ca = two",
      "[two]",
      `database = ${join(folder, "index.txt")}`,
      `certificate = ${join(folder, "root.pem")}`,
      `private_key = ${join(folder, "root.key")}`,
      "default_md = sha256",
      "default_crl_days = 7",
      "unique_subject = no",
      "",
    ].join("\n"),
  );
  const known = new Map<TestCertificate, Date | null>([[stampCertificate, null]]);
  const index = (): string => file("index.txt", [...known].map(([one, at]) => `${entry(one, at)}\n`).join(""));
  const compact = (at: Date): string => `${at.toISOString().replace(/[-:T]/g, "").slice(2, 14)}Z`;
  const entry = (certificate: TestCertificate, revokedAt: Date | null): string => {
    const x509 = new X509Certificate(certificate.certificate);
    const until = compact(new Date(x509.validTo));
    return [
      revokedAt ? "R" : "V",
      until,
      revokedAt ? compact(revokedAt) : "",
      x509.serialNumber,
      "unknown",
      `/CN=${x509.serialNumber}`,
    ].join("\t");
  };
  const openssl = (args: readonly string[]): void =>
    void execFileSync(OPENSSL, [...args], { cwd: folder, stdio: "pipe" });

  /** The same statement of time, signed as CMS by a key that is not made for it. */
  const signedAnew = (reply: Buffer, usage: { readonly oid: string; readonly critical: boolean }): Buffer => {
    const other = testCertificate({ name: "Không phải dấu thời gian", issuer: root, usage });
    file("other.pem", pemOf(other.certificate));
    file("other.key", keyPemOf(other.key));
    file("token.der", membersOf(reply)[1] ?? reply);
    openssl(["cms", "-verify", "-noverify", "-inform", "DER", "-in", "token.der", "-out", "info.der", "-binary"]);
    const how = "-binary -nodetach -econtent_type 1.2.840.113549.1.9.16.1.4 -md sha256 -outform DER -out new.der";
    openssl(["cms", "-sign", "-signer", "other.pem", "-inkey", "other.key", "-in", "info.der", ...how.split(" ")]);
    return sequence(sequence(smallInteger(0)), readFileSync(join(folder, "new.der")));
  };

  const answers: Readonly<Record<string, (body: Buffer) => Buffer>> = {
    "/tsa": (body) => {
      const query = file("query.tsq", body);
      const out = join(folder, "reply.tsr");
      openssl(["ts", "-reply", "-config", join(folder, "tsa.cnf"), "-queryfile", query, "-out", out]);
      return options.stampBy ? signedAnew(readFileSync(out), options.stampBy) : readFileSync(out);
    },
    "/ocsp": (body) => {
      const out = join(folder, "ocsp.der");
      const asked = file("ocsp.req", body);
      const signer = ["-rsigner", "root.pem", "-rkey", "root.key", "-CA", "root.pem"];
      openssl(["ocsp", "-index", index(), ...signer, "-reqin", asked, "-respout", out, "-ndays", "3"]);
      return readFileSync(out);
    },
    "/list.crl": () => {
      index();
      openssl(["ca", "-gencrl", "-config", join(folder, "tsa.cnf"), "-out", "list.pem"]);
      return execFileSync(OPENSSL, ["crl", "-in", "list.pem", "-outform", "DER"], { cwd: folder });
    },
  };
  const asked = new Map<string, number>();
  let fault: Parameters<TestCertification["err"]>[0] = "none";
  server.on("request", (request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const path = request.url ?? "";
      asked.set(path, (asked.get(path) ?? 0) + 1);
      if (fault === "down") return void response.writeHead(503).end();
      if (fault === "silent") return;
      if (fault === "garbled") return void response.end("no such answer");
      if (fault === "huge") return void response.end(Buffer.alloc(20_000_000));
      const body = Buffer.concat(parts);
      // The imprint is the only octet string of 32 bytes in the request.
      if (fault === "other-imprint") {
        const at = body.indexOf(Buffer.from([0x04, 0x20])) + 2;
        body[at] = (body[at] ?? 0) ^ 1;
      }
      const answer = answers[path];
      if (!answer) return void response.writeHead(404).end();
      try {
        response.end(answer(body));
      } catch {
        response.writeHead(500).end();
      }
    });
  });

  return {
    url,
    root,
    stampCertificate,
    folder,
    know(certificate) {
      known.set(certificate, null);
    },
    revoke(certificate, at = new Date()) {
      known.set(certificate, at);
    },
    asked,
    err(next) {
      fault = next;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
        rmSync(folder, { recursive: true, force: true });
      }),
  };
}
