import { expect, test } from "vitest";
import { deviceName } from "./device-name.ts";

test("a device is told by browser and system, in words its owner knows", () => {
  const chrome =
    "Mozilla/5.0 (Linux; Android 14; SM-A556E) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36";
  const safari =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1";
  const cocCoc =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/124.0 Chrome/118.0 Safari/537.36";
  expect(deviceName(chrome)).toBe("Chrome, Android");
  expect(deviceName(safari)).toBe("Safari, iPhone");
  expect(deviceName(cocCoc)).toBe("Cốc Cốc, Windows");
  expect(deviceName("curl/8.0")).toBeNull();
  expect(deviceName(undefined)).toBeNull();
  expect(deviceName("<script>alert(1)</script>")).toBeNull();
});
