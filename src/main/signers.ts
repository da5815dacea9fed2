import { readFile } from "node:fs/promises";
import { z } from "zod";
import { text } from "../kernel/text.ts";
import type { Settings } from "../platform/settings.ts";
import { Trouble } from "../platform/trouble.ts";
import { demoCredential, demoCredentialPin } from "./partners.ts";

/** The keys with which papers are signed here, as the settings name them. */

/** Where a key lies: in a file, on the token, with the service. */
const PlaceShape = z.union([
  z.strictObject({ path: z.string().min(1), password: z.string() }),
  z.strictObject({ token: z.string().min(1).nullable().default(null), label: z.string().min(1), pin: z.string() }),
  z.strictObject({ credential: z.string().min(1), pin: z.string().nullable().default(null) }),
]);
export type Place = z.infer<typeof PlaceShape>;

/** Where the settings say the seal lies. */
export function placeOfSeal(settings: Settings, seal: NonNullable<Settings["signing"]["seal"]>): Place {
  if (seal.kind === "p12") return { path: seal.path, password: seal.password };
  if (seal.kind === "pkcs11")
    return { token: settings.signing.pkcs11?.token ?? null, label: seal.label, pin: seal.pin };
  return settings.signing.remote
    ? { credential: seal.credential ?? "", pin: seal.pin }
    : { credential: demoCredential, pin: demoCredentialPin };
}

/** The signers' own keys, by full name as in their posts. @throws Trouble when the file is not of that shape */
export async function readSigners(path: string): Promise<ReadonlyMap<string, Place>> {
  try {
    const shape = z.record(z.string().min(1), PlaceShape);
    return new Map(Object.entries(shape.parse(JSON.parse(await readFile(path, "utf8")))));
  } catch (cause) {
    throw new Trouble(
      text(`Không đọc được tệp SIGNING_PEOPLE: ${path}`, `Cannot read the SIGNING_PEOPLE file: ${path}`),
      cause,
    );
  }
}

/**
 * The seal's file and those of people, where they are files; none in a trial, whose certificates prove nothing. What lies on
 * a token or with a service is looked at by `motcua sign-check`.
 */
export async function signersOf(
  settings: Settings,
): Promise<readonly { readonly name: string; readonly path: string; readonly password: string }[]> {
  const { seal, people } = settings.signing;
  if (!seal) return [];
  const places: readonly (readonly [string, Place])[] = [
    ["SIGNING_P12", placeOfSeal(settings, seal)],
    ...[...(people ? await readSigners(people) : [])].map(
      ([name, place]) => [`SIGNING_PEOPLE ${name}`, place] as const,
    ),
  ];
  return places.flatMap(([name, place]) => ("path" in place ? [{ name, ...place }] : []));
}
