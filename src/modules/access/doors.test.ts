import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clearedSessionCookie,
  localPath,
  readSessionCookie,
  readSignInCookie,
  sessionCookie,
  signInCookie,
  signInFailureText,
} from "./index.ts";

describe("a path to return to", () => {
  test.each([
    ["/", "/"],
    ["/ho-so/1?trang=2#cuoi", "/ho-so/1?trang=2#cuoi"],
    ["/a/../b", "/b"],
    ["/tra-cuu?q=Ân", "/tra-cuu?q=%C3%82n"],
    ["/%2F%2Fevil.example", "/%2F%2Fevil.example"],
  ])("%j leads to %j", (value, path) => expect(localPath(value)).toBe(path));

  test.each([
    null,
    undefined,
    "",
    "ho-so",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    " //evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "/%2e//evil.example",
    "http:/evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    `/${"a".repeat(2_000)}`,
  ])("%j leads nowhere", (value) => expect(localPath(value)).toBe(null));

  // Goal: whatever a browser is given, it stays here. Method: mixtures of the characters that confuse parsers.
  test("never leaves the site, whatever the value", () => {
    const part = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "%2f",
      "%5c",
      ":",
      "@",
      "evil.example",
      "\t",
      "\n",
      "?",
      "#",
      "a",
      "\u0000",
      "／",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const path = localPath(`/${parts.join("")}`);
        if (path === null) return;
        expect(new URL(path, "https://motcua.example").origin).toBe("https://motcua.example");
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("cookies", () => {
  const token = "A".repeat(43);

  test("cannot be read by script, sent by other sites' forms, or set by other hosts", () => {
    expect(sessionCookie(token, { secure: false })).toBe(`motcua_session=${token}; Path=/; HttpOnly; SameSite=Lax`);
    expect(sessionCookie(token, { secure: true })).toBe(
      `__Host-motcua_session=${token}; Path=/; HttpOnly; SameSite=Lax; Secure`,
    );
    expect(signInCookie(token, { secure: true })).toMatch(/^__Host-motcua_sign_in=.*; Secure$/);
    expect(clearedSessionCookie({ secure: false })).toMatch(/^motcua_session=; .*Max-Age=0$/);
  });

  test("are read back by their whole name only", () => {
    const header = `x=1; motcua_session=${token}; y=2`;
    expect(readSessionCookie(header, { secure: false })).toBe(token);
    expect(readSessionCookie(header, { secure: true }), "over https only the protected name counts").toBe(null);
    expect(readSessionCookie(`not_motcua_session=${token}`, { secure: false })).toBe(null);
    expect(readSessionCookie("motcua_session=short", { secure: false })).toBe(null);
    expect(readSessionCookie(null, { secure: false })).toBe(null);
    expect(readSignInCookie(header, { secure: false })).toBe(null);
  });
});

test("each failure has a sentence in both languages", () => {
  const said = signInFailureText({ tag: "no-post", signOutUrl: null });
  expect(said.vi).toMatch(/chưa được phân công/);
  expect(said.en).toMatch(/not assigned/);
});
