/** How long things last. */
export type AccessSettings = {
  /** A session unused for this long ends. */
  readonly idleMinutes: number;
  /** How much of that must have passed before a use is written down. */
  readonly stepMinutes: number;
  /** However much it is used, a session ends after this. */
  readonly citizenHours: number;
  readonly officerHours: number;
  /** How long a person may take at the provider. */
  readonly signInMinutes: number;
  readonly parkedHours: number;
  readonly parkedBytesMax: number;
  /** Sessions at kiosks and on helpers' devices: unused this long, and at most this long. */
  readonly sharedIdleMinutes: number;
  readonly sharedMinutes: number;
  /** How long a confirmation before signing holds, and a sign-in counts as fresh. */
  readonly confirmMinutes: number;
  /** Whether officers need a passkey for everything, or only for signing once they have one. */
  readonly secondFactor: "required" | "offered";
};

export const USUAL: AccessSettings = {
  idleMinutes: 30,
  stepMinutes: 5,
  citizenHours: 12,
  officerHours: 8,
  signInMinutes: 15,
  parkedHours: 24,
  parkedBytesMax: 262_144,
  sharedIdleMinutes: 5,
  sharedMinutes: 60,
  confirmMinutes: 5,
  secondFactor: "required",
};
