import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type DestinationStream, destination, type Logger, pino } from "pino";

/**
 * The log of the machine's work: one JSON object a line. What happened, how long it took, which reference number a
 * person was shown. Never who they are: paths are logged without query, bodies and cookies not at all.
 */
export type Log = Logger;

/** Members that would carry personal data or secrets if somebody logged a whole object by mistake. */
const PRIVATE = [
  "name",
  "fullName",
  "number",
  "personNumber",
  "phone",
  "email",
  "address",
  "answers",
  "password",
  "secret",
  "token",
  "cookie",
  "authorization",
];

/** Writes to `<dataDir>/log/motcua.log`, or to standard error where `dataDir` is null. */
export function openLog(options: { level: string; dataDir: string | null; to?: DestinationStream }): Log {
  return pino(
    {
      level: options.level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: PRIVATE.flatMap((name) => [name, `*.${name}`]), censor: "•" },
      serializers: { err: serializeError },
    },
    options.to ?? openDestination(options.dataDir),
  );
}

function openDestination(dataDir: string | null): DestinationStream {
  if (dataDir === null) return destination({ fd: 2, sync: true });
  const folder = join(dataDir, "log");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = destination({ dest: join(folder, "motcua.log"), append: true, mode: 0o600, sync: true });
  // A full disk must not stop the work: the line is lost, the dossier is not.
  file.on("error", () => undefined);
  return file;
}

/** PostgreSQL puts the offending values into `detail` and `where`; a zod error repeats its input. Neither is kept. */
function serializeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  return {
    type: error.name,
    message: code ? withoutValues(error.message) : error.message,
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(table === undefined ? {} : { table }),
    stack: error.stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 20),
    ...(error.cause instanceof Error ? { cause: serializeError(error.cause) } : {}),
  };
}

const withoutValues = (message: string): string =>
  message.replace(/"[^"]{0,2000}"/g, (quoted) => (/^"[a-z_0-9]+"$/.test(quoted) ? quoted : '"•"'));
