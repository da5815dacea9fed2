import { Readable } from "node:stream";
import { Hono } from "hono";
import type { Actor } from "../../engine/state/index.ts";
import { readOwn } from "../../modules/access/index.ts";
import type { DossierView } from "../../modules/dossiers/index.ts";
import type { Vars, WebDeps } from "../context.ts";
import type { Bearer, Client } from "./bearer.ts";
import { documentsOf, dossierFacts, publicFacts } from "./facts.ts";
import { type ApiContext, notFoundProblem } from "./problem.ts";

/** Where a dossier stands: everything for its filer, the bare status for anybody who has the code. */
export function dossierDoors(deps: WebDeps, bearer: Bearer) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/dossiers/:code", async (c) => {
    const client = await bearer.findClient(c);
    const code = c.req.param("code");
    const own = client ? await deps.dossiers.find(readOwn(deps.db), code) : null;
    if (client && own && isFiler(own, client.actor)) return answerDossier(deps, c, own, client);
    const whereabouts = await deps.dossiers.lookUp(code);
    if (!whereabouts) throw notFoundProblem();
    return c.json(publicFacts(deps, whereabouts));
  });

  app.get("/dossiers/:code/documents", async (c) => {
    const { view } = await getOwn(deps, bearer, c);
    return c.json({ documents: await documentsOf(deps, view) });
  });

  app.get("/dossiers/:code/documents/:name", async (c) => {
    const { view } = await getOwn(deps, bearer, c);
    const paper = await paperNamed(deps, view, c.req.param("name"));
    const stream = paper ? await deps.documents.read(paper.sha256) : null;
    if (!stream) throw notFoundProblem();
    c.header("content-type", "application/pdf");
    c.header("content-disposition", `attachment; filename="${view.row.code}-${c.req.param("name")}.pdf"`);
    return c.body(Readable.toWeb(stream) as ReadableStream);
  });

  return app;
}

/** A dossier of the client; one of somebody else is as if it were not there. @throws ApiProblem 401 or 404 */
export async function getOwn(
  deps: WebDeps,
  bearer: Bearer,
  c: ApiContext,
): Promise<{ readonly client: Client; readonly view: DossierView }> {
  const client = await bearer.getClient(c);
  const view = await deps.dossiers.find(readOwn(deps.db), c.req.param("code") ?? "");
  if (!view || !isFiler(view, client.actor)) throw notFoundProblem();
  return { client, view };
}

/** The state with its version as entity tag, which an act has to name. */
export async function answerDossier(
  deps: WebDeps,
  c: ApiContext,
  view: DossierView,
  client: Client,
): Promise<Response> {
  c.header("etag", `"${view.state.version}"`);
  return c.json(await dossierFacts(deps, view, client.actor));
}

/** The filer, or whoever acts for the same organisation, as the engine's permission has it. */
function isFiler({ state: { filer } }: DossierView, actor: Actor): boolean {
  if (filer.as === "organisation") return filer.organisation !== undefined && filer.organisation === actor.organisation;
  return actor.as === "person" && actor.account === filer.account;
}

async function paperNamed(deps: WebDeps, view: DossierView, name: string): Promise<{ readonly sha256: string } | null> {
  if (name === "result") return deps.printing.result(view);
  const offered = deps.printing.available(view).find(({ seq }) => String(seq) === name);
  return offered ? deps.printing.notice(view, offered.seq) : null;
}
