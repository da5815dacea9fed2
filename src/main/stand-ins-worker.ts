// The process of the stand-ins. It is told when to begin and ends with the primary, however that ends.
import { handedSecrets } from "../platform/secrets.ts";
import { explain, portTrouble } from "./explain.ts";
import { sayToPrimary, type ToChild } from "./messages.ts";
import { STAND_INS } from "./stand-ins.ts";

const started: { close(): Promise<void> }[] = [];

async function begin({ settings, secrets }: ToChild & { kind: "begin" }): Promise<void> {
  for (const standIn of STAND_INS) {
    try {
      started.push(await standIn.start({ settings, secrets: handedSecrets(secrets) }));
    } catch (error) {
      throw portTrouble(settings.standInsPort, settings.host, error);
    }
  }
  sayToPrimary({ kind: "ready", port: settings.standInsPort });
}

async function stop(): Promise<void> {
  await Promise.allSettled(started.map((standIn) => standIn.close()));
  process.exit(0);
}

process.on("message", (message: ToChild) => {
  if (message.kind === "stop") void stop();
  if (message.kind === "begin") {
    begin(message).catch((error: unknown) => {
      const trouble = explain(error, message.settings);
      const said = trouble?.said ?? { vi: String(error), en: String(error) };
      sayToPrimary({ kind: "failed", ...said, stack: trouble ? null : ((error as Error).stack ?? null) });
      setTimeout(() => process.exit(1), 50);
    });
  }
});
process.on("disconnect", () => process.exit(0));
process.on("SIGINT", () => undefined);
process.on("SIGHUP", () => undefined);
process.on("SIGTERM", () => void stop());
sayToPrimary({ kind: "loaded" });
