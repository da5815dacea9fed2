import type { Ctx, WebSettings } from "../context.ts";

/**
 * What browsers may do with our pages: nothing from elsewhere, no inline script or style, no frames but our own
 * previews. Forms lead to ourselves and to the identity service and bank of the settings (OWASP ASVS 5.0, V3).
 */
export function securityHeaders(c: Ctx, settings: WebSettings): void {
  const headers = c.res.headers;
  const partners = settings.partnerOrigins.join(" ");
  if (!headers.has("content-security-policy")) {
    headers.set(
      "content-security-policy",
      `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'self' ${partners}`.trim(),
    );
  }
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "same-origin");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("cross-origin-resource-policy", "same-origin");
  const camera = c.get("camera") ? "camera=(self)" : "camera=()";
  headers.set(
    "permissions-policy",
    `${camera}, microphone=(), geolocation=(), payment=(), publickey-credentials-get=(self), publickey-credentials-create=(self)`,
  );
  const request = c.get("requestId");
  if (request) headers.set("x-request-id", request);
  if (settings.publicUrl.startsWith("https:"))
    headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  // A page may hold personal data: no cache keeps it. "Back" then asks us again, and we show what is true now.
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
}

/** Tells a shared device to forget what it holds of us. The mark of a kiosk is a cookie and stays. */
export const wipeDevice = (c: Ctx): void => c.header("clear-site-data", '"cache", "storage"');
