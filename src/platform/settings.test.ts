import { describe, expect, it } from "vitest";
import { readSettings } from "./settings.ts";
import { Trouble } from "./trouble.ts";

const signIn = { OIDC_ISSUER: "https://id.example.vn", OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" };

describe("settings", () => {
  it.each([
    ["nothing is set", {}, true],
    ["an identity provider is set", signIn, false],
    ["the door is open to the network", { HOST: "0.0.0.0" }, false],
    ["the public address is not this machine", { PUBLIC_URL: "https://motcua.example.vn" }, false],
    ["it is asked for", { ...signIn, DEMO: "on" }, true],
    ["it is refused", { DEMO: "off" }, false],
  ])("when %s, a trial run is as the rule says", (_when, env, demo) => {
    expect(readSettings(env).demo).toBe(demo);
  });

  it("name what is wrong without repeating its value, which may be a secret", () => {
    const wrong = () => readSettings({ PORT: "many", BANK_CALLBACK_SECRET: "tooshort" });
    expect(wrong).toThrow(Trouble);
    expect(wrong).toThrow(/PORT.*BANK_CALLBACK_SECRET/);
    expect(wrong).not.toThrow(/tooshort/);
  });

  it("count an empty value as not set", () => {
    expect(readSettings({ PORT: "", DATABASE_URL: "" })).toMatchObject({ port: 3000, databaseUrl: null });
  });

  it("name the transparency log after the public address, and refuse a name that no checkpoint could carry", () => {
    expect(readSettings({ PUBLIC_URL: "https://motcua.example.vn/" }).log.origin).toBe("motcua.example.vn/log");
    expect(readSettings({ LOG_ORIGIN: "log.example.vn" }).log.origin).toBe("log.example.vn");
    expect(() => readSettings({ LOG_ORIGIN: "two words" })).toThrow(/LOG_ORIGIN/);
    expect(() => readSettings({ LOG_CHECKPOINT_MINUTES: "0" })).toThrow(/LOG_CHECKPOINT_MINUTES/);
    expect(readSettings({ LOG_EARLIER_KEYS: " a  b " }).log.earlierKeys).toEqual(["a", "b"]);
  });
});

describe("a real installation", () => {
  const real = { DEMO: "off", PUBLIC_URL: "https://mot-cua.example" };
  const plain = {
    PUBLIC_URL: "http://mot-cua.example",
    BANK_API_URL: "http://bank.example/api",
    POPULATION_URL: "http://10.1.2.3/xroad",
    DATABASE_URL: "postgres://u:p@db.example/motcua",
    APP_DATABASE_URL: "postgres://u:p@db.example/motcua?sslmode=prefer",
  };

  it.each(Object.entries(plain))("refuses %s over a network in plain text", (name, url) => {
    expect(() => readSettings({ ...real, [name]: url })).toThrow(new RegExp(`\\b${name}\\b`));
    expect(() => readSettings({ ...real, [name]: url, DEMO: "on" })).not.toThrow();
  });

  it("takes encrypted addresses, this machine, a socket, and hosts of a closed network that it names", () => {
    for (const good of [
      { BANK_API_URL: "https://bank.example/api" },
      { BANK_API_URL: "http://127.0.0.1:9000" },
      { DATABASE_URL: "postgres://u:p@db.example/motcua?sslmode=verify-full" },
      { DATABASE_URL: "postgres://u:p@/motcua?host=/run/postgresql" },
      { POPULATION_URL: plain.POPULATION_URL, PLAIN_HOSTS: "other.example, 10.1.2.3" },
      { PUBLIC_URL: "http://localhost:3000" },
    ])
      expect(() => readSettings({ ...real, ...good }), JSON.stringify(good)).not.toThrow();
  });
});
