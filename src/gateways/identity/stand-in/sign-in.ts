import type { IncomingMessage, ServerResponse } from "node:http";
import type { InteractionDetails, Provider } from "oidc-provider";
import type { Realm } from "../port.ts";
import type { SignInVerdict, StandInAccount, StandInAccounts } from "./accounts.ts";
import { languageOf, signInPage } from "./pages.ts";
import type { StandInClient } from "./provider.ts";

const BODY_BYTES_MAX = 8_192;
/** A second try says all there is to say; nothing of the first is kept. */
const AS_SAID = { mergeWithLastSubmission: false };

/** Shows the sign-in page and reads its answer. The provider's own cookie, bound to the path, says which sign-in it is. */
export function serveSignIn(provider: Provider, clients: readonly StandInClient[], accounts: StandInAccounts) {
  const realms = new Map(clients.map((client) => [client.clientId, client.realm]));

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const details = await provider.interactionDetails(request, response);
    const realm = realms.get(details.params.client_id) ?? "citizen";
    const url = new URL(request.url ?? "/", "http://stand-in");
    const language = languageOf(url.searchParams.get("lang") ?? details.params.ui_locales);
    const show = (status: number, verdict: SignInVerdict | null, typedNumber: string): void => {
      response
        .writeHead(status, { "content-type": "text/html; charset=utf-8" })
        .end(
          signInPage({ language, realm, address: url.pathname, accounts: accounts.of(realm), verdict, typedNumber }),
        );
    };

    if (request.method === "GET" || request.method === "HEAD") return show(200, null, "");
    if (request.method !== "POST") return void response.writeHead(405, { allow: "GET, HEAD, POST" }).end();
    const form = await readForm(request);
    if (!form) return void response.writeHead(413).end();
    if (form.has("cancel")) {
      const result = { error: "access_denied", error_description: "the person went back without signing in" };
      return provider.interactionFinished(request, response, result, AS_SAID);
    }
    const verdict = verdictOf(accounts, realm, form);
    if (verdict.tag !== "signed-in") return show(422, verdict, form.get("number") ?? "");
    const next = await provider.interactionResult(
      request,
      response,
      resultFor(verdict.account, details.params.acr_values),
      AS_SAID,
    );
    await forgetOther(provider, details, verdict.account);
    response.writeHead(303, { location: next }).end();
  };
}

function verdictOf(accounts: StandInAccounts, realm: Realm, form: URLSearchParams): SignInVerdict {
  const subject = form.get("account");
  if (subject !== null) return accounts.byButton(realm, subject);
  return accounts.byPassword(realm, form.get("number") ?? "", form.get("password") ?? "");
}

const resultFor = (account: StandInAccount, asked: string | undefined): object => ({
  login: { accountId: account.subject, acr: levelFor(account, asked), amr: ["pwd"], remember: false },
});

/** The first of the levels asked for that this account can reach; its own where none is asked for or none is reached. */
function levelFor(account: StandInAccount, asked: string | undefined): string {
  const reached = account.assurance >= 2 ? ["LoA2", "LoA1"] : ["LoA1"];
  return (asked ?? "").split(" ").find((level) => reached.includes(level)) ?? reached[0] ?? "LoA1";
}

/**
 * Somebody else was signed in at this browser: their session ends, else the library stops to ask with a page of its own.
 * Only after the result is kept, for until then the library insists on the same person.
 */
async function forgetOther(provider: Provider, details: InteractionDetails, account: StandInAccount): Promise<void> {
  if (!details.session || details.session.accountId === account.subject) return;
  const session = await provider.Session.findByUid(details.session.uid);
  if (!session) return;
  session.accountId = undefined;
  session.authorizations = undefined;
  await session.persist();
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > BODY_BYTES_MAX) return null;
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts).toString("utf8"));
}
