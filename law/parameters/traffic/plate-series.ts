import type { Evidence } from "../../../src/engine/definition/index.ts";
import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { dayCell, lazily, parseTable } from "../table.ts";

/** A kind of plate: its colours, its letters and whom it is for. Empty colours follow no rule of their own. */
export type PlateSeries = {
  readonly kind: string;
  readonly background: string;
  readonly characters: string;
  readonly series: string;
  readonly issuedTo: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly source: string;
  readonly article: string;
  readonly evidence: Evidence;
};

const COLUMNS = [
  "kind",
  "background",
  "characters",
  "series",
  "issuedTo",
  "from",
  "until",
  "source",
  "article",
  "evidence",
] as const;

/** The letters follow the series rules of Circular 79/2024/TT-BCA; those marked recalled are from memory. */
const ROWS = `
state-blue|blue|white|A B C D E F G H K L M|Party, State, socio-political bodies, public service units|2025-01-01||36/2024/QH15|36(2)(a)|recalled
military-red|red|white|Ministry of Defence letters|military vehicles; not managed by the police|2025-01-01||36/2024/QH15|36(2)(b)|read
transport-yellow|yellow|black|A B C D E F G H K L M N P S T U V X Y Z|vehicles in transport business|2025-01-01||36/2024/QH15|36(2)(c)|recalled
private-white|white|black|A B C D E F G H K L M N P S T U V X Y Z|domestic persons and organisations not otherwise listed|2025-01-01||36/2024/QH15|36(2)(d)|recalled
diplomatic-NG|white|red letters, black digits|NG|embassies, consulates and holders of diplomatic cards|2025-01-01||36/2024/QH15|36(2)(đ)|read
international-QT|white|red letters, black digits|QT|international organisations and holders of diplomatic cards|2025-01-01||36/2024/QH15|36(2)(e)|read
technical-CV|white|black|CV|administrative and technical staff with official cards|2025-01-01||36/2024/QH15|36(2)(g)|read
foreign-NN|white|black|NN|foreign organisations, representative offices and individuals|2025-01-01||36/2024/QH15|36(2)(h)|read
temporary-T|white|black|T|temporary registration|2025-01-01||79/2024/TT-BCA|series rules|recalled
trailer-RM|as class|as class|RM|trailers and semi-trailers (R under Circular 58/2020)|2025-01-01||79/2024/TT-BCA|series rules|recalled
tractor-MK|as class|as class|MK|tractors|2025-01-01||79/2024/TT-BCA|series rules|recalled
pilot-TD|as class|as class|TĐ|pilot vehicles|2025-01-01||79/2024/TT-BCA|series rules|recalled
restricted-HC|as class|as class|HC|vehicles of restricted scope|2025-01-01||79/2024/TT-BCA|series rules|recalled
army-business-KT|white|black|KT|army enterprises registered with the police|2025-01-01||79/2024/TT-BCA|series rules|recalled
police-special-CD|blue|white|CD|police specialised machines|2025-01-01||79/2024/TT-BCA|series rules|recalled
e-moped-MD|white|black|MĐ + digit 1-9|electric mopeds, up to the 2023 regime|2020-08-01|2023-08-14|58/2020/TT-BCA|quy tắc sê ri|recalled
excluded-letters|||I J O Q R W|never used as a single civilian series letter|2023-08-15||24/2023/TT-BCA|derived from its 20 letters|recalled
`;

export const plateSeries: () => readonly PlateSeries[] = lazily(() =>
  parseTable(COLUMNS, ROWS).map((cells) => ({
    ...cells,
    from: dayCell(cells.from),
    until: cells.until === "" ? null : dayCell(cells.until),
    evidence: cells.evidence as Evidence,
  })),
);
