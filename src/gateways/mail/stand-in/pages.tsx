import { Hono } from "hono";
import { showInstant } from "../../../kernel/plain-date.ts";
import type { KeptLetter } from "./start.ts";

/** What the trial's mail server took, the newest first; links in letters can be followed. */
export function mailPages(letters: () => readonly KeptLetter[]): Hono {
  const app = new Hono();
  app.get("/", (c) => {
    c.header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
    return c.html(
      <html lang="vi">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>Hộp thư điện tử giả lập</title>
          <style>{STYLE}</style>
        </head>
        <body>
          <main>
            <h1>Hộp thư điện tử giả lập</h1>
            <p>
              Bản chạy thử: thư ở đây không được gửi cho ai.{" "}
              <span lang="en">A trial: nothing here reached anybody.</span>
            </p>
            {letters().length === 0 && <p>Chưa có thư nào.</p>}
            {letters()
              .toReversed()
              .map((letter) => (
                <article>
                  <h2>{letter.subject}</h2>
                  <p>
                    {letter.to}, {showInstant(letter.at)}
                  </p>
                  <pre>
                    {letter.text
                      .split(/(https?:\/\/\S+)/)
                      .map((part) => (/^https?:/.test(part) ? <a href={part}>{part}</a> : part))}
                  </pre>
                </article>
              ))}
          </main>
        </body>
      </html>,
    );
  });
  return app;
}

const STYLE =
  "body{font:1rem/1.5 system-ui,sans-serif;margin:0;color:#111}main{max-width:46rem;margin:0 auto;padding:1rem}" +
  "article{border-top:1px solid #767676;padding:.5rem 0}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}";
