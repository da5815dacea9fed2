import { createPublicKey } from "node:crypto";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import {
  createAgencyRegister,
  createEmbeddedRegister,
  createNationalRegister,
  type NationalProfile,
  nationalProfile,
  type PopulationRegister,
  profileNames,
  withResilience,
} from "../gateways/population/index.ts";
import { text } from "../kernel/text.ts";
import { verifyPerson } from "../modules/population/index.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database/database.ts";
import { algorithmOf, publicJwk, signedFetch, signingKeyOf, thumbprint } from "../platform/http-signatures/index.ts";
import type { Secrets } from "../platform/secrets.ts";
import type { Settings } from "../platform/settings.ts";
import { Trouble } from "../platform/trouble.ts";
import { demoPopulationUser, populationAddress, SECRETS } from "./partners.ts";

type Parts = {
  readonly settings: Settings;
  readonly db: Database;
  readonly clock: Clock;
  readonly secrets: Pick<Secrets, "get">;
};

/** The register this installation asks about people, with time-outs, retries and a circuit breaker around it. */
export async function openPopulationRegister(parts: Parts): Promise<PopulationRegister> {
  switch (parts.settings.population.kind) {
    case "embedded":
      return withResilience(createEmbeddedRegister((claim) => verifyPerson(parts.db, claim)));
    case "national":
      return withResilience(await nationalOf(parts));
    case "agency":
      return withResilience(await agencyOf(parts));
  }
}

/** In a trial without an address of its own, the stand-in is asked. */
async function nationalOf({ settings, clock, secrets }: Parts): Promise<PopulationRegister> {
  const { url, user, secret, unit, profile } = settings.population;
  const trial = settings.demo && !url;
  const address = trial ? populationAddress(settings) : needed(url, "POPULATION_URL");
  const { way, ...own } = await readProfile(profile);
  return createNationalRegister({
    profile: nationalProfile(way, address, own),
    user: trial ? demoPopulationUser.user : needed(user, "POPULATION_USER"),
    secret: trial ? secrets.get(SECRETS.population) : needed(secret, "POPULATION_SECRET"),
    asker: {
      unit: trial ? demoPopulationUser.unit : unit,
      // One account of the office asks; which officer it was for stands in our own log.
      officer: (trial ? demoPopulationUser.user : needed(user, "POPULATION_USER")).slice(0, 20),
    },
    now: () => clock.now(),
  });
}

const LEGAL_GROUND = "Luật Căn cước 26/2023/QH15, Điều 10, 11";

async function agencyOf({ settings, clock, secrets }: Parts): Promise<PopulationRegister> {
  const key = await readKey(needed(settings.population.key, "POPULATION_KEY"));
  return createAgencyRegister({
    url: needed(settings.population.url, "POPULATION_URL"),
    ground: LEGAL_GROUND,
    send: signedFetch({
      key: signingKeyOf(secrets.get(SECRETS.messages)),
      answerKey: async (id) => (id === key.id ? key : null),
      now: () => clock.now(),
    }),
  });
}

const ProfileShape = z.strictObject({
  way: z.enum(profileNames),
  serviceUrl: z.url({ protocol: /^https?$/ }).optional(),
  operation: z.enum(["lookup", "verify"]).optional(),
  integrationCode: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
  timestamp: z.enum(["milliseconds", "seconds"]).optional(),
  name: z.enum(["upper", "upper-without-marks", "upper-without-marks-and-spaces"]).optional(),
  wrapping: z.enum(["soap", "hub-json"]).optional(),
  xRoadClient: z.string().nullable().optional(),
  apiKey: z.string().nullable().optional(),
});
type Described = { readonly way: (typeof profileNames)[number] } & Partial<NationalProfile>;

/** A way by its name, or as a file describes it. @throws Trouble */
async function readProfile(named: string): Promise<Described> {
  const known = profileNames.find((name) => name === named);
  if (known) return { way: known };
  try {
    const { way, ...own } = ProfileShape.parse(JSON.parse(await readFile(named, "utf8")));
    const given = Object.entries(own).filter(([, value]) => value !== undefined);
    return { way, ...Object.fromEntries(given) };
  } catch (cause) {
    throw new Trouble(
      text(`Không đọc được tệp POPULATION_PROFILE: ${named}`, `Cannot read the POPULATION_PROFILE file: ${named}`),
      cause,
    );
  }
}

async function readKey(path: string) {
  try {
    const key = createPublicKey(await readFile(path, "utf8"));
    const algorithm = algorithmOf(key);
    if (algorithm) return { id: thumbprint(publicJwk(key)), algorithm, key };
  } catch {
    // The same answer as for a key of a kind we do not take.
  }
  throw new Trouble(
    text(
      `Không dùng được khóa công khai POPULATION_KEY: ${path}`,
      `The public key POPULATION_KEY is not usable: ${path}`,
    ),
  );
}

function needed(value: string | null, name: string): string {
  if (value !== null) return value;
  throw new Trouble(text(`Đối chiếu dân cư cần cấu hình ${name}.`, `Verifying people needs the setting ${name}.`));
}
