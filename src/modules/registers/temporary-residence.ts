import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Reading } from "../access/index.ts";

export type TemporaryResidence = {
  readonly dossierCode: string;
  readonly personNumber: string;
  readonly personName: string;
  readonly communeCode: string;
  readonly addressLine: string;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate;
  /** The first day on which an extension may be asked. */
  readonly renewalFrom: PlainDate;
};

const COLUMNS = `dossier_code as "dossierCode", person_number as "personNumber", person_name as "personName",
  commune_code as "communeCode", address_line as "addressLine", valid_from as "validFrom", valid_until as "validUntil",
  renewal_from as "renewalFrom"`;

/** What a dossier entered. */
export const residencesOfDossier = (
  reading: Reading,
  officeProvince: string,
  dossierId: string,
): Promise<readonly TemporaryResidence[]> =>
  reading.query<TemporaryResidence>(
    "residences-of-dossier",
    `select ${COLUMNS} from temporary_residences where office_province = $1 and dossier_id = $2 order by person_name`,
    [officeProvince, dossierId],
  );
