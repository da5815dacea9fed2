/** The part of `oidc-provider` this stand-in uses; the package ships no types of its own. */
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  export type Context = {
    type: string;
    status: number;
    body: string;
    path: string;
    readonly oidc: {
      readonly provider: Provider;
      readonly client?: { readonly clientId: string };
      readonly session: { readonly accountId?: string };
    };
  };

  export type InteractionDetails = {
    readonly params: {
      readonly client_id: string;
      readonly redirect_uri: string;
      readonly ui_locales?: string;
      readonly acr_values?: string;
    };
    readonly session?: { readonly uid: string; readonly accountId: string };
  };

  export type StoredSession = {
    accountId?: string | undefined;
    authorizations?: object | undefined;
    persist(): Promise<unknown>;
  };

  export class Grant {
    constructor(of: { clientId: string; accountId: string });
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export class Provider {
    constructor(issuer: string, configuration: object);
    readonly Grant: typeof Grant;
    readonly Session: { findByUid(uid: string): Promise<StoredSession | undefined> };
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<InteractionDetails>;
    interactionResult(
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
      options?: { mergeWithLastSubmission?: boolean },
    ): Promise<string>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
      options?: { mergeWithLastSubmission?: boolean },
    ): Promise<void>;
  }

  export const errors: { readonly SessionNotFound: new (description: string) => Error };

  export const interactionPolicy: {
    readonly Check: new (reason: string, description: string, check: (ctx: Context) => boolean) => object;
    base(): {
      get(name: string): { readonly checks: { add(check: object): void } };
      remove(name: string): void;
    };
  };

  export default Provider;
}

/** Keeps what the provider must remember in this process; one store for each provider. */
declare module "oidc-provider/lib/adapters/memory_adapter.js" {
  export function createMemoryAdapter(): (model: string) => object;
}
