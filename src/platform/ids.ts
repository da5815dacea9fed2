import { createHash, randomBytes, randomUUID, randomUUIDv7 } from "node:crypto";

/** A new id, ordered by time (UUID version 7): made here, not by a sequence, so that any node may make one. */
export const newId = (): string => randomUUIDv7();

/** An id that tells nothing, not even its time: where the order of rows must not give people away. */
export const randomId = (): string => randomUUID();

/** A secret nobody can guess, 32 bytes, for cookies and tokens. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export const sha256 = (data: string | Uint8Array): Buffer => createHash("sha256").update(data).digest();
