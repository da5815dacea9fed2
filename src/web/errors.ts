import { type Text, text } from "../kernel/text.ts";

/** Pages that end a request early, each with a sentence and a next step. */
export class PageProblem extends Error {
  readonly status: 400 | 403 | 404 | 409 | 410 | 413 | 415 | 429 | 503;
  readonly title: Text;
  readonly advice: Text;
  constructor(status: PageProblem["status"], title: Text, advice: Text) {
    super(title.en);
    this.status = status;
    this.title = title;
    this.advice = advice;
  }
}

export const notFound = (): PageProblem =>
  new PageProblem(
    404,
    text("Không tìm thấy trang", "Page not found"),
    text(
      "Địa chỉ có thể đã gõ nhầm, hoặc nội dung không dành cho tài khoản này. Vui lòng kiểm tra lại hoặc về trang chủ.",
      "The address may be mistyped, or the page is not for this account. Check it or go to the home page.",
    ),
  );

export const tooLarge = (): PageProblem =>
  new PageProblem(
    413,
    text("Nội dung gửi lên quá lớn", "What was sent is too large"),
    text(
      "Mỗi tệp tối đa 20 MB. Vui lòng chụp lại với độ phân giải thấp hơn hoặc chia nhỏ tệp rồi gửi lại. Các thông tin đã lưu không bị mất.",
      "Each file may have 20 MB at most. Take the photo at a lower resolution or split the file. What was saved is not lost.",
    ),
  );
