import type { Edition } from "../../engine/definition/index.ts";
import { pathOfBox } from "../../engine/form/index.ts";
import { showInstant } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import type { ActFailure, FilingFailure } from "../../modules/dossiers/index.ts";
import { filingSentence } from "../portal/filing-failure.ts";
import { ApiProblem, invalid, notFoundProblem, type Place, place } from "./problem.ts";

/** Expected failures of the dossiers as problem documents: the sentences are those of the pages. */

const TITLES: { readonly [K in FilingFailure["kind"]]: Text } = {
  "not-in-force": text("Thủ tục không còn hoặc chưa có hiệu lực", "Procedure not in force"),
  "applicant-not-allowed": text("Không thuộc đối tượng nộp hồ sơ", "Not among those who may file"),
  "channel-not-allowed": text("Không nhận theo cách này", "Not taken this way"),
  "assurance-too-low": text("Mức định danh chưa đủ", "Identity level too low"),
  problems: text("Thông tin cần sửa", "Answers must be put right"),
  "papers-missing": text("Thiếu giấy tờ", "Papers are missing"),
  "no-competent-unit": text("Chưa xác định được cơ quan tiếp nhận", "No competent office"),
  "no-fee": text("Chưa có mức lệ phí", "No fee is set"),
  "already-registered": text("Đã được thông báo trước đó", "Registered before"),
  busy: text("Đang có nhiều hồ sơ được gửi", "Many dossiers are being sent"),
  "key-reused": text("Idempotency-Key đã dùng cho nội dung khác", "Idempotency-Key used for other content"),
};

export function filingProblem(failure: FilingFailure, edition: Edition): ApiProblem {
  const title = TITLES[failure.kind];
  const detail = filingSentence(failure, edition);
  switch (failure.kind) {
    case "problems":
      return invalid(
        failure.problems.map((problem) => place(["answers", ...pathOfBox(edition, problem.name)], problem.text)),
      );
    case "papers-missing":
      return new ApiProblem(422, failure.kind, title, detail, {
        papers: failure.papers,
        problems: [place(["papers"], detail)],
      });
    case "no-competent-unit":
      return new ApiProblem(422, failure.kind, title, detail, {
        problems: [place(["answers", edition.competence.byAddress, "commune"], detail)],
      });
    case "not-in-force":
      return new ApiProblem(422, failure.kind, title, detail, { problems: [place(["procedure"], detail)] });
    case "applicant-not-allowed":
    case "channel-not-allowed":
    case "assurance-too-low":
      return new ApiProblem(403, failure.kind, title, detail);
    case "no-fee":
      return new ApiProblem(503, failure.kind, title, detail);
    case "already-registered":
      return new ApiProblem(409, failure.kind, title, detail, { codes: failure.codes });
    case "busy":
      return new ApiProblem(
        503,
        failure.kind,
        title,
        text(
          `${detail.vi} Xin gửi lại cùng Idempotency-Key và nội dung, kèm tiêu đề Admission-Ticket.`,
          `${detail.en} Send the same Idempotency-Key and content again, with the header Admission-Ticket.`,
        ),
        { place: failure.place, waitMs: failure.waitMs, ticket: failure.ticket },
        { "retry-after": String(Math.ceil(failure.waitMs / 1000)) },
      );
    case "key-reused":
      return new ApiProblem(
        409,
        failure.kind,
        title,
        text(
          "Khóa này đã được dùng cho một yêu cầu có nội dung khác. Mỗi yêu cầu mới cần một Idempotency-Key mới.",
          "This key was used for a request with other content. Each new request needs a new Idempotency-Key.",
        ),
      );
  }
}

export function actProblem(failure: ActFailure): ApiProblem {
  switch (failure.kind) {
    case "not-found":
      return notFoundProblem();
    case "conflict":
      return new ApiProblem(
        412,
        "changed-meanwhile",
        text("Hồ sơ đã thay đổi", "The dossier has changed"),
        text(
          `Hồ sơ đã có thay đổi mới (${failure.act.vi}, ${showInstant(failure.at)}). Vui lòng đọc lại hồ sơ rồi gửi với If-Match mới.`,
          `The dossier has changed since (${failure.act.en}, ${showInstant(failure.at)}). Read it again and send the new If-Match.`,
        ),
      );
    case "refused":
      return new ApiProblem(
        failure.refusal.kind === "not-now" ? 409 : 403,
        failure.refusal.kind,
        text("Chưa thực hiện được việc này", "This cannot be done"),
        failure.refusal.text,
      );
    case "incomplete": {
      const where: Place = place(failure.field.split("."), failure.text);
      return invalid([where], "request-invalid", failure.text);
    }
    case "calendar-not-loaded":
      return new ApiProblem(
        503,
        failure.kind,
        text("Chưa có lịch làm việc", "No calendar"),
        text(`Chưa có lịch làm việc của năm ${failure.year}.`, `The calendar of ${failure.year} is not loaded.`),
      );
  }
}
