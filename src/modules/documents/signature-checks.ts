import type { Sql } from "../../platform/database/database.ts";
import { type CheckDeps, checkSignatures } from "./check/check.ts";
import type { SignatureReport } from "./check/report.ts";
import type { FetchProof } from "./check/revocation.ts";
import { type KeptReport, keepReport, reportsOn } from "./signature-rows.ts";

/** Longest time the sender of a file waits for answers about certificates; what is not known then is shown as such. */
const ASKING_MOST_MS = 8_000;

/** Checks signatures in files that people send in, and keeps the verdicts. */
export type SignatureChecks = {
  check(bytes: Uint8Array): Promise<SignatureReport>;
  /** Checks a PDF that was just kept, and keeps the verdict by its content; a file without signatures leaves no row. */
  checkUpload(sql: Sql, sha256: string, bytes: Uint8Array): Promise<void>;
  reportsOn(sql: Sql, files: readonly string[]): Promise<ReadonlyMap<string, KeptReport>>;
};

export function createSignatureChecks(deps: CheckDeps): SignatureChecks {
  const check = (bytes: Uint8Array): Promise<SignatureReport> =>
    checkSignatures(bytes, { ...deps, fetchProof: deps.fetchProof && limited(deps.fetchProof) });
  return {
    check,
    async checkUpload(sql, sha256, bytes) {
      const report = await check(bytes);
      if (report.verdict === "not-signed") return;
      await keepReport(sql, { sha256, checkedAt: deps.now(), report });
    },
    reportsOn: async (sql, files) =>
      new Map((files.length === 0 ? [] : await reportsOn(sql, files)).map((kept) => [kept.sha256, kept])),
  };
}

/** All questions of one check together end in time. */
function limited(fetchProof: FetchProof): FetchProof {
  const until = performance.now() + ASKING_MOST_MS;
  const inTime = async <T>(asked: () => Promise<T>): Promise<T | null> => {
    const left = until - performance.now();
    if (left <= 0) return null;
    const { promise: late, resolve } = Promise.withResolvers<null>();
    const timer = setTimeout(resolve, left, null);
    try {
      return await Promise.race([asked(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    ocsp: (url, certificate, issuer) => inTime(() => fetchProof.ocsp(url, certificate, issuer)),
    crl: (url) => inTime(() => fetchProof.crl(url)),
  };
}
