import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { type Text, text } from "../../../src/kernel/text.ts";
import { type Proven, provenCells } from "../basis.ts";
import { lazily, parseTable, rowOn, rowsByKey } from "../table.ts";

/**
 * The score card of Circular 01/2018/TT-VPCP, articles 13 to 15: nine indicators of 2, 1 or 0 points, counted for officers
 * and units each quarter and year. Circular 03/2025/TT-VPCP took its place on 15/09/2025 and no card like it was found
 * since, so that later days have no rule.
 */

/** indicator | counted per | of an officer too | its name | its name in English | for 2 points | in English | for 1 | in English | for 0 | in English */
const criteria = `
1|dossier|yes|Thời gian giải quyết so với quy định|Handling time against the legal time|ngắn hơn quy định|shorter|bằng quy định|equal|dài hơn quy định|longer
2|dossier|yes|Thời gian xử lý của từng cơ quan, kể cả cơ quan phối hợp|Time of each agency, cooperating ones too|ngắn hơn quy định|shorter|bằng quy định|equal|dài hơn quy định|longer
3|dossier|yes|Số lần liên hệ để hoàn thiện hồ sơ|Contacts with the desk to complete the dossier|không phải liên hệ|none|một lần|one|trên một lần, trừ lỗi của người nộp|more than one, unless the filer's fault
4|dossier|yes|Số cơ quan phải liên hệ|Agencies to contact|không phải liên hệ|none|chỉ Bộ phận Một cửa|only the desk|từ hai nơi trở lên|more than one
5|unit|no|Tổ chức giải quyết tại Bộ phận Một cửa|Handling at the desk|từ 20% thủ tục giải quyết tại chỗ|20% of procedures done on the spot|100% thủ tục tiếp nhận tại Bộ phận Một cửa|all received at the desk|dưới 100%|less than all
6|unit|no|Công khai thủ tục hành chính|Publication of procedures|niêm yết và công khai điện tử|posted and electronic|một trong hai cách|one of the two|không đúng, đủ, kịp thời|not correct, complete or timely
7|dossier|yes|Thái độ phục vụ|Attitude|sớm hạn và không có phản ánh|early and no adverse feedback|đúng hạn và không có phản ánh|on time and none|có phản ánh đúng, hoặc quá hạn|adverse feedback that proved true, or late
8|unit|no|Trả lời phản ánh, kiến nghị đúng hạn|Petitions answered in time|không có hoặc 100%|none or all|từ 90%|90%|dưới 90% hoặc kéo dài|less or prolonged
9|unit|no|Dịch vụ công trực tuyến|Online services|từ 20% thủ tục mức 3, 4 và từ 30% hồ sơ trực tuyến, không quá hạn|20% of procedures online, 30% of dossiers, none late|từ 15% đến dưới 30% hồ sơ|15% to less than 30% of dossiers|dưới 15% hoặc có hồ sơ quá hạn|less than 15% or any late
`;

/** class of | least points | name | name in English */
const classes = `
unit|15|Xuất sắc|Excellent
unit|12|Tốt|Good
unit|9|Khá|Fair
unit|6|Trung bình|Average
unit|0|Yếu|Weak
officer|5|Hoàn thành 100% nhiệm vụ|All duties done
officer|3.5|Hoàn thành từ 70% đến dưới 100% nhiệm vụ|70% to less than 100% of duties done
officer|0|Hoàn thành dưới 70% nhiệm vụ|Less than 70% of duties done
`;

/** figure | value | unit */
const figures = `
on-the-spot-share|20|percent
online-procedures-share|20|percent
online-share-full|30|percent
online-share-part|15|percent
`;

/** The period and place of every row of the card. */
const PERIOD = { from: "2019-01-06", until: "2025-09-14", evidence: "read" } as const;
const at = (article: string) => provenCells({ ...PERIOD, basis: `01/2018/TT-VPCP@${article}` });

export type IndicatorNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
export type ScoreIndicator = Proven & {
  readonly number: IndicatorNumber;
  readonly per: "dossier" | "unit";
  readonly ofOfficer: boolean;
  readonly name: Text;
  /** What earns 2, 1 and 0 points, in this order. */
  readonly points: readonly [Text, Text, Text];
};
export type ScoreClass = Proven & { readonly of: "unit" | "officer"; readonly least: number; readonly name: Text };
export type ScoreFigure = Proven & { readonly key: string; readonly value: number; readonly unit: string };

export const scoreIndicators = lazily((): readonly ScoreIndicator[] =>
  parseTable(["n", "per", "officer", "vi", "en", "vi2", "en2", "vi1", "en1", "vi0", "en0"], criteria).map((row) => ({
    number: Number(row.n) as IndicatorNumber,
    per: row.per === "unit" ? "unit" : "dossier",
    ofOfficer: row.officer === "yes",
    name: text(row.vi, row.en),
    points: [text(row.vi2, row.en2), text(row.vi1, row.en1), text(row.vi0, row.en0)],
    ...at("13"),
  })),
);
export const scoreClasses = lazily((): readonly ScoreClass[] =>
  parseTable(["of", "least", "vi", "en"], classes).map((row) => ({
    of: row.of === "unit" ? "unit" : "officer",
    least: Number(row.least),
    name: text(row.vi, row.en),
    ...at(row.of === "unit" ? "15" : "14"),
  })),
);
export const scoreFigures = lazily(() =>
  rowsByKey(
    parseTable(["key", "value", "unit"], figures).map(
      (row): ScoreFigure => ({ key: row.key, value: Number(row.value), unit: row.unit, ...at("13") }),
    ),
    (row) => row.key,
  ),
);

/** The card in force on one day. */
export type ScoreCardRules = {
  readonly indicators: readonly ScoreIndicator[];
  /** From the best down; the first whose least is reached. */
  readonly classes: readonly ScoreClass[];
  /** Percent of procedures handled on the spot that earn 2 points on indicator 5. */
  readonly onTheSpotShare: number;
  /** Percent of procedures online, and of dossiers that came online, for indicator 9. */
  readonly onlineProceduresShare: number;
  readonly onlineShareFull: number;
  readonly onlineSharePart: number;
};

/** The first and the last day on which the law has a score card; no last day while one holds. */
export const scoreCardPeriod = (): { readonly from: PlainDate; readonly until: PlainDate | null } => {
  const rows = scoreIndicators();
  const [from] = rows.map((row) => row.from).sort() as [PlainDate];
  const ends = rows.flatMap(({ until }) => (until === null ? [] : [until])).sort();
  return { from, until: ends.length < rows.length ? null : (ends.at(-1) ?? null) };
};

/** The score card as the law has it on a day; null where it has none. */
export function scoreCardOn(on: PlainDate): ScoreCardRules | null {
  const holds = (row: Proven): boolean => rowOn([row], on) !== null;
  const indicators = scoreIndicators().filter(holds);
  const figure = (key: string): number | undefined => rowOn(scoreFigures().get(key) ?? [], on)?.value;
  const [spot, procedures] = [figure("on-the-spot-share"), figure("online-procedures-share")];
  const [full, part] = [figure("online-share-full"), figure("online-share-part")];
  if (indicators.length === 0 || !spot || !procedures || !full || !part) return null;
  return {
    indicators,
    classes: scoreClasses().filter(holds),
    onTheSpotShare: spot,
    onlineProceduresShare: procedures,
    onlineShareFull: full,
    onlineSharePart: part,
  };
}
