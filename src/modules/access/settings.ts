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
};

export const USUAL: AccessSettings = {
  idleMinutes: 30,
  stepMinutes: 5,
  citizenHours: 12,
  officerHours: 8,
  signInMinutes: 15,
  parkedHours: 24,
  parkedBytesMax: 262_144,
};
