/**
 * What differs between the ways to the national service: addresses, codes, wrapping. Data, replaced without a release
 * when the operator changes them. What no source could confirm is said in the gateway's README.
 */
export type NationalProfile = {
  /** The whole address of the service; the hash in the header is taken over this very text. */
  readonly serviceUrl: string;
  /** `lookup` asks for the person and compares here, field by field; `verify` only hears whether such a person exists. */
  readonly operation: "lookup" | "verify";
  /** `MaTichHop`: 037 for lookup; 003 or 033 for verify. */
  readonly integrationCode: string;
  readonly timestamp: "milliseconds" | "seconds";
  /** Upper case always; accents, and spaces as well, are dropped by some ways. */
  readonly name: "upper" | "upper-without-marks" | "upper-without-marks-and-spaces";
  /** The answer is the XML itself, or JSON `{ error_code, message }` of a provincial hub with the XML in `message`. */
  readonly wrapping: "soap" | "hub-json";
  /** `X-Road-Client`, where the way goes over X-Road; `X-Road-Id` and `X-Road-Issue` are then sent as well. */
  readonly xRoadClient: string | null;
  readonly apiKey: string | null;
};

export const profileNames = ["ndxp", "ndop", "x-road"] as const;
export type ProfileName = (typeof profileNames)[number];

const COMMON = {
  operation: "lookup",
  integrationCode: "037",
  timestamp: "milliseconds",
  name: "upper-without-marks-and-spaces",
  wrapping: "soap",
  xRoadClient: null,
  apiKey: null,
} as const;

/**
 * The profile of a way, with what the operator handed out at registration in `own`.
 * @param address ndxp, ndop: the platform's address, to which the service code is added; x-road: the security server with
 *   the path `/r1/{instance}/{memberClass}/{memberCode}/{subsystem}/{serviceCode}`.
 */
export function nationalProfile(
  name: ProfileName,
  address: string,
  own: Partial<NationalProfile> = {},
): NationalProfile {
  const code = own.integrationCode ?? COMMON.integrationCode;
  const serviceUrl = name === "x-road" ? address : `${address.replace(/\/+$/, "")}/${code}`;
  return { ...COMMON, serviceUrl, ...own };
}
