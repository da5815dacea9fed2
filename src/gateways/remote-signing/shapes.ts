import { z } from "zod";

/** Answers of the Cloud Signature Consortium API, version 2, as far as signing digests needs them. */

const base64 = z.string().regex(/^[A-Za-z0-9+/\s]+={0,2}$/);

export const tokenShape = z.object({
  access_token: z.string().min(1),
  token_type: z.string(),
  expires_in: z.number().positive().optional(),
});
export const infoShape = z.object({ specs: z.string(), name: z.string(), methods: z.array(z.string()).optional() });
export const listShape = z.object({ credentialIDs: z.array(z.string()) });
export const credentialShape = z.object({
  key: z.object({ status: z.string(), algo: z.array(z.string()), len: z.number().int().positive() }),
  cert: z.object({ status: z.string().optional(), certificates: z.array(base64).min(1) }),
  auth: z.object({
    mode: z.string(),
    objects: z.array(z.object({ type: z.string(), id: z.string() })).optional(),
  }),
  SCAL: z.string().optional(),
  multisign: z.number().int().positive(),
});
export const authorizedShape = z.object({ SAD: z.string().min(1), expiresIn: z.number().positive().optional() });
export const signedShape = z.object({ signatures: z.array(base64).min(1) });
export const refusalShape = z.object({ error: z.string(), error_description: z.string().optional() });
export type Credential = z.infer<typeof credentialShape>;
