import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guest, PDF, residence, type Stage, stage, stay } from "../../../tests/support/api-stage.ts";

let s: Stage;
type Node = { readonly [key: string]: unknown };
let document: Node & {
  paths: Record<string, Record<string, Node>>;
  components: { schemas: Record<string, Node>; securitySchemes: Node };
};
beforeAll(async () => {
  s = await stage();
  document = await (await s.open().request("/api/v1/openapi.json")).json();
});
afterAll(() => s.close());

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);

/** The object at `#/components/schemas/…`; undefined where a reference leads nowhere. */
const at = (ref: string): unknown =>
  ref
    .slice(2)
    .split("/")
    .reduce<unknown>((here, part) => (isNode(here) ? here[part] : undefined), document);

/** As much of JSON Schema 2020-12 as the document uses; an unknown keyword fails the test rather than passing silently. */
const KNOWN = new Set([
  ...[
    "$ref",
    "type",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "minItems",
    "maxItems",
    "enum",
    "const",
    "anyOf",
    "oneOf",
    "allOf",
    "not",
    "discriminator",
  ],
  ...[
    "pattern",
    "format",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "description",
    "examples",
    "contentEncoding",
    "prefixItems",
  ],
]);
function faults(schema: unknown, value: unknown, where = ""): string[] {
  if (!isNode(schema)) return [];
  const unknown = Object.keys(schema).filter((key) => !KNOWN.has(key));
  if (unknown.length > 0) return [`${where}: keyword ${unknown.join()}`];
  if (typeof schema.$ref === "string") return faults(at(schema.$ref), value, where);
  const found: string[] = [];
  const some = (schema.anyOf ?? schema.oneOf) as unknown[] | undefined;
  if (some && !some.some((one) => faults(one, value, where).length === 0))
    found.push(`${where}: none of anyOf: ${some.map((one) => faults(one, value, where)[0]).join(" | ")}`);
  for (const one of (schema.allOf as unknown[] | undefined) ?? []) found.push(...faults(one, value, where));
  const types = [schema.type].flat().filter((type) => type !== undefined);
  if (types.length > 0 && !types.some((type) => isOf(String(type), value))) return [`${where}: is no ${types.join()}`];
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) found.push(`${where}: not in enum`);
  if (typeof value === "string") {
    if (typeof schema.pattern === "string" && !new RegExp(schema.pattern, "u").test(value))
      found.push(`${where}: pattern`);
    if (value.length < Number(schema.minLength ?? 0) || value.length > Number(schema.maxLength ?? Infinity))
      found.push(`${where}: length`);
  }
  if (
    typeof value === "number" &&
    (value < Number(schema.minimum ?? -Infinity) || value > Number(schema.maximum ?? Infinity))
  )
    found.push(`${where}: range`);
  if (Array.isArray(value)) {
    if (value.length < Number(schema.minItems ?? 0) || value.length > Number(schema.maxItems ?? Infinity))
      found.push(`${where}: count`);
    for (const [n, item] of value.entries()) found.push(...faults(schema.items, item, `${where}/${n}`));
  }
  if (isNode(value)) {
    const properties = (schema.properties ?? {}) as Node;
    for (const name of (schema.required as string[] | undefined) ?? [])
      if (!(name in value)) found.push(`${where}/${name}: missing`);
    for (const [name, member] of Object.entries(value)) {
      if (name in properties) found.push(...faults(properties[name], member, `${where}/${name}`));
      else if (schema.additionalProperties === false) found.push(`${where}/${name}: unknown`);
    }
  }
  return found;
}
function isOf(type: string, value: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isNode(value);
  return type === "integer" ? Number.isInteger(value) : typeof value === type;
}

type Content = { readonly content: Record<string, { readonly schema: unknown }> };
const contentAt = (path: string, method: string, ...members: readonly string[]): unknown => {
  const operation: unknown = document.paths[path]?.[method];
  const found = members.reduce<unknown>((here, member) => (isNode(here) ? here[member] : undefined), operation);
  return Object.values((found as Content).content)[0]?.schema;
};
const schemaOf = (path: string, method: string, status: string): unknown =>
  contentAt(path, method, "responses", status);
const bodyOf = (path: string): unknown => contentAt(path, "post", "requestBody");

describe("the document", () => {
  it("is OpenAPI 3.1, and every reference leads somewhere", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(refs.length).toBeGreaterThan(10);
    for (const ref of refs) expect(isNode(at(ref)), ref).toBe(true);
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const operation of Object.values(methods)) {
        expect(operation, path).toMatchObject({
          operationId: expect.any(String),
          summary: expect.any(String),
          responses: expect.any(Object),
        });
        for (const name of [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])) {
          expect(operation.parameters, path).toContainEqual(
            expect.objectContaining({ in: "path", name, required: true }),
          );
        }
      }
    }
    expect(document.components.securitySchemes).toMatchObject({ bearer: { type: "http", scheme: "bearer" } });
  });

  it("lists every route there is, and only those", () => {
    const served = s
      .open()
      .routes.filter((route) => route.method !== "ALL" && route.path.startsWith("/api/v1/"))
      .map((route) => `${route.method} ${route.path.slice("/api/v1".length).replace(/:(\w+)/g, "{$1}")}`)
      .filter((route) => route !== "GET /openapi.json");
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual([...new Set(served)].sort());
  });

  it("takes the requests that are taken, refuses what is refused", () => {
    const schema = bodyOf("/dossiers");
    expect(faults(schema, stay([guest(1)]))).toEqual([]);
    expect(faults(schema, residence())).toEqual([]);
    for (const wrong of [
      stay([]),
      stay([guest(1, { sex: "X" })]),
      stay([guest(1, { more: 1 })]),
      residence({ declaration: false }),
      { ...residence(), procedure: "x" },
    ]) {
      expect(faults(schema, wrong).length).toBeGreaterThan(0);
    }
    expect(faults(bodyOf("/dossiers/{code}/acts"), { act: "withdrawn", reason: "x" })).toEqual([]);
    expect(faults(bodyOf("/dossiers/{code}/acts"), { act: "decided", reason: "x" }).length).toBeGreaterThan(0);
  });

  it("says truly what is answered", async () => {
    const app = s.open();
    const headers = (token: string, key: string) => ({
      "content-type": "application/json",
      "idempotency-key": key,
      authorization: `Bearer ${token}`,
    });
    const filings = [
      { token: s.keys.hotel, body: stay([guest(1), guest(2)]) },
      { token: s.keys.citizen, body: residence() },
    ];
    for (const { token, body } of filings) {
      const filed = await app.request("/api/v1/dossiers", {
        method: "POST",
        headers: headers(token, "truth"),
        body: JSON.stringify(body),
      });
      const receipt = await filed.json();
      expect(faults(schemaOf("/dossiers", "post", "201"), receipt)).toEqual([]);
      const own = await (
        await app.request(`/api/v1/dossiers/${receipt.code}`, { headers: headers(token, "x") })
      ).json();
      expect(faults(at("#/components/schemas/Dossier"), own)).toEqual([]);
      expect(
        faults(
          at("#/components/schemas/PublicDossier"),
          await (await app.request(`/api/v1/dossiers/${receipt.code}`)).json(),
        ),
      ).toEqual([]);
    }
    const refused = await app.request("/api/v1/dossiers", {
      method: "POST",
      headers: headers(s.keys.hotel, "y"),
      body: JSON.stringify(stay([guest(3, { sex: "X" })])),
    });
    expect(faults(at("#/components/schemas/Problem"), await refused.json())).toEqual([]);
    for (const query of ["", "?lang=vi"]) {
      expect(
        faults(schemaOf("/procedures", "get", "200"), await (await app.request(`/api/v1/procedures${query}`)).json()),
      ).toEqual([]);
      for (const key of ["stay-notification", "temporary-residence", "seal-new"]) {
        expect(
          faults(
            at("#/components/schemas/Procedure"),
            await (await app.request(`/api/v1/procedures/${key}${query}`)).json(),
          ),
        ).toEqual([]);
      }
    }
    const reckoned = await app.request("/api/v1/calculations/deadline", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"from":"2026-11-23","count":1,"unit":"working-day"}',
    });
    expect(faults(schemaOf("/calculations/{name}", "post", "200"), await reckoned.json())).toEqual([]);
  });

  it("its own examples have the shape they are examples of", () => {
    let seen = 0;
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      for (const example of (schema.examples as unknown[] | undefined) ?? []) {
        seen += 1;
        expect(faults(schema, example), name).toEqual([]);
      }
    }
    expect(seen).toBeGreaterThan(2);
    expect(PDF).toMatch(/^[A-Za-z0-9+/]+=*$/);
  });
});
