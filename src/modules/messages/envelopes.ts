import { withoutMarks } from "../../kernel/vietnamese.ts";
import type { Weight } from "./ladder.ts";

/** What leaves the house by e-mail and SMS: that there is news of a dossier, its code, and where to read it. No more. */

export type News = { readonly code: string; readonly weight: Weight; readonly publicUrl: string };

export const SMS_LONGEST = 160;

/** One text message, never longer than one: what does not fit is the address, which people know. */
export function smsOf({ code, weight, publicUrl }: News, marks: boolean): string {
  const what = weight === "answer" ? "cần ông/bà trả lời" : "có thông báo mới";
  const words = `Một Cửa: hồ sơ ${code} ${what}.`;
  const whole = `${words} Xem: ${publicUrl}/hop-thu`;
  return written(whole.length <= SMS_LONGEST ? whole : words, marks);
}

export const codeSms = (code: string, marks: boolean): string =>
  written(`Một Cửa: mã xác nhận số điện thoại của ông/bà là ${code}. Không đưa mã này cho ai.`, marks);

const written = (words: string, marks: boolean): string => (marks ? words : withoutMarks(words)).slice(0, SMS_LONGEST);

export type Envelope = { readonly subject: string; readonly text: string; readonly html: string };

export function letterOf({ code, weight, publicUrl }: News): Envelope {
  const link = `${publicUrl}/hop-thu`;
  const asks = weight === "answer";
  return envelope(asks ? `Hồ sơ ${code} cần ông/bà trả lời` : `Hồ sơ ${code} có thông báo mới`, [
    ["p", "Kính gửi ông/bà,"],
    [
      "p",
      asks
        ? `Hồ sơ ${code} cần ông/bà trả lời thì mới được giải quyết tiếp.`
        : `Hồ sơ ${code} của ông/bà có thông báo mới.`,
    ],
    ["p", "Ông/bà đăng nhập để đọc:"],
    ["a", link],
    [
      "p",
      asks ? `In English: your answer is needed in dossier ${code}.` : `In English: there is news of dossier ${code}.`,
    ],
    ["a", `${publicUrl}/en/hop-thu`],
    ["p", `Ông/bà nhận thư này vì đã chọn nhận tin qua thư điện tử. Thôi nhận: ${publicUrl}/hop-thu/cai-dat`],
    ["p", "Một Cửa không bao giờ hỏi mật khẩu hay mã xác thực qua thư."],
  ]);
}

export const confirmLetter = (link: string): Envelope =>
  envelope("Xác nhận địa chỉ thư điện tử", [
    ["p", "Kính gửi ông/bà,"],
    ["p", "Ông/bà vừa khai địa chỉ này để nhận tin về hồ sơ. Để xác nhận, ông/bà mở liên kết sau trong 24 giờ:"],
    ["a", link],
    ["p", "Nếu không phải ông/bà khai, xin bỏ qua thư này."],
    ["p", "In English: open the link within 24 hours to confirm this address. If you did not ask for it, do nothing."],
  ]);

type Line = readonly ["p" | "a", string];

function envelope(subject: string, lines: readonly Line[]): Envelope {
  const html = lines.map(([tag, words]) =>
    tag === "p" ? `<p>${escaped(words)}</p>` : `<p><a href="${escaped(words)}">${escaped(words)}</a></p>`,
  );
  return {
    subject,
    text: `${lines.map(([, words]) => words).join("\n\n")}\n`,
    html: `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>${html.join("")}</body></html>`,
  };
}

const escaped = (words: string): string =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
