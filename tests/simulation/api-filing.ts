import type { Filing } from "../../src/modules/dossiers/index.ts";
import type { World } from "./world.ts";

/** A hotel's program files over HTTP, and asks again at once with the same key because it is impatient. */
export async function fileOverApi({ house, tally }: World, filing: Filing): Promise<readonly string[]> {
  const { access } = house.deps;
  const token = await access.admit(
    {
      ...{ issuer: "https://simulation", subject: filing.owner.number, name: filing.owner.name, kind: "organisation" },
      ...{ assurance: 2, personNumber: null, phone: null, email: null },
      organisation: { code: filing.owner.number, name: filing.owner.name },
    },
    null,
  );
  const session = await access.findSession(token);
  const key = session && (await access.createApiToken({ account: session.account, label: "mô phỏng", days: 1 }));
  if (!key?.ok) throw new Error("no key for the API");
  const ask = async (): Promise<string> => {
    const answer = await fetch(`${house.url}/api/v1/dossiers`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${key.value.token}`,
        "idempotency-key": filing.key,
      },
      body: JSON.stringify({ procedure: filing.procedure.key, answers: filing.answers }),
    });
    const told = (await answer.json()) as { readonly code?: string };
    if (!answer.ok || told.code === undefined)
      throw new Error(`the API answered ${answer.status} ${JSON.stringify(told)}`);
    return told.code;
  };
  tally.count("filed over the API, twice at once");
  return Promise.all([ask(), ask()]);
}
