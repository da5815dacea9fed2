import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { type ActKind, actName } from "../../src/engine/state/index.ts";
import { smallPdf, smallPng } from "../support/samples.ts";
import type { Walker } from "../support/walk.ts";

/**
 * Temporary residence from the front page to the rating, once as a table: the same rows are walked with script, without
 * it and on a narrow phone.
 */
export type Role = "citizen" | "desk" | "lead" | "examiner" | "clerk";
export type Journey = {
  readonly house: string;
  /** What later steps need of earlier ones. */
  code: string;
  pdf: Buffer;
};
export type JourneyStep = {
  readonly who: Role;
  readonly does: string;
  readonly how: (w: Walker, journey: Journey) => Promise<void>;
};

export const OFFICERS: { readonly [R in Exclude<Role, "citizen">]: string } = {
  desk: "can-bo-sai-gon-tiep-nhan",
  lead: "can-bo-sai-gon-lanh-dao",
  examiner: "can-bo-sai-gon-thu-ly",
  clerk: "can-bo-sai-gon-van-thu",
};
const NEXT = "Lưu và tiếp tục";
const title = (w: Walker, words: string) =>
  expect.poll(() => w.page.locator("h1").first().textContent()).toContain(words);
const says = (w: Walker, words: string) => w.page.getByText(words).first().waitFor();

/** On the identity service's page: the button of an account. */
async function chooseAccount(w: Walker, subject: string): Promise<void> {
  await w.page.locator(`button[name="account"][value="${subject}"]`).click();
  await w.page.waitForURL((url) => !url.pathname.startsWith("/interaction"));
  await w.look();
}

const signsIn = (who: Exclude<Role, "citizen">): JourneyStep => ({
  who,
  does: "signs in at the officers' door",
  how: async (w) => {
    await w.go("/office");
    await title(w, "Đăng nhập cán bộ");
    await chooseAccount(w, OFFICERS[who]);
    await title(w, "Hồ sơ");
  },
});

/** A question page: its heading, the answer, and on to the next. */
const answers = (heading: string, how: (w: Walker) => Promise<void> = async () => {}): JourneyStep => ({
  who: "citizen",
  does: `answers “${heading}”`,
  how: async (w) => {
    await title(w, heading);
    await how(w);
    await w.press(NEXT);
  },
});

/** An act of an officer on the dossier's page: the fields of its form, named without the act, and its button. */
const acts = (
  who: Exclude<Role, "citizen">,
  act: ActKind,
  button: string,
  how: (w: Walker, name: (field: string) => string) => Promise<void> = async () => {},
): JourneyStep => ({
  who,
  does: `${button} (${act})`,
  how: async (w, journey) => {
    await w.go(`/office/ho-so/${journey.code}`);
    const form = w.page.locator(`#viec-${act}`);
    if (!(await form.isVisible())) await w.page.locator("details", { has: form }).locator("summary").first().click();
    await how(w, (field) => `${act}.${field}`);
    await w.press(button);
    await says(w, `Đã ghi nhận: ${actName(act).vi}.`);
  },
});

const stayUntil = new Date(Date.now() + 300 * 86_400_000);

export const temporaryResidenceJourney: readonly JourneyStep[] = [
  {
    who: "citizen",
    does: "finds the procedure without typing accents",
    how: async (w) => {
      await w.go("/");
      await w.page.getByRole("searchbox").or(w.page.locator('input[name="q"]')).first().fill("tam tru");
      await w.press("Tìm");
      await says(w, "cho “tam tru”");
      await w.follow("Đăng ký tạm trú");
      await title(w, "Đăng ký tạm trú");
      await says(w, "7.000 đ");
    },
  },
  {
    who: "citizen",
    does: "signs in and starts",
    how: async (w) => {
      await w.follow("Bắt đầu nộp hồ sơ");
      await title(w, "Đăng nhập bằng tài khoản mẫu");
      await chooseAccount(w, "cong-dan-minh");
      await title(w, "Trước khi bắt đầu");
      await w.press("Bắt đầu");
    },
  },
  answers("Ông/bà đăng ký tạm trú cho ai?", (w) => w.tick("registrant", "self")),
  answers("Xin kiểm tra thông tin của ông/bà", (w) => says(w, "Trần Văn Minh")),
  answers("Chúng tôi liên hệ với ông/bà bằng cách nào?"),
  answers("Ông/bà xin đăng ký tạm trú ở đâu?", async (w) => {
    await w.select("target-address.province", "79");
    if (w.script)
      await w.page
        .locator('select[name="target-address.commune"] option[value="26740"]')
        .waitFor({ state: "attached" });
    else await w.press("Chọn tỉnh, thành phố");
    await w.select("target-address.commune", "26740");
    await w.fill("target-address.line", "Số 45/3 đường Nguyễn Huệ");
  }),
  answers("Chỗ ở này của ai?", (w) => w.tick("dwelling-ground", "rent")),
  answers("Chủ sở hữu chỗ ở đồng ý bằng cách nào?", (w) => w.tick("owner-consent", "contract")),
  answers("Ông/bà lập hộ mới hay vào hộ đang có?", (w) => w.tick("household", "own-head")),
  answers("Ông/bà xin tạm trú đến ngày nào?", async (w) => {
    await w.fill("stay-until.day", String(stayUntil.getUTCDate()));
    await w.fill("stay-until.month", String(stayUntil.getUTCMonth() + 1));
    await w.fill("stay-until.year", String(stayUntil.getUTCFullYear()));
  }),
  answers("Ông/bà muốn nói thêm điều gì không?"),
  answers("Ông/bà có thuộc diện miễn lệ phí không?"),
  answers("Cam đoan", (w) => w.tick("declaration", "true")),
  {
    who: "citizen",
    does: "uploads the lease and sees it kept",
    how: async (w) => {
      await title(w, "Giấy tờ kèm theo");
      const lease = { name: "Hợp đồng thuê nhà.pdf", mimeType: "application/pdf", buffer: smallPdf("Lease of a room") };
      await w.page.locator('input[name="lawful-dwelling"]').setInputFiles(lease);
      await w.press(/^Tải tệp lên/);
      await says(w, "Hợp đồng thuê nhà.pdf");
      await w.press(NEXT);
    },
  },
  {
    who: "citizen",
    does: "checks the answers and sends",
    how: async (w, journey) => {
      await title(w, "Kiểm tra thông tin trước khi gửi");
      await says(w, "Số 45/3 đường Nguyễn Huệ");
      await says(w, "Công an phường Sài Gòn");
      await w.press("Gửi hồ sơ");
      await title(w, "Đã gửi hồ sơ");
      journey.code = /\/ho-so\/([^/]+)\/da-nop/.exec(w.page.url())?.[1] ?? "";
      await says(w, journey.code);
    },
  },
  {
    who: "citizen",
    does: "pays at the bank and sees the money received",
    how: async (w) => {
      await w.follow("Nộp lệ phí");
      await says(w, "Nội dung chuyển khoản");
      await w.follow("Mở ngân hàng mô phỏng (bản thử)");
      await w.press("Chuyển khoản");
      await title(w, "Đã chuyển khoản");
      await w.follow("Quay lại hồ sơ");
      const received = w.page.getByText("Đã nhận được tiền");
      // Without script the page asks again by itself or by its button; with script it waits for the bank's word.
      for (let tries = 0; tries < 20 && !w.script && !(await received.isVisible()); tries += 1) {
        await w.page.waitForTimeout(300);
        await w.page.goto(w.page.url());
      }
      await received.waitFor({ timeout: 15_000 });
      await says(w, "Số biên lai");
      await w.look();
      await w.follow("Về hồ sơ");
    },
  },
  signsIn("desk"),
  acts("desk", "accepted", "Tiếp nhận"),
  acts("desk", "supplement-requested", "Gửi yêu cầu bổ sung", async (w, name) => {
    await w.fill(name("items.0.what"), "Bản chụp rõ hơn của hợp đồng thuê");
    await w.fill(name("items.0.basis"), "Điều 28 Luật Cư trú");
    await w.fill(name("items.0.how"), "Chụp lại trang có chữ ký");
  }),
  {
    who: "citizen",
    does: "answers the request with one more paper",
    how: async (w, journey) => {
      await w.go("/ho-so");
      await w.follow(journey.code);
      await says(w, "Bản chụp rõ hơn của hợp đồng thuê");
      await w.follow("Bổ sung hồ sơ");
      const photo = { name: "Trang ký.png", mimeType: "image/png", buffer: smallPng(200) };
      await w.page.locator('input[name="lawful-dwelling"]').setInputFiles(photo);
      await w.fill("message", "Tôi gửi bản chụp rõ hơn.");
      await w.press("Gửi bổ sung");
      await says(w, "Trang ký.png");
    },
  },
  acts("desk", "accepted", "Tiếp nhận"),
  signsIn("examiner"),
  signsIn("lead"),
  acts("lead", "assigned", "Phân công", async (w, name) => {
    const options = w.page.locator(`select[name="${name("to")}"] option`);
    const examiner = await options.filter({ hasText: "Đặng Quốc Việt" }).first().getAttribute("value");
    await w.select(name("to"), examiner ?? "");
  }),
  acts("examiner", "proposed", "Gửi đề xuất", async (w, name) => {
    await w.tick(name("outcome"), "grant");
    await w.fill(name("reason"), "Đủ điều kiện");
  }),
  acts("lead", "decided", "Quyết định", (w, name) => w.tick(name("outcome"), "grant")),
  acts("lead", "signed", "Ký số", (w, name) => w.tick(name("confirm"), "yes")),
  signsIn("clerk"),
  acts("clerk", "numbered", "Vào sổ và đóng dấu"),
  acts("clerk", "issued", "Phát hành"),
  acts("desk", "returned", "Ghi nhận đã trả", (w, name) => w.tick(name("way"), "online")),
  {
    who: "citizen",
    does: "downloads the result, the same bytes each time",
    how: async (w, journey) => {
      await w.go(`/ho-so/${journey.code}`);
      await says(w, "Đã ghi vào sổ đăng ký tạm trú");
      const download = async (): Promise<Buffer> => {
        const [file] = await Promise.all([
          w.page.waitForEvent("download"),
          w.page.getByRole("link", { name: "PDF có chữ ký số" }).click(),
        ]);
        return readFileSync(await file.path());
      };
      journey.pdf = await download();
      expect(journey.pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-");
      expect(journey.pdf.equals(await download()), "the same bytes on every download").toBe(true);
    },
  },
  {
    who: "citizen",
    does: "says how the service was",
    how: async (w) => {
      await w.follow("Đánh giá việc phục vụ");
      for (const group of await w.page.locator("fieldset").all()) {
        const best = group.locator('input[type="radio"][value="5"]');
        if (await best.count()) await best.check();
      }
      await w.fill("comment", "Nhanh, rõ ràng.");
      await w.press("Gửi đánh giá");
      await title(w, "Cảm ơn ông/bà");
      await w.follow("Về hồ sơ");
    },
  },
  {
    who: "citizen",
    does: "looks the dossier up by its code and sees who looked at the data",
    how: async (w, journey) => {
      await w.go("/tra-cuu");
      await w.fill("ma", journey.code);
      await w.press("Tìm");
      await says(w, "Đã trả kết quả");
      await w.go("/du-lieu-cua-toi");
      await says(w, "Ngô Thị Kim Anh");
      await says(w, journey.code);
    },
  },
];

/** Pages of the portal that are read in English as well, by the language switch. */
export const englishPages = (code: string): readonly { readonly at: string; readonly heading: string }[] => [
  { at: "/", heading: "File, follow and receive, at one door" },
  { at: "/thu-tuc", heading: "Procedures" },
  { at: "/thu-tuc/temporary-residence", heading: "Temporary residence registration" },
  { at: "/thu-tuc/temporary-residence/bat-dau", heading: "Before you start" },
  { at: "/ho-so", heading: "My dossiers" },
  { at: `/ho-so/${code}`, heading: code },
  { at: `/ho-so/${code}/da-nop`, heading: "Dossier sent" },
  { at: `/ho-so/${code}/thanh-toan`, heading: "Pay the fee" },
  { at: `/ho-so/${code}/danh-gia`, heading: "Thank you" },
  { at: `/tra-cuu?ma=${code}`, heading: "Look up a dossier" },
  { at: "/du-lieu-cua-toi", heading: "Who looked at my data" },
  { at: "/khong-co-trang-nay", heading: "Page not found" },
];
