import { readFile } from "node:fs/promises";
import { z } from "zod";
import { text } from "../kernel/text.ts";
import type { Settings } from "../platform/settings.ts";
import { Trouble } from "../platform/trouble.ts";

/** The files with which papers are signed here, as the settings name them. */

const SignersShape = z.record(z.string().min(1), z.strictObject({ path: z.string().min(1), password: z.string() }));

/** The signers' own certificates, by full name as in their posts. @throws Trouble when the file is not of that shape */
export async function readSigners(path: string): Promise<ReadonlyMap<string, { path: string; password: string }>> {
  try {
    return new Map(Object.entries(SignersShape.parse(JSON.parse(await readFile(path, "utf8")))));
  } catch (cause) {
    throw new Trouble(
      text(`Không đọc được tệp SIGNING_PEOPLE: ${path}`, `Cannot read the SIGNING_PEOPLE file: ${path}`),
      cause,
    );
  }
}

/** The seal's file and those of people; none in a trial, whose certificates prove nothing. */
export async function signersOf({
  signing,
}: Settings): Promise<readonly { readonly name: string; readonly path: string; readonly password: string }[]> {
  if (!signing) return [];
  const people = signing.people ? [...(await readSigners(signing.people))] : [];
  return [
    { name: "SIGNING_P12", path: signing.p12, password: signing.password },
    ...people.map(([name, setting]) => ({ name: `SIGNING_PEOPLE ${name}`, ...setting })),
  ];
}
