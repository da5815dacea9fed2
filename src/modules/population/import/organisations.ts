import { communeStates } from "../../../../law/index.ts";
import { text } from "../../../kernel/text.ts";
import { nameKey } from "../../../kernel/vietnamese.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { insertRepresentatives } from "../rows.ts";
import type { RowFault } from "./columns.ts";
import type { BatchTime, ImportKind, RowOutcome } from "./kinds.ts";
import { ORGANISATION_COLUMNS, type OrganisationRow } from "./organisation-columns.ts";
import {
  keepOrganisations,
  organisationsKnown,
  type StoredOrganisation,
  writeOrganisations,
} from "./organisation-rows.ts";

/** Files of organisations. */
export const organisations: ImportKind<typeof ORGANISATION_COLUMNS> = {
  columns: ORGANISATION_COLUMNS,
  subjectOf: (row) => row.code ?? "",
  write,
};

async function write(tx: Tx, rows: readonly OrganisationRow[], time: BatchTime): Promise<readonly RowOutcome[]> {
  const known = await organisationsKnown(
    tx,
    rows.flatMap(({ code }) => code ?? []),
  );
  const before: StoredOrganisation[] = [];
  const coming: StoredOrganisation[] = [];
  const outcomes = rows.map((row): RowOutcome => {
    const held = known.get(row.code ?? "") ?? null;
    const merged = merge(held, row, time);
    if (!("code" in merged)) return merged;
    if (held && JSON.stringify({ ...held, ...STAMP }) === JSON.stringify({ ...merged, ...STAMP })) return "unchanged";
    if (held) before.push(held);
    coming.push(merged);
    return held ? "changed" : "added";
  });
  await keepOrganisations(tx, before, time.at);
  await writeOrganisations(tx, coming);
  await insertRepresentatives(
    tx,
    rows.filter((_, at) => !Array.isArray(outcomes[at])).flatMap((row) => representativeOf(row, time)),
  );
  return outcomes;
}
/** Left out when two states of an organisation are compared. */
const STAMP = { validFrom: null, recordedAt: 0, source: "" };

function merge(
  held: StoredOrganisation | null,
  row: OrganisationRow,
  time: BatchTime,
): StoredOrganisation | readonly RowFault[] {
  const faults = faultsOf(held, row);
  const { code, name } = row;
  const kind = row.kind ?? held?.kind ?? null;
  const commune = row.commune ?? held?.commune ?? null;
  const line = row.line ?? held?.line ?? null;
  if (faults.length > 0 || code === null || name === null || kind === null || commune === null || line === null)
    return faults;
  return {
    code,
    name: held && row.change_ground === null ? held.name : name,
    kind,
    commune,
    line,
    superior: row.superior ?? held?.superior ?? null,
    phone: row.phone ?? held?.phone ?? null,
    email: row.email ?? held?.email ?? null,
    lodgingKind: row.lodging_kind ?? held?.lodgingKind ?? null,
    shortName: row.short_name ?? held?.shortName ?? null,
    foundedOn: row.founded_on ?? held?.foundedOn ?? null,
    closedOn: row.closed_on ?? held?.closedOn ?? null,
    validFrom: row.as_of ?? time.today,
    recordedAt: time.at,
    source: row.change_ground ?? "import",
  };
}

const todays = new Set(
  communeStates()
    .filter(({ until }) => until === null)
    .map(({ code }) => code),
);

function faultsOf(held: StoredOrganisation | null, row: OrganisationRow): readonly RowFault[] {
  const faults: RowFault[] = [];
  if (held && row.name !== null && row.change_ground === null && nameKey(held.name) !== nameKey(row.name))
    faults.push({ column: "name", reason: OTHER_NAME });
  if (row.commune !== null && !todays.has(row.commune)) faults.push({ column: "commune", reason: OLD_COMMUNE });
  for (const column of ["kind", "commune", "line"] as const)
    if (!held && row[column] === null) faults.push({ column, reason: NEW_NEEDS });
  return faults;
}

const representativeOf = (row: OrganisationRow, { today }: BatchTime) =>
  row.code === null || row.representative_number === null
    ? []
    : [
        {
          organisationCode: row.code,
          personNumber: row.representative_number,
          from: row.representative_since ?? row.as_of ?? today,
          until: row.representative_until,
          evidence: row.representative_evidence ?? row.change_ground ?? "import",
        },
      ];

const OTHER_NAME = text(
  "Mã số này trong sổ mang tên khác. Nếu tổ chức đổi tên, hãy ghi căn cứ vào cột change_ground rồi nhập lại dòng này.",
  "This code bears another name in the register. If the organisation changed its name, write the ground into the column change_ground and import the row again.",
);
const OLD_COMMUNE = text(
  "Địa chỉ của tổ chức dùng mã xã, phường hiện nay.",
  "The address of an organisation uses the code of a commune of today.",
);
const NEW_NEEDS = text(
  "Tổ chức chưa có trong sổ cần loại hình và địa chỉ.",
  "An organisation that is not in the register yet needs its kind and address.",
);
