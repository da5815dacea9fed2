import { create } from "qrcode";
import { expect, test } from "vitest";
import { qrSvg } from "./qr-svg.ts";

const PAYLOAD = "00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F";

/** Paints the path's runs back into modules, margin included. */
function painted(svg: string): string[] {
  const side = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const field = Array.from({ length: side }, () => Array<string>(side).fill("."));
  for (const [, x, y, long] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
    for (let n = 0; n < Number(long); n++) (field[Number(y)] ?? [])[Number(x) + n] = "#";
  }
  return field.map((row) => row.join(""));
}

test("the picture holds every module of the code inside four free ones", () => {
  const { size, data } = create(PAYLOAD, { errorCorrectionLevel: "M" }).modules;
  const edge = ".".repeat(4);
  const free = Array<string>(4).fill(".".repeat(size + 8));
  const rows = Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => (data[y * size + x] ? "#" : ".")).join(""),
  );
  expect(painted(qrSvg(PAYLOAD, "x"))).toEqual([...free, ...rows.map((row) => edge + row + edge), ...free]);
});

test("the title is said to screen readers and cannot break out", () => {
  const svg = qrSvg(PAYLOAD, `Mã "QR" <nộp> & phí`);
  expect(svg).toContain("<title>Mã &quot;QR&quot; &lt;nộp&gt; &amp; phí</title>");
  expect(svg).toContain('role="img" aria-label="Mã &quot;QR&quot;');
  expect(svg).not.toMatch(/style=|<script|<image/);
});
