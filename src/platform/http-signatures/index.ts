/** Signed HTTP messages: RFC 9421 signatures over RFC 9530 digests. */
export { type Algorithm, algorithms } from "./algorithms.ts";
export { contentDigest, digestHolds } from "./digest.ts";
export {
  AGE_MOST_SECONDS,
  fieldsOf,
  REQUEST_COVERED,
  signAnswer,
  signedFetch,
  TAG,
} from "./exchange.ts";
export { algorithmOf, publicJwk, type SigningKey, signingKeyOf, thumbprint, type VerifyingKey } from "./keys.ts";
export type { RequestParts } from "./message.ts";
export { type SignatureFailure, type Verified, verifyMessage } from "./verify.ts";
