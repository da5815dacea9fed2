import type { Settings } from "../platform/settings.ts";

/** What the person at the terminal sees when everything answers. */
export function announce({ settings, port, seconds }: { settings: Settings; port: number; seconds: number }): void {
  const base = settings.port === 0 ? `http://${settings.host}:${port}` : settings.publicUrl;
  const lines = [
    "",
    `Một Cửa sẵn sàng sau ${seconds.toFixed(1).replace(".", ",")} giây. / Ready in ${seconds.toFixed(1)} s.`,
    "",
    ...table([
      ["Cổng dịch vụ công / Portal", `${base}/`],
      ["In English", `${base}/en`],
      ["Cán bộ / Office", `${base}/office`],
      ["API", `${base}/api/v1/openapi.json`],
    ]),
    ...(settings.demo ? ["", ...demoNotes(settings)] : []),
    "",
    "Ctrl-C để dừng. / Ctrl-C to stop.",
    "",
  ];
  process.stdout.write(lines.join("\n"));
}

/** Said at every start of a trial: nothing in it is real. */
const demoNotes = (_settings: Settings): readonly string[] => [
  "Bản chạy thử: mọi người, hồ sơ và hệ thống bên ngoài đều là giả lập.",
  "Trial run: all people, dossiers and outside systems are made up.",
];

const table = (rows: readonly (readonly [string, string])[]): readonly string[] => {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`);
};
