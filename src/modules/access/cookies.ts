/**
 * Two cookies: the session's, and the one that ties a sign-in to the browser that began it. Over https their names bear
 * `__Host-`: browsers then accept them from this very host only (RFC 6265bis). Both go when the browser closes; how
 * long they are good for is decided by the tables.
 */
type Transport = { readonly secure: boolean };

const SESSION = "motcua_session";
const SIGN_IN = "motcua_sign_in";
const KIOSK = "motcua_kiosk";
/** As long as browsers keep a cookie: a kiosk stays one. */
const KIOSK_SECONDS = 400 * 86_400;

export const sessionCookie = (token: string, transport: Transport): string => cookie(SESSION, token, transport);
export const clearedSessionCookie = (transport: Transport): string => cookie(SESSION, "", transport, "; Max-Age=0");
export const signInCookie = (browser: string, transport: Transport): string => cookie(SIGN_IN, browser, transport);

/** The session token in a request's Cookie header, or null. */
export const readSessionCookie = (header: string | null | undefined, transport: Transport): string | null =>
  read(SESSION, header, transport);
export const readSignInCookie = (header: string | null | undefined, transport: Transport): string | null =>
  read(SIGN_IN, header, transport);

/** Marks a browser as a kiosk's; it carries no secret and opens nothing. */
export const kioskCookie = (on: boolean, transport: Transport): string =>
  cookie(KIOSK, on ? "1" : "", transport, `; Max-Age=${on ? KIOSK_SECONDS : 0}`);
export const readKioskCookie = (header: string | null | undefined, transport: Transport): boolean =>
  (header ?? "").split(";").some((part) => part.trim() === `${nameOf(KIOSK, transport)}=1`);

const nameOf = (name: string, { secure }: Transport): string => (secure ? `__Host-${name}` : name);

const cookie = (name: string, value: string, transport: Transport, more = ""): string =>
  `${nameOf(name, transport)}=${value}; Path=/; HttpOnly; SameSite=Lax${transport.secure ? "; Secure" : ""}${more}`;

/** A secret of ours in base64url; what does not look like one is not worth asking the database. */
const SECRET = /^[A-Za-z0-9_-]{43}$/;
export const isSecret = (value: string): boolean => SECRET.test(value);

function read(name: string, header: string | null | undefined, transport: Transport): string | null {
  const start = `${nameOf(name, transport)}=`;
  for (const part of (header ?? "").split(";")) {
    const pair = part.trim();
    if (pair.startsWith(start) && isSecret(pair.slice(start.length))) return pair.slice(start.length);
  }
  return null;
}
