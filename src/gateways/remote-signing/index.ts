/** The only door to remote signing services (Cloud Signature Consortium API v2). */
export { createRemoteSigning, type RemoteSigningOptions } from "./client.ts";
export type { CredentialAccess, RemoteCredential, RemoteSigning, RemoteSigningFailure } from "./port.ts";
