import type { PlainDate } from "./plain-date.ts";

/**
 * The dossier code of nation-wide central services, in force from 25/01/2026: agency that decides, day of receipt,
 * two digits of the owner of the system, serial of the day of at least four digits
 * (Circular 03/2025/TT-VPCP art. 13.3, added by Circular 04/2025/TT-VPCP art. 23.2). The serial widens, never wraps.
 * @example dossierCode("G01.079.1A", day("2026-11-23"), 1) === "G01.079.1A-261123-010001"
 */
export const dossierCode = (agencyCode: string, on: PlainDate, serial: number): string =>
  `${agencyCode}-${on.slice(2).replaceAll("-", "")}-${SYSTEM_OWNER}${String(serial).padStart(4, "0")}`;

const SYSTEM_OWNER = "01";
const CODE = /^[A-Y]\d{2}\.(\d{3})\.[0-9A-Z]{2}-\d{6}-\d{6,}$/;

/** The two-digit province that keeps a dossier of ours, read from its code; null when the code is not one of ours. */
export const provinceOfDossierCode = (code: string): string | null => CODE.exec(code)?.[1]?.slice(1) ?? null;
