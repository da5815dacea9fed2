import type { Text } from "../kernel/text.ts";
import { alreadyRunning, isLocked, lockDataDir } from "../platform/database/data-lock.ts";
import { type EmbeddedServer, findRunning, startEmbedded } from "../platform/database/embedded.ts";
import type { Secrets } from "../platform/secrets.ts";
import type { Settings } from "../platform/settings.ts";

/** Where the database is for this run: who owns it, and how the application reaches it. */
export type DatabaseAddress = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Taken on each connection of `appUrl`; null when its login is the application's own. */
  readonly appRole: string | null;
  stop(): Promise<void>;
};

const APP_ROLE = "motcua_app";

/**
 * The database to serve from: the outside server that DATABASE_URL names, or the embedded one, started now.
 * Holds the data folder in both cases: two motcua on one folder would mix their files and secrets.
 */
export async function startDatabase(
  settings: Settings,
  secrets: Secrets,
  say: (step: Text) => void,
): Promise<DatabaseAddress> {
  if (settings.databaseUrl) {
    const lock = lockDataDir(settings.dataDir);
    if (!lock) throw alreadyRunning(settings.dataDir);
    return { ...outside(settings, settings.databaseUrl), stop: async () => lock.release() };
  }
  return embedded(await startEmbedded({ dataDir: settings.dataDir, secrets, say }));
}

/** The database for one command: the running one where motcua is serving, else started for as long as it takes. */
export async function borrowDatabase(
  settings: Settings,
  secrets: Secrets,
  say: (step: Text) => void,
): Promise<DatabaseAddress> {
  if (settings.databaseUrl) return { ...outside(settings, settings.databaseUrl), stop: async () => undefined };
  const running = isLocked(settings.dataDir) ? findRunning(settings.dataDir, secrets) : null;
  if (running) return { ...running, appRole: null, stop: async () => undefined };
  return embedded(await startEmbedded({ dataDir: settings.dataDir, secrets, say }));
}

const embedded = (server: EmbeddedServer): DatabaseAddress => ({
  ownerUrl: server.ownerUrl,
  appUrl: server.appUrl,
  appRole: null,
  stop: () => server.stop(),
});

const outside = (settings: Settings, ownerUrl: string): Omit<DatabaseAddress, "stop"> => ({
  ownerUrl,
  appUrl: settings.appDatabaseUrl ?? ownerUrl,
  appRole: settings.appDatabaseUrl ? null : APP_ROLE,
});
