import { createHash } from "node:crypto";

/** The hashed header: SHA-256, in lower-case hex, over address, user, timestamp and secret written one after another. */
export const headerHash = (serviceUrl: string, user: string, timestamp: string, secret: string): string =>
  createHash("sha256").update(`${serviceUrl}${user}${timestamp}${secret}`).digest("hex");

/** `Authorization` of a call: Basic, with the hash where a password would stand. */
export const authorization = (serviceUrl: string, user: string, timestamp: string, secret: string): string =>
  `Basic ${Buffer.from(`${user}:${headerHash(serviceUrl, user, timestamp, secret)}`).toString("base64")}`;
