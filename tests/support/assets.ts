import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Builds the styles and scripts of the pages where they are missing or older than their sources. */
export async function ensureAssets(): Promise<void> {
  const manifest = join(root, "dist/assets/manifest.json");
  const sources = ["assets", "theme", "scripts"].flatMap((folder) =>
    readdirSync(join(root, "src/web/ui", folder)).map((name) => join(root, "src/web/ui", folder, name)),
  );
  const newest = Math.max(...sources.map((path) => statSync(path).mtimeMs));
  if (existsSync(manifest) && statSync(manifest).mtimeMs > newest) return;
  const builder = (await import("../../src/web/ui/assets/build.mjs" as string)) as {
    buildAssets: (folder: string) => Promise<unknown>;
  };
  await builder.buildAssets(join(root, "dist/assets"));
}
