import type { Sql, Tx } from "../../platform/database/database.ts";
import type { PaperKind } from "./papers.ts";

/** A paper the office issued, as lists show it. */
export type IssuedDocument = {
  readonly id: string;
  readonly dossierId: string;
  readonly kind: PaperKind;
  readonly actSeq: number;
  readonly number: string | null;
  readonly title: string;
  readonly sha256: string;
  readonly signedBy: readonly string[];
  /** Milliseconds since 1970 UTC. */
  readonly createdAt: number;
};

const COLUMNS = `id, dossier_id as "dossierId", kind, act_seq as "actSeq", number, title, file_sha256 as sha256,
  signed_by as "signedBy", created_at as "createdAt"`;

/** Notes a kept file; the same file twice is one row. */
export async function recordFile(
  sql: Sql,
  file: { sha256: string; sizeBytes: number; mediaType: string },
): Promise<void> {
  await sql.query(
    "documents-record-file",
    "insert into files (sha256, size_bytes, media_type) values ($1, $2, $3) on conflict (sha256) do nothing",
    [file.sha256, file.sizeBytes, file.mediaType],
  );
}

export async function findFile(sql: Sql, sha256: string): Promise<{ sizeBytes: number; mediaType: string } | null> {
  const [row] = await sql.query<{ sizeBytes: number; mediaType: string }>(
    "documents-find-file",
    `select size_bytes as "sizeBytes", media_type as "mediaType" from files where sha256 = $1`,
    [sha256],
  );
  return row ?? null;
}

export type NewDocument = Omit<IssuedDocument, "createdAt"> & { readonly officeProvince: string };

/** Writes the row unless the act already has its paper of this kind; false when it has. */
export async function insertDocument(tx: Tx, document: NewDocument): Promise<boolean> {
  const inserted = await tx.query<{ id: string }>(
    "documents-insert",
    `insert into documents (office_province, id, dossier_id, kind, act_seq, number, title, file_sha256, signed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (office_province, dossier_id, kind, act_seq) do nothing returning id`,
    [
      document.officeProvince,
      document.id,
      document.dossierId,
      document.kind,
      document.actSeq,
      document.number,
      document.title,
      document.sha256,
      [...document.signedBy],
    ],
  );
  return inserted.length > 0;
}

export async function findDocument(sql: Sql, officeProvince: string, id: string): Promise<IssuedDocument | null> {
  const [row] = await sql.query<IssuedDocument>(
    "documents-find",
    `select ${COLUMNS} from documents where office_province = $1 and id = $2`,
    [officeProvince, id],
  );
  return row ?? null;
}

export type OfAct = {
  readonly officeProvince: string;
  readonly dossierId: string;
  readonly kind: PaperKind;
  readonly actSeq: number;
};

export async function findDocumentOfAct(sql: Sql, act: OfAct): Promise<IssuedDocument | null> {
  const [row] = await sql.query<IssuedDocument>(
    "documents-find-of-act",
    `select ${COLUMNS} from documents where office_province = $1 and dossier_id = $2 and kind = $3 and act_seq = $4`,
    [act.officeProvince, act.dossierId, act.kind, act.actSeq],
  );
  return row ?? null;
}

/** The papers of a dossier, in the order of its acts. */
export const documentsOfDossier = (sql: Sql, officeProvince: string, dossierId: string): Promise<IssuedDocument[]> =>
  sql.query<IssuedDocument>(
    "documents-of-dossier",
    `select ${COLUMNS} from documents where office_province = $1 and dossier_id = $2 order by act_seq, kind`,
    [officeProvince, dossierId],
  );
