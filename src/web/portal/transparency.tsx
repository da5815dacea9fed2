import { Hono } from "hono";
import { showInstant } from "../../kernel/plain-date.ts";
import { type Language, text } from "../../kernel/text.ts";
import { latestCheckpoint } from "../../modules/transparency/index.ts";
import { href, type Vars, type WebDeps } from "../context.ts";
import { CodeBlock, InsetText, SummaryList } from "../ui/index.ts";
import { portalPage } from "./page.tsx";

const TITLE = text("Nhật ký minh bạch", "Transparency log");

/** What the log is, in plain words; where it stands; and how anybody checks it without trusting us. */
export function transparencyPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/minh-bach", async (c) => {
    const lang = c.get("lang");
    const checkpoint = await latestCheckpoint(deps.db);
    return portalPage(
      deps,
      c,
      {
        title: TITLE,
        crumbs: [{ label: text("Trang chủ", "Home"), href: href(c, "/") }, { label: TITLE }],
      },
      <>
        <h1 class="govuk-heading-xl">{TITLE[lang]}</h1>
        <Words lang={lang} />
        <h2 class="govuk-heading-l">{{ vi: "Điểm kiểm tra mới nhất", en: "The newest checkpoint" }[lang]}</h2>
        {checkpoint ? (
          <>
            <SummaryList
              lang={lang}
              rows={[
                { label: text("Số mục", "Entries"), value: checkpoint.size.toLocaleString("de-DE") },
                { label: text("Ký lúc", "Signed at"), value: showInstant(checkpoint.signedAt) },
              ]}
            />
            <CodeBlock
              code={checkpoint.root.toString("base64")}
              label={text("Giá trị băm gốc", "Root hash")}
              lang={lang}
              long
            />
            <CodeBlock code={checkpoint.verifierKey} label={text("Khóa kiểm tra", "Verifier key")} lang={lang} long />
            <p class="govuk-body">
              <a class="govuk-link" href="/log/checkpoint">
                {{ vi: "Điểm kiểm tra đã ký (văn bản)", en: "The signed checkpoint (text)" }[lang]}
              </a>
            </p>
          </>
        ) : (
          <InsetText>
            {
              {
                vi: "Chưa có điểm kiểm tra nào. Điểm đầu tiên được ký trong vài phút sau hồ sơ đầu tiên.",
                en: "There is no checkpoint yet. The first one is signed within minutes of the first dossier.",
              }[lang]
            }
          </InsetText>
        )}
        <HowToCheck lang={lang} />
      </>,
    );
  });

  return app;
}

const Words = ({ lang }: { lang: Language }) => (
  <>
    <p class="govuk-body-l">
      {
        {
          vi: "Mỗi bước giải quyết hồ sơ và mỗi lần xem dữ liệu của người dân đều được ghi vào một cuốn nhật ký chỉ ghi thêm. Sửa, xóa hay chèn một mục sẽ bị phát hiện khi đối chiếu với điểm kiểm tra đã ký.",
          en: "Every step of a dossier and every look at a person's data is written into a log that only grows. Whoever changes, removes or inserts an entry is found out by the signed checkpoints.",
        }[lang]
      }
    </p>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        {
          {
            vi: "Nhật ký không chứa họ tên, số định danh hay nội dung hồ sơ, chỉ có các giá trị băm đã thêm số ngẫu nhiên.",
            en: "The log holds no name, number or content of a dossier, only hashes with a random number in each.",
          }[lang]
        }
      </li>
      <li>
        {
          {
            vi: "Cứ vài phút, hệ thống ký một điểm kiểm tra: nhật ký có bao nhiêu mục và giá trị băm chung của tất cả.",
            en: "Every few minutes the system signs a checkpoint: how many entries there are, and one hash over all of them.",
          }[lang]
        }
      </li>
      <li>
        {
          {
            vi: "Ai giữ một điểm kiểm tra cũ đều chứng minh được nếu quá khứ bị viết lại. Vì vậy nên có nhiều nơi cùng lưu.",
            en: "Whoever keeps an earlier checkpoint can prove it if the past is rewritten. So it is good that many keep them.",
          }[lang]
        }
      </li>
    </ul>
  </>
);

const HowToCheck = ({ lang }: { lang: Language }) => (
  <>
    <h2 class="govuk-heading-l">{{ vi: "Tự kiểm tra", en: "Check it yourself" }[lang]}</h2>
    <ol class="govuk-list govuk-list--number">
      <li>
        {
          {
            vi: "Mở hồ sơ của ông/bà và tải tệp bằng chứng.",
            en: "Open your dossier and download the evidence.",
          }[lang]
        }
      </li>
      <li>
        {
          {
            vi: "Tải chương trình kiểm tra verify-receipt.mjs (một tệp, không cần mạng) từ mã nguồn mở của Một Cửa.",
            en: "Get the checker verify-receipt.mjs (one file, needs no network) from the open source of Một Cửa.",
          }[lang]
        }
      </li>
      <li>
        {
          {
            vi: "Chạy lệnh dưới đây với khóa kiểm tra ở trên; nên đối chiếu khóa ở một nguồn khác, ví dụ bảng niêm yết tại trụ sở.",
            en: "Run the command below with the verifier key above; compare the key with another source, such as the notice at the office.",
          }[lang]
        }
      </li>
    </ol>
    <CodeBlock
      code="node verify-receipt.mjs bang-chung.json KEY"
      label={text("Lệnh kiểm tra", "The command")}
      lang={lang}
      long
    />
    <p class="govuk-body">
      {
        {
          vi: "Dành cho phần mềm: nhật ký theo chuẩn C2SP (tlog-checkpoint, tlog-tiles) tại địa chỉ /log; chứng minh có mặt và chứng minh nhất quán trong ",
          en: "For software: the log follows C2SP (tlog-checkpoint, tlog-tiles) at /log; proofs of inclusion and of consistency are in the ",
        }[lang]
      }
      <a class="govuk-link" href="/api/v1/openapi.json">
        {{ vi: "giao tiếp máy (API)", en: "API for systems" }[lang]}
      </a>
      .
    </p>
  </>
);
