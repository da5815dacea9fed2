import { Hono } from "hono";
import { beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../kernel/text.ts";
import type { Vars, WebDeps } from "../context.ts";
import { lawChangePages } from "./law-changes.tsx";

/** The page alone: it asks the house only for the clock, told outages, and whether this is a demonstration. */
const deps = {
  clock: { now: () => Date.parse("2026-11-23T03:00:00Z") },
  settings: { demo: false },
  workingTime: { outages: { told: async () => [] } },
} as unknown as WebDeps;
const app = new Hono<{ Variables: Vars }>();
const ask = (query: string, lang: Language = "vi") =>
  app.request(`/phap-luat/thay-doi${query}`, { headers: { "x-lang": lang } });

beforeAll(() => {
  app.use(async (c, next) => {
    c.set("lang", c.req.header("x-lang") === "en" ? "en" : "vi");
    c.set("session", null);
    await next();
  });
  app.route("/", lawChangePages(deps));
});

describe("the page of what changed", () => {
  it("asks for two days, a year apart, and shows nothing yet", async () => {
    const page = await (await ask("")).text();
    expect(page).toContain('name="tu.year"');
    expect(page).toContain('value="2025"');
    expect(page).not.toContain("<table");
  });

  it("makes typed days an address", async () => {
    const answer = await ask("?tu.day=30&tu.month=6&tu.year=2026&den.day=1&den.month=7&den.year=2026");
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toContain("/phap-luat/thay-doi?tu=2026-06-30&den=2026-07-01");
  });

  it("shows old, new and the text, in both languages", async () => {
    const page = await (await ask("?tu=2025-06-30&den=2025-07-01")).text();
    expect(page).toContain("50.000 đ");
    expect(page).toContain("25.000 đ");
    expect(page).toContain("64/2025/TT-BTC");
    expect(page).toContain("phan=");
    expect(await (await ask("?tu=2025-06-30&den=2025-07-01", "en")).text()).toContain("Registration tax".toLowerCase());
  });

  it("names what changed in words, with its key below", async () => {
    const vi = await (await ask("?tu=2025-12-31&den=2026-01-01")).text();
    expect(vi).toMatch(
      /Đăng ký lần đầu, cấp biển số: ô tô khác, khu vực I<br\/?><small[^>]*>first-registration-with-plate/,
    );
    const en = await (await ask("?tu=2025-12-31&den=2026-01-01", "en")).text();
    expect(en).toContain("First registration with a plate: other car, area I<br");
  });

  it("shows the communes of one province at a time", async () => {
    const all = await (await ask("?tu=2025-06-30&den=2025-07-01")).text();
    const one = await (
      await ask(`?tu=2025-06-30&den=2025-07-01&phan=${encodeURIComponent("Thành phố Hà Nội")}`)
    ).text();
    expect(all).not.toContain("Phường Ngọc Hà, Thành phố Hà Nội");
    expect(one).toContain("Phường Ngọc Hà, Thành phố Hà Nội");
    expect(one).not.toContain("Phường Sài Gòn, Thành phố Hồ Chí Minh");
  });

  it("says that nothing changed on one day, and what is wrong with a day that is none", async () => {
    expect(await (await ask("?tu=2026-07-01&den=2026-07-01")).text()).toContain("không có gì khác nhau");
    for (const query of [
      "?tu=2026-02-30&den=2026-07-01",
      "?tu.day=&tu.month=&tu.year=&den.day=1&den.month=7&den.year=2026",
    ]) {
      const answer = await ask(query);
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain("ngày có thật");
    }
  });

  it("shows what was typed as text", async () => {
    expect(await (await ask(`?tu=${encodeURIComponent('"><script>x</script>')}&den=2026-07-01`)).text()).not.toContain(
      "<script>x",
    );
  });
});
