import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { workbookParts, zipOf } from "../../src/modules/sheets/zip-in-tests.ts";
import { type Browser, openBrowser, type Page, signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import {
  answerAll,
  begin,
  codeOf,
  draftOf,
  formWith,
  headingOf,
  problemsOf,
  sendDraft,
  sendFiles,
  textOf,
} from "../support/portal.ts";
import { smallPdf, smallPng } from "../support/samples.ts";

/** What people, broken programs and ill-wishers send: each gets a sentence in their language, and nothing is lost or run. */

let house: TestHouse;
let owner: pg.Client;
let citizen: Browser;

beforeAll(async () => {
  house = await testHouse();
  owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await house?.close();
});
beforeEach(async () => {
  citizen = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/" });
});

/** 60 MB of one letter, packed into some 60 KB, under the name of a list of guests. */
const ZIP_BOMB = zipOf(
  workbookParts(
    `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${"A".repeat(60 * 1024 * 1024)}</t></is></c></row></sheetData></worksheet>`,
  ),
);
const LANGUAGES = ["", "/en"] as const;
const SCRIPT = `<script>globalThis.ran=1;alert(1)</script>"><img src=x onerror="globalThis.ran=1;alert(2)">'`;
const ADDRESS = {
  "target-address.province": "79",
  "target-address.commune": "26740",
  "target-address.line": "Số 45/3 đường Nguyễn Huệ",
};
const until = new Date(Date.now() + 200 * 86_400_000);
const TERM = {
  "stay-until.day": String(until.getUTCDate()),
  "stay-until.month": String(until.getUTCMonth() + 1),
  "stay-until.year": String(until.getUTCFullYear()),
};
const RESIDENCE = {
  registrant: { registrant: "self" },
  person: {},
  contact: {},
  address: ADDRESS,
  dwelling: { "dwelling-ground": "rent" },
  owner: { "owner-consent": "contract" },
  household: { household: "own-head" },
  term: TERM,
  request: {},
  fee: {},
  declaration: { declaration: "true" },
};

const beginResidence = (): Promise<Page> => begin(citizen, "temporary-residence");
/** A page of a draft in a language. */
const at = (draft: string, prefix: string, step: string): Promise<Page> => citizen.get(`${prefix}${draft}/${step}`);
const answer = (page: Page, fields: Readonly<Record<string, string>>): Promise<Page> =>
  page.submit({ form: formWith(page, "_shown"), fields });
/** A sentence a person can act on: in their language, no code, no stack. */
function expectSentence(page: Page, prefix: string, said: { readonly vi: string; readonly en: string }): void {
  const lang = prefix === "" ? "vi" : "en";
  expect(page.html).toMatch(new RegExp(`<html [^>]*lang="${lang}"`));
  expect(textOf(page.html)).toContain(said[lang]);
  expect(page.html).not.toMatch(/at \S+ \(.*\.tsx?:\d+/);
}

describe("answers that cannot be right", () => {
  test.each(LANGUAGES)("a wrong person number (%s)", async (prefix) => {
    const draft = draftOf(await beginResidence());
    await answer(await at(draft, "", "trang/household"), { household: "join" });
    const head = {
      "head-name": "Phạm Quốc Bảo",
      "relation-to-head": "other",
      "head-number": "07907005607",
      "head-consent": "vneid",
    };
    const page = await answer(await at(draft, prefix, "trang/head"), head);
    expect(page.status).toBe(422);
    expectSentence(page, prefix, {
      vi: "Số định danh cá nhân của chủ hộ phải gồm đúng 12 chữ số",
      en: "The head's personal number must be exactly 12 digits",
    });
    expect(page.html).toContain('value="07907005607"');
    expect(page.html).toContain('value="Phạm Quốc Bảo"');
  });

  test.each(LANGUAGES)("an impossible date (%s)", async (prefix) => {
    const draft = draftOf(await beginResidence());
    const page = await answer(await at(draft, prefix, "trang/term"), {
      "stay-until.day": "31",
      "stay-until.month": "02",
      "stay-until.year": "2027",
    });
    expect(page.status).toBe(422);
    expectSentence(page, prefix, { vi: "phải là một ngày có thật", en: "must be a real date" });
    expect(page.html).toMatch(/name="stay-until\.day"[^>]*value="31"/);
  });

  test.each(LANGUAGES)("a name of 10,000 characters (%s)", async (prefix) => {
    const draft = draftOf(await beginResidence());
    await answer(await at(draft, "", "trang/dwelling"), { "dwelling-ground": "rent" });
    await answer(await at(draft, "", "trang/owner"), { "owner-consent": "letter" });
    const name = "Nguyễn ".repeat(1429).trim();
    const page = await answer(await at(draft, prefix, "trang/owner"), {
      "owner-consent": "letter",
      "owner-name": name,
    });
    expect(page.status).toBe(422);
    expectSentence(page, prefix, { vi: "chỉ nhận tối đa 100 ký tự", en: "at most 100 can be taken" });
    expect(page.html).toContain(name);
  });

  test("broken UTF-8 and a zero character are asked again, not stored", async () => {
    const draft = draftOf(await beginResidence());
    const page = await at(draft, "", "trang/request");
    const token = page.forms[formWith(page, "_shown")]?.fields.find(([name]) => name === "_csrf")?.[1] ?? "";
    for (const bytes of ["%FF%FE%C3%28", "a%00b", "%ED%A0%80"]) {
      const target = new URL(`${draft}/trang/request`, house.url);
      const response = await fetch(target, {
        method: "POST",
        redirect: "manual",
        headers: { "content-type": "application/x-www-form-urlencoded", cookie: citizen.jar.header(target) },
        body: `_csrf=${encodeURIComponent(token)}&_shown=request-text&request-text=${bytes}`,
      });
      const html = await response.text();
      expect(response.status, bytes).toBe(422);
      expect(textOf(html), bytes).toContain("có ký tự không đọc được");
    }
    expect((await at(draft, "", "trang/request")).status).toBe(200);
  });

  test("zero characters and endless words in addresses are answered like any other", async () => {
    for (const address of [
      "/thu-tuc?q=%00",
      "/tra-cuu?ma=%00",
      "/tra-cuu?ma=G01.079.1X-261123-01%00",
      "/ho-so?q=%00",
      "/ho-so/%00",
      "/nhap/%00",
      "/du-lieu-cua-toi?trang=%00",
      `/thu-tuc?q=${"a".repeat(5000)}`,
      "/thu-tuc?q=%FF%FE",
    ]) {
      const page = await citizen.get(address);
      expect([200, 404], address).toContain(page.status);
      expect(headingOf(page), address).not.toBe("");
    }
    const officer = await signInAs(house.url, "can-bo-sai-gon-tiep-nhan", { start: "/dang-nhap/can-bo?ve=/office" });
    for (const address of [
      "/office?q=%00",
      "/office?trang=-1",
      "/office/ho-so/%00",
      "/office/luu-tru?q=%00",
      "/office/con-dau?q=%00",
      "/office/doi-soat?q=%00",
    ]) {
      const page = await officer.get(address);
      expect([200, 404], address).toContain(page.status);
    }
  });

  test("script in every field is kept as words and shown as words", { timeout: 30_000 }, async () => {
    const residence = await answerAll(await beginResidence(), {
      ...RESIDENCE,
      contact: {},
      address: { ...ADDRESS, "target-address.line": SCRIPT },
      request: { "request-text": SCRIPT },
    });
    const lease = { field: "lawful-dwelling", name: `${SCRIPT.replaceAll("/", "")}.png`, bytes: smallPng(99) };
    const code = codeOf(await sendDraft(citizen, residence, [lease]));
    const officer = await signInAs(house.url, "can-bo-sai-gon-tiep-nhan", { start: "/dang-nhap/can-bo?ve=/office" });
    for (const page of [
      await citizen.get(`/ho-so/${code}`),
      await citizen.get("/ho-so"),
      await officer.get(`/office/ho-so/${code}`),
      await officer.get("/office"),
    ]) {
      expect(page.status).toBe(200);
      expect(page.html).not.toContain("<script>globalThis");
      expect(page.html).not.toContain("<img src=x");
    }
    expect((await officer.get(`/office/ho-so/${code}`)).html).toContain("&lt;script&gt;globalThis");
    const { rows } = await owner.query("select answers->>'request-text' as text from dossiers where code = $1", [code]);
    expect(rows).toEqual([{ text: SCRIPT }]);

    // Names are letters: the script comes back as typed, in its box and nowhere else.
    const draft = draftOf(await beginResidence());
    await answer(await at(draft, "", "trang/dwelling"), { "dwelling-ground": "rent" });
    await answer(await at(draft, "", "trang/owner"), { "owner-consent": "letter" });
    const refused = await answer(await at(draft, "", "trang/owner"), {
      "owner-consent": "letter",
      "owner-name": SCRIPT,
    });
    expect(refused.status).toBe(422);
    expect(refused.html).not.toContain("<script>globalThis");
    for (const address of [
      `/thu-tuc?q=${encodeURIComponent(SCRIPT)}`,
      `/tra-cuu?ma=${encodeURIComponent(SCRIPT)}`,
      `/ho-so?q=${encodeURIComponent(SCRIPT)}`,
      `/${encodeURIComponent(SCRIPT)}`,
    ]) {
      expect((await citizen.get(address)).html, address).not.toMatch(/<script>globalthis|<img src=x/i);
    }
  });
});

describe("files", () => {
  const toPapers = async (): Promise<Page> => answerAll(await beginResidence(), RESIDENCE);
  const formOf = (page: Page): number => page.forms.findIndex((form) => form.action === "");

  test("400 MB are answered with a sentence, in bounded memory, and the paper kept before stays", {
    timeout: 120_000,
  }, async () => {
    const papers = await toPapers();
    const kept = await sendFiles(
      citizen,
      papers,
      formOf(papers),
      [{ field: "lawful-dwelling", name: "hop-dong.pdf", bytes: smallPdf("lease") }],
      { _upload: "1" },
    );
    expect(kept.html).toContain("hop-dong.pdf");
    for (const prefix of LANGUAGES) {
      const page = await at(draftOf(papers), prefix, "giay-to");
      const token = page.forms[formOf(page)]?.fields.find(([name]) => name === "_csrf")?.[1] ?? "";
      const before = memory();
      let most = 0;
      const watch = setInterval(() => {
        most = Math.max(most, memory() - before);
      }, 20);
      const target = new URL(`${prefix}${draftOf(papers)}/giay-to`, house.url);
      const response = await fetch(target, {
        method: "POST",
        redirect: "manual",
        headers: { "content-type": "multipart/form-data; boundary=xyz", cookie: citizen.jar.header(target) },
        body: largeUpload(token, 400),
        duplex: "half",
      } as RequestInit);
      const html = await response.text();
      clearInterval(watch);
      expect([413, 422]).toContain(response.status);
      expect(textOf(html)).toContain(
        prefix === ""
          ? "“phim.pdf” lớn hơn 20 MB nên chưa nhận được"
          : "“phim.pdf” is larger than 20 MB and was not taken",
      );
      expect(html).toContain("hop-dong.pdf");
      expect(most / 1024 / 1024, "megabytes held while 400 went by").toBeLessThan(250);
    }
  });

  test("an upload larger than all patience is ended, and the house goes on", { timeout: 120_000 }, async () => {
    const page = await toPapers();
    const token = page.forms[formOf(page)]?.fields.find(([name]) => name === "_csrf")?.[1] ?? "";
    const target = new URL(`${draftOf(page)}/giay-to`, house.url);
    const outcome = await fetch(target, {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=xyz", cookie: citizen.jar.header(target) },
      body: largeUpload(token, 400),
      duplex: "half",
    } as RequestInit).then(
      (response) => response.status,
      () => "ended",
    );
    expect(["ended", 413, 422]).toContain(outcome);
    expect((await citizen.get("/thu-tuc")).status).toBe(200);
    expect((await at(draftOf(page), "", "giay-to")).status).toBe(200);
  });

  test.each(LANGUAGES)("a renamed executable is told by its content (%s)", async (prefix) => {
    const papers = await at(draftOf(await toPapers()), prefix, "giay-to");
    const program = Buffer.concat([Buffer.from("MZ\x90\x00\x03\x00\x00\x00", "latin1"), Buffer.alloc(500)]);
    const page = await sendFiles(citizen, papers, formOf(papers), [
      { field: "lawful-dwelling", name: "hop-dong.pdf", bytes: program, type: "application/pdf" },
      { field: "lawful-dwelling", name: "anh.png", bytes: smallPng(20), type: "image/png" },
    ]);
    expect(page.status).toBe(422);
    expectSentence(page, prefix, {
      vi: "Tệp “hop-dong.pdf”: Tệp này không phải là PDF hoặc ảnh",
      en: "File “hop-dong.pdf”: This file is not a PDF or a JPEG",
    });
    // The right one beside it is kept.
    expect((await at(draftOf(papers), prefix, "giay-to")).html).toContain("anh.png");
  });

  test("pages and scripts that call themselves pictures are not taken", async () => {
    const papers = await toPapers();
    for (const [name, content] of [
      ["anh.png", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"],
      ["giay.pdf", "<!doctype html><script>alert(1)</script>"],
      ["giay.pdf", "#!/bin/sh\necho hello %PDF-1.4"],
      ["giay.pdf", ""],
    ] as const) {
      const page = await sendFiles(citizen, papers, formOf(papers), [
        { field: "lawful-dwelling", name, bytes: Buffer.from(content) },
      ]);
      expect(page.status, content).toBe(422);
      expect(problemsOf(page).length, content).toBe(1);
    }
  });

  test.each(LANGUAGES)("a workbook that unpacks into more than it says is refused (%s)", async (prefix) => {
    const hotel = await signInAs(house.url, "to-chuc-song-huong", { start: "/dang-nhap?ve=/" });
    const guests = await answerAll(await begin(hotel, "stay-notification"), { host: {}, place: {} });
    const upload = await hotel.get(`${prefix}${draftOf(guests)}/trang/guests/tep`);
    const started = performance.now();
    const page = await sendFiles(hotel, upload, formOf(upload), [
      { field: "tep", name: "khach.xlsx", bytes: ZIP_BOMB },
    ]);
    expect(page.status).toBe(422);
    expect(page.html).toMatch(prefix === "" ? /<html [^>]*lang="vi"/ : /<html [^>]*lang="en"/);
    expect(problemsOf(page)[0]?.length).toBeGreaterThan(30);
    expect(performance.now() - started).toBeLessThan(3_000);
    expect((await hotel.get(`${prefix}${draftOf(guests)}/trang/guests`)).status).toBe(200);
  });

  test("a body that is no form, and one that breaks off, harm nobody", async () => {
    const page = await toPapers();
    const target = new URL(`${draftOf(page)}/giay-to`, house.url);
    const headers = { cookie: citizen.jar.header(target) };
    for (const [type, body] of [
      [
        "multipart/form-data; boundary=xyz",
        '--xyz\r\ncontent-disposition: form-data; name="lawful-dwelling"; filename="a.pdf"\r\n\r\n%PDF-1.4',
      ],
      ["multipart/form-data", "no boundary"],
      ["multipart/form-data; boundary=xyz", "total nonsense"],
      ["application/json", "{"],
    ] as const) {
      const response = await fetch(target, {
        method: "POST",
        body,
        headers: { ...headers, "content-type": type },
        redirect: "manual",
      });
      expect(response.status, `${type} ${body.slice(0, 20)}`).toBeGreaterThanOrEqual(400);
      expect(response.status, `${type} ${body.slice(0, 20)}`).toBeLessThan(500);
      expect(textOf(await response.text()).length).toBeGreaterThan(50);
    }
  });
});

describe("sessions, tokens and the back button", () => {
  test.each(LANGUAGES)("a stale form token keeps what was typed and does nothing (%s)", async (prefix) => {
    const draft = draftOf(await beginResidence());
    const page = await at(draft, prefix, "trang/request");
    const stale = await answer(page, { _csrf: "of-an-earlier-session", "request-text": "Xin được giải quyết sớm" });
    expect(stale.status).toBe(403);
    expectSentence(stale, prefix, {
      vi: "Phiên làm việc đã thay đổi nên chưa lưu trang này.",
      en: "Your session has changed, so this page was not saved.",
    });
    expect(stale.html).toContain("Xin được giải quyết sớm");
    expect((await at(draft, prefix, "trang/request")).html).not.toContain("Xin được giải quyết sớm");
    const again = await answer(stale, {});
    expect(again.status).toBe(200);
    expect((await at(draft, prefix, "trang/request")).html).toContain("Xin được giải quyết sớm");
  });

  test.each(LANGUAGES)(
    "a session that ended while somebody typed: the answers wait behind the sign-in (%s)",
    async (prefix) => {
      const draft = draftOf(await beginResidence());
      const page = await at(draft, prefix, "trang/request");
      await owner.query("update sessions set expires_at = now() - interval '1 second'");
      const away = await answer(page, { "request-text": "Đã gõ rất lâu" });
      expect(away.way.some((step) => step.includes("/dang-nhap"))).toBe(true);
      expect(away.url.pathname).toBe(`${prefix}${draft}/trang/request`);
      expectSentence(away, prefix, {
        vi: "Đây là thông tin ông/bà nhập trước khi phiên đăng nhập kết thúc.",
        en: "This is what you typed before the session ended.",
      });
      expect(away.html).toContain("Đã gõ rất lâu");
      expect((await answer(away, {})).status).toBe(200);
    },
  );

  test("the back button after sending shows the dossier; sending again makes no second one", {
    timeout: 30_000,
  }, async () => {
    const papers = await answerAll(await beginResidence(), RESIDENCE);
    const check = await sendFiles(
      citizen,
      papers,
      papers.forms.findIndex((form) => form.action === ""),
      [{ field: "lawful-dwelling", name: "a.png", bytes: smallPng(7) }],
    );
    const code = codeOf(await sendDraft(citizen, check));
    const count = async () => (await owner.query("select count(*)::int as n from dossiers")).rows[0].n;
    const before = await count();
    const again = await sendDraft(citizen, check);
    expect(codeOf(again)).toBe(code);
    for (const step of ["kiem-tra", "trang/registrant", "giay-to", ""]) {
      const back = await citizen.get(`${draftOf(check)}/${step}`.replace(/\/$/, ""));
      expect(back.url.pathname, step).toBe(`/ho-so/${code}`);
    }
    expect(await count()).toBe(before);
  });

  test("signing in never leads to another house", async () => {
    for (const elsewhere of [
      "//evil.example/",
      "https://evil.example/",
      "/\\evil.example",
      "javascript:alert(1)",
      "\t//evil.example",
    ]) {
      const browser = openBrowser(house.url);
      const page = await signInAs(house.url, "cong-dan-ha", {
        start: `/dang-nhap?ve=${encodeURIComponent(elsewhere)}`,
        browser,
      });
      expect((await browser.get("/ho-so")).status).toBe(200);
      expect(page).toBe(browser);
    }
  });
});

describe("what is not there, or not theirs", () => {
  test.each(LANGUAGES)(
    "unknown pages and other people's dossiers, drafts, papers (%s)",
    { timeout: 30_000 },
    async (prefix) => {
      const papers = await answerAll(await beginResidence(), RESIDENCE);
      const draft = draftOf(await beginResidence());
      const code = codeOf(
        await sendDraft(citizen, papers, [{ field: "lawful-dwelling", name: "a.png", bytes: smallPng(7) }]),
      );
      const sha = /\/tep\/([0-9a-f]{64})/.exec((await citizen.get(`/ho-so/${code}`)).html)?.[1] ?? "";
      expect((await citizen.get(`/ho-so/${code}/tep/${sha}`)).status).toBe(200);

      const other = await signInAs(house.url, "cong-dan-ha", { start: "/dang-nhap?ve=/" });
      const officer = await signInAs(house.url, "can-bo-thuan-hoa-lanh-dao", { start: "/dang-nhap/can-bo?ve=/office" });
      const theirs = [
        `/ho-so/${code}`,
        `/ho-so/${code}/da-nop`,
        `/ho-so/${code}/thanh-toan`,
        `/ho-so/${code}/thanh-toan/tinh-trang`,
        `/ho-so/${code}/bo-sung`,
        `/ho-so/${code}/rut`,
        `/ho-so/${code}/danh-gia`,
        `/ho-so/${code}/ket-qua.pdf`,
        `/ho-so/${code}/giay/1.pdf`,
        `/ho-so/${code}/tep/${sha}`,
        draft,
        `${draft}/trang/person`,
        `${draft}/kiem-tra`,
        `${draft}/giay-to`,
        `${draft}/tep/${sha}`,
      ];
      for (const address of theirs) {
        const page = await other.get(`${prefix}${address}`);
        expect(page.status, address).toBe(404);
        expectSentence(page, prefix, { vi: "Không tìm thấy trang", en: "Page not found" });
        expect(page.html).not.toContain("Trần Văn Minh");
      }
      expect((await officer.get(`${prefix}/office/ho-so/${code}`)).status).toBe(404);
      for (const address of [
        "/khong-co-trang-nay",
        "/thu-tuc/khong-co",
        "/thu-tuc/khong-co/bat-dau",
        "/ho-so/G01.079.1X-261123-999999",
        "/nhap/00000000-0000-4000-8000-000000000000",
        `${draft}/trang/khong-co`,
        "/ho-so/abc",
      ]) {
        const page = await citizen.get(`${prefix}${address}`);
        expect(page.status, address).toBe(404);
        expectSentence(page, prefix, { vi: "Không tìm thấy trang", en: "Page not found" });
      }
    },
  );

  test("tricks with paths lead nowhere", async () => {
    for (const path of [
      "/assets/../package.json",
      "/assets/..%2f..%2fpackage.json",
      "/assets/%2e%2e/%2e%2e/package.json",
      "/ho-so/..%2f..%2f..%2fetc%2fpasswd",
      "/nhap/..%2f..%2fetc",
      "/ho-so/%2e%2e/%2e%2e/secrets.json",
      "//etc/passwd",
      "/ho-so/%",
      "/ho-so/%E0%A4%A",
      `/${"a".repeat(8000)}`,
    ]) {
      const { status, body } = await rawGet(path);
      expect(status, path).toBeGreaterThanOrEqual(300);
      expect(status, path).toBeLessThan(500);
      expect(body, path).not.toMatch(/"dependencies"|root:x:/);
    }
  });
});

const memory = (): number => {
  const { external, heapUsed } = process.memoryUsage();
  return external + heapUsed;
};

/** A multipart body of so many megabytes, made as it is read. */
function largeUpload(token: string, megabytes: number): ReadableStream<Uint8Array> {
  const head = `--xyz\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n--xyz\r\ncontent-disposition: form-data; name="lawful-dwelling"; filename="phim.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.4\n`;
  const block = new Uint8Array(1024 * 1024).fill(65);
  let sent = -1;
  return new ReadableStream({
    pull(controller) {
      if (sent < 0) controller.enqueue(new TextEncoder().encode(head));
      else if (sent < megabytes) controller.enqueue(block);
      else {
        controller.enqueue(new TextEncoder().encode("\r\n--xyz--\r\n"));
        controller.close();
      }
      sent += 1;
    },
  });
}

/** A request whose path goes out as it is: fetch would tidy it. */
async function rawGet(path: string): Promise<{ status: number; body: string }> {
  const { request } = await import("node:http");
  const { hostname, port } = new URL(house.url);
  return new Promise((done, failed) => {
    request(
      {
        hostname: hostname === "localhost" ? "127.0.0.1" : hostname,
        port,
        path,
        headers: { host: `${hostname}:${port}` },
      },
      (response) => {
        let body = "";
        response.on("data", (part) => {
          body += String(part);
        });
        response.on("end", () => done({ status: response.statusCode ?? 0, body }));
      },
    )
      .on("error", failed)
      .end();
  });
}
