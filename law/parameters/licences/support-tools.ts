import { type Proven, provenCells } from "../basis.ts";
import { lazily, parseTable } from "../table.ts";

export const TOOL_KINDS = [
  "stun-gun",
  "gas-gun",
  "rubber-or-explosive-round-gun",
  "pepper-round-gun",
  "net-gun",
  "pepper-spray",
  "electric-baton",
  "metal-baton",
  "rubber-baton",
  "electric-gloves",
  "armour",
  "cut-resistant-gloves",
  "service-animal",
] as const;
export type ToolKind = (typeof TOOL_KINDS)[number];

/** A kind of support tool: the paper it needs, and the guards who may carry it. */
export type SupportTool = Proven & {
  readonly kind: string;
  readonly vi: string;
  readonly en: string;
  readonly paper: "use-permit" | "registration-notice";
  /** `all` guards, those of the places that art. 16 lists, or `none`. */
  readonly guards: string;
};

/**
 * kind | name | English name | paper | guards who may have it | from | until | basis | evidence. Circular 75/2024 names
 * the kinds that need a use permit in art. 5; all others are notified (art. 8). Those of all guards stand first, in the
 * order of art. 16.
 */
const ROWS = `
electric-baton|Dùi cui điện|Electric baton|use-permit|all|2025-01-01||75/2024/TT-BCA@5 + 75/2024/TT-BCA@16|read
metal-baton|Dùi cui kim loại|Metal baton|use-permit|all|2025-01-01||75/2024/TT-BCA@5 + 75/2024/TT-BCA@16|read
rubber-baton|Dùi cui cao su|Rubber baton|registration-notice|all|2025-01-01||75/2024/TT-BCA@8 + 75/2024/TT-BCA@16|read
armour|Áo giáp|Armour|registration-notice|all|2025-01-01||75/2024/TT-BCA@8 + 75/2024/TT-BCA@16|read
cut-resistant-gloves|Găng tay bắt dao|Cut-resistant gloves|registration-notice|all|2025-01-01||75/2024/TT-BCA@8 + 75/2024/TT-BCA@16|read
pepper-spray|Bình xịt hơi cay|Pepper spray|registration-notice|listed|2025-01-01||75/2024/TT-BCA@8 + 75/2024/TT-BCA@16|read
stun-gun|Súng bắn điện|Stun gun|use-permit|listed|2025-01-01||75/2024/TT-BCA@5 + 75/2024/TT-BCA@16|read
rubber-or-explosive-round-gun|Súng bắn đạn nổ, đạn cao su|Gun firing explosive or rubber rounds|use-permit|listed|2025-01-01||75/2024/TT-BCA@5 + 75/2024/TT-BCA@16|read
pepper-round-gun|Súng bắn đạn hơi cay|Gun firing pepper rounds|use-permit|listed|2025-01-01||75/2024/TT-BCA@5 + 75/2024/TT-BCA@16|read
gas-gun|Súng bắn hơi ngạt|Gas gun|use-permit|none|2025-01-01||75/2024/TT-BCA@5|read
net-gun|Súng bắn lưới|Net gun|use-permit|none|2025-01-01||75/2024/TT-BCA@5|read
electric-gloves|Găng tay điện|Electric gloves|use-permit|none|2025-01-01||75/2024/TT-BCA@5|read
service-animal|Động vật nghiệp vụ|Service animal|registration-notice|none|2025-01-01||75/2024/TT-BCA@8|read
`;

export const supportTools = lazily(
  (): ReadonlyMap<string, SupportTool> =>
    new Map(
      parseTable(["kind", "vi", "en", "paper", "guards", "from", "until", "basis", "evidence"], ROWS).map((row) => [
        row.kind,
        {
          kind: row.kind,
          vi: row.vi,
          en: row.en,
          paper: row.paper === "use-permit" ? "use-permit" : "registration-notice",
          guards: row.guards,
          ...provenCells(row),
        },
      ]),
    ),
);

/** The procedure behind each paper, whose time limit counts. */
export const PROCEDURE_OF = { "use-permit": "t-use", "registration-notice": "t-register" } as const;
