import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDocuments, demoAuthority } from "../src/modules/documents/index.ts";
import { renderPaper } from "../src/modules/documents/render.ts";
import { samples } from "../src/modules/documents/samples.test-support.ts";
import { openDatabase } from "../src/platform/database/database.ts";
import { openFiles } from "../src/platform/files.ts";
import { newId } from "../src/platform/ids.ts";
import { testFileKeys } from "../tests/support/file-keys.ts";
import { withServer } from "./house.ts";
import { type Figure, median } from "./report.ts";

const ROUNDS = 5;
const PAPERS = 100;

/**
 * The result of temporary residence, PDF/A with a person's signature and the agency's seal: laid out, signed twice,
 * kept on disk with its row. One after another, so on one core; beside the laying out alone, and two bare signatures.
 */
export const paperFigures = (): Promise<readonly Figure[]> =>
  withServer({ WEB_PROCESSES: "1" }, async (server, place) => {
    const authorityFolder = mkdtempSync(join(tmpdir(), "motcua-bench-"));
    const db = openDatabase({ url: server.database.ownerUrl, most: 2 });
    try {
      const clock = { now: () => Date.now() };
      const documents = createDocuments({
        clock,
        files: await openFiles(join(place.dataDir, "files"), clock.now(), testFileKeys()),
        authority: demoAuthority({ folder: authorityFolder, clock }),
      });
      const { title: _t, number: _n, signatures: _s, ...data } = samples["temporary-residence-result"];
      const signer = { name: "Trần Văn Bình", title: "Trưởng Công an phường", unit: data.office.name };
      const dossierId = newId();
      await db.query(
        "bench.dossier",
        `insert into dossiers (office_province, id, code, procedure_key, edition_id, unit_id, channel, status, act_count,
           head_hash, owner_name, owner_search, owner_number, filer_account, filer_name, answers, papers, filed_at)
         values ('66', $1, $2, 'p', 'e', 'u', 'online', 'filed', 1, '', 'n', 'n', '1', $1, 'n', '{}', '[]', now())`,
        [dossierId, data.dossier.code],
      );
      let made = 0;
      const issue = async (): Promise<void> => {
        made += 1;
        const dossier = { ...data.dossier, code: `G01.066.1A-260729-${String(10_000 + made).padStart(6, "0")}` };
        await db.inTransaction((tx) =>
          documents.issue(tx, {
            officeProvince: "66",
            dossierId,
            kind: "temporary-residence-result",
            actSeq: made,
            number: `${made}/TB-CAP`,
            data: { ...data, dossier },
            signers: [signer],
          }),
        );
      };
      const render = async (): Promise<void> => {
        made += 1;
        renderPaper("temporary-residence-result", {
          ...samples["temporary-residence-result"],
          number: `${made}/TB-CAP`,
        });
      };
      const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const bytes = createHash("sha256").update("x").digest();
      const signTwice = async (): Promise<void> => {
        sign("sha256", bytes, privateKey);
        sign("sha256", bytes, privateKey);
      };
      const [issued, rendered, signed]: number[][] = [[], [], []];
      await perSecond(issue, 20);
      for (let round = 0; round < ROUNDS; round++) {
        issued?.push(await perSecond(issue, PAPERS));
        rendered?.push(await perSecond(render, PAPERS));
        signed?.push(await perSecond(signTwice, PAPERS * 20));
      }
      const figure = { what: "signed PDF/A results, two signatures, kept", value: median(issued ?? []), unit: "/s" };
      return [
        {
          ...figure,
          baseline: { what: "Typst layout of the same paper alone", value: median(rendered ?? []) },
          budget: { must: 100, aim: 400 },
          ...(issued ? { runs: issued } : {}),
        },
        { what: "… two bare ECDSA P-256 signatures", value: median(signed ?? []), unit: "/s" },
      ];
    } finally {
      await db.close();
      rmSync(authorityFolder, { recursive: true, force: true });
    }
  });

async function perSecond(work: () => Promise<void>, times: number): Promise<number> {
  const started = performance.now();
  for (let n = 0; n < times; n++) await work();
  return times / ((performance.now() - started) / 1_000);
}
