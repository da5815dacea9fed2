import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where templates and typefaces lie, found alike from the source and from a bundle: both live under our package.json. */

function projectRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).name === "motcua") return folder;
  }
  throw new Error("the project's package.json is not above this file");
}

export const templatesFolder = (): string => join(projectRoot(), "src", "modules", "documents", "templates");

/** Tinos, whose letters have the widths of the official typeface (Decree 30/2020/NĐ-CP, annex I: Times New Roman). */
export function fontPaths(): string[] {
  const fonts = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/tinos/package.json"));
  return ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"].map((cut) =>
    join(fonts, cut, `Tinos_${cut}.ttf`),
  );
}
