import {
  createOpenIdConnect,
  type Endpoints,
  type IdentityProvider,
  PROFILES,
  type RealmSettings,
} from "../gateways/identity/index.ts";
import { text } from "../kernel/text.ts";
import type { Clock } from "../platform/clock.ts";
import type { Secrets } from "../platform/secrets.ts";
import type { Relying, Settings } from "../platform/settings.ts";
import { Trouble } from "../platform/trouble.ts";
import { identityAddress, SECRETS } from "./partners.ts";

/** An officer whom the provider has not seen for this long signs in anew; asking makes it tell when it did. */
const OFFICER_PROVEN_WITHIN_SECONDS = 8 * 3600;

/** The identity services of the settings; in a trial the stand-in. */
export function identityOf(settings: Settings, clock: Clock, secrets: Pick<Secrets, "get">): IdentityProvider {
  const standIn = (clientId: string, secret: string): Relying => ({
    issuer: identityAddress(settings),
    clientId,
    clientSecret: secrets.get(secret),
    profile: "vneid",
    undescribed: null,
  });
  const relying = settings.signIn ?? {
    citizens: standIn("motcua-cong-dan", SECRETS.citizenClient),
    officers: standIn("motcua-can-bo", SECRETS.officerClient),
  };
  const realm = (of: Relying, after: string): RealmSettings => ({
    issuer: of.issuer,
    clientId: of.clientId,
    authentication: { method: "client_secret_basic", secret: of.clientSecret },
    callbackUrl: `${settings.publicUrl}/dang-nhap/ket-qua`,
    afterSignOutUrl: `${settings.publicUrl}${after}`,
    profile: of.profile,
    signingAlgorithm: settings.signingAlgorithm,
    ...(of.undescribed ? { endpoints: endpointsOf(of, of.undescribed) } : {}),
  });
  return createOpenIdConnect({
    realms: {
      citizen: realm(relying.citizens, "/"),
      officer: { ...realm(relying.officers, "/office"), provenWithinSeconds: OFFICER_PROVEN_WITHIN_SECONDS },
    },
    now: () => clock.now(),
  });
}

/** The addresses of a provider that publishes none: those its profile knows, completed by the settings. */
function endpointsOf(of: Relying, given: { jwksUri: string; tokenEndpoint: string | null }): Endpoints {
  const { paths } = PROFILES[of.profile];
  const at = (path: string | null | undefined): string | null => (path ? new URL(path, of.issuer).href : null);
  const authorization = at(paths?.authorization);
  const token = given.tokenEndpoint ?? at(paths?.token);
  if (!authorization || !token) {
    throw new Trouble(
      text(
        `Chưa biết địa chỉ đổi mã của nơi xác thực theo mẫu ${of.profile}. Hãy đặt OIDC_TOKEN_ENDPOINT, hoặc bỏ OIDC_JWKS_URI nếu nơi đó công bố mô tả.`,
        `The profile ${of.profile} knows no token address. Set OIDC_TOKEN_ENDPOINT, or leave OIDC_JWKS_URI out if the provider publishes its description.`,
      ),
    );
  }
  const [userinfo, endSession] = [at(paths?.userinfo), at(paths?.endSession)];
  return {
    authorization,
    token,
    jwks: given.jwksUri,
    ...(userinfo ? { userinfo } : {}),
    ...(endSession ? { endSession } : {}),
  };
}
