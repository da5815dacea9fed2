import { type Proven, provenCells } from "../basis.ts";
import { lazily, parseTable } from "../table.ts";

export const SEAL_PAPERS = [
  "request",
  "founding-document",
  "change-decision",
  "superior-confirmation",
  "lost-seal-certificate",
  "permission-document",
  "diploma-power-document",
] as const;
export type SealPaper = (typeof SEAL_PAPERS)[number];

/** A procedure on seals. Its time limit stands with the limits of all procedures, under the same id. */
export type SealProcedure = Proven & {
  readonly id: string;
  /** National code; empty where none was found. */
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly level: "central" | "province" | "both";
  readonly papers: readonly SealPaper[];
  readonly fee: number;
};

/**
 * id | national code | name | English name | level | papers | fee | from | until | basis | evidence. The letter of
 * introduction and, when a seal is handed in, the seal itself are checked on the person and are no papers of the file.
 */
const ROWS = `
seal-new-central|2.001403|Đăng ký mẫu con dấu mới (thực hiện tại cấp trung ương)|Registration of a new seal|central|founding-document|0|2016-07-01||99/2016/NĐ-CP@13 + 58/2026/NĐ-CP@2|reported
seal-re-worn-central|1.003173|Đăng ký lại mẫu con dấu (biến dạng, mòn, hỏng, thay đổi chất liệu) (thực hiện tại cấp trung ương)|Registration again: worn, damaged, new material|central|request|0|2016-07-01||99/2016/NĐ-CP@15(1) + 58/2026/NĐ-CP@2|read
seal-re-change-central|1.003173|Đăng ký lại mẫu con dấu (thay đổi tổ chức, đổi tên) (thực hiện tại cấp trung ương)|Registration again: reorganised or renamed|central|request change-decision|0|2016-07-01||99/2016/NĐ-CP@15(2) + 58/2026/NĐ-CP@2|read
seal-re-lost-central|1.003173|Đăng ký lại mẫu con dấu (bị mất) (thực hiện tại cấp trung ương)|Registration again: lost|central|request superior-confirmation lost-seal-certificate|0|2016-07-01||99/2016/NĐ-CP@15(3) + 58/2026/NĐ-CP@2|read
seal-extra-central|1.003184|Đăng ký thêm con dấu (thực hiện tại cấp trung ương)|Registration of one more seal|central|permission-document|0|2016-07-01||99/2016/NĐ-CP@16 + 58/2026/NĐ-CP@2|reported
seal-relief-central|1.003154|Đăng ký dấu nổi, dấu thu nhỏ, dấu xi (thực hiện tại cấp trung ương)|Embossed, reduced or wax seal|central|diploma-power-document|0|2016-07-01||99/2016/NĐ-CP@14 + 58/2026/NĐ-CP@2|reported
seal-cert-central|2.001162|Đổi, cấp lại giấy chứng nhận đăng ký mẫu con dấu (thực hiện tại cấp trung ương)|Exchange or reissue of the certificate|central|request|0|2016-07-01||99/2016/NĐ-CP@17 + 58/2026/NĐ-CP@2|reported
seal-new-province|2.001428|Đăng ký mẫu con dấu mới (thực hiện tại Công an cấp tỉnh)|Registration of a new seal|province|founding-document|0|2016-07-01||99/2016/NĐ-CP@13 + 58/2026/NĐ-CP@2|reported
seal-re-worn-province|2.001410|Đăng ký lại mẫu con dấu (biến dạng, mòn, hỏng, thay đổi chất liệu) (thực hiện tại Công an cấp tỉnh)|Registration again: worn, damaged, new material|province|request|0|2016-07-01||99/2016/NĐ-CP@15(1) + 58/2026/NĐ-CP@2|read
seal-re-change-province|2.001410|Đăng ký lại mẫu con dấu (thay đổi tổ chức, đổi tên) (thực hiện tại Công an cấp tỉnh)|Registration again: reorganised or renamed|province|request change-decision|0|2016-07-01||99/2016/NĐ-CP@15(2) + 58/2026/NĐ-CP@2|read
seal-re-lost-province|2.001410|Đăng ký lại mẫu con dấu (bị mất) (thực hiện tại Công an cấp tỉnh)|Registration again: lost|province|request superior-confirmation lost-seal-certificate|0|2016-07-01||99/2016/NĐ-CP@15(3) + 58/2026/NĐ-CP@2|read
seal-extra-province|2.001397|Đăng ký thêm con dấu (thực hiện tại Công an cấp tỉnh)|Registration of one more seal|province|permission-document|0|2016-07-01||99/2016/NĐ-CP@16 + 58/2026/NĐ-CP@2|reported
seal-relief-province|2.001329|Đăng ký dấu nổi, dấu thu nhỏ, dấu xi (thực hiện tại Công an cấp tỉnh)|Embossed, reduced or wax seal|province|diploma-power-document|0|2016-07-01||99/2016/NĐ-CP@14 + 58/2026/NĐ-CP@2|reported
seal-cert-province|2.001160|Đổi, cấp lại giấy chứng nhận đăng ký mẫu con dấu (thực hiện tại Công an cấp tỉnh)|Exchange or reissue of the certificate|province|request|0|2016-07-01||99/2016/NĐ-CP@17 + 58/2026/NĐ-CP@2|reported
seal-handin||Giao nộp, thu hồi, hủy con dấu và hủy giá trị sử dụng con dấu|Handing in, withdrawal and destruction|both||0|2016-07-01||99/2016/NĐ-CP@18–19|reported
seal-lost-report||Thông báo mất con dấu / mất giấy chứng nhận|Report of a lost seal or certificate|both||0|2016-07-01|2026-03-14|99/2016/NĐ-CP@24(7)|read
seal-lost-report||Thông báo mất con dấu / mất giấy chứng nhận|Report of a lost seal or certificate|both||0|2026-03-15||99/2016/NĐ-CP@24(7) + 58/2026/NĐ-CP@2(13)|read
`;

export const sealProcedures = lazily((): readonly SealProcedure[] =>
  parseTable(["id", "code", "vi", "en", "level", "papers", "fee", "from", "until", "basis", "evidence"], ROWS).map(
    (row) => ({
      id: row.id,
      code: row.code,
      vi: row.vi,
      en: row.en,
      level: row.level === "central" || row.level === "province" ? row.level : "both",
      papers: SEAL_PAPERS.filter((paper) => row.papers.split(" ").includes(paper)),
      fee: Number(row.fee),
      ...provenCells(row),
    }),
  ),
);

/** The procedure of an id. @throws where there is none: our own mistake */
export function getSealProcedure(id: string): SealProcedure {
  const found = sealProcedures().find((row) => row.id === id);
  if (!found) throw new Error(`no procedure on seals: ${id}`);
  return found;
}
