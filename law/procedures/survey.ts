import type { Edition } from "../../src/engine/definition/index.ts";
import { text } from "../../src/kernel/text.ts";

/**
 * The five factors of the satisfaction index (SIPAS, Decision 1001/QĐ-BNV of 11/12/2023), asked in plain words and
 * answered on its scale of five. Name, phone and file code are never asked.
 */
export const sipasQuestions: Edition["survey"] = [
  {
    key: "access",
    title: text(
      "Ông/bà tìm hiểu, nộp và theo dõi hồ sơ có dễ dàng không?",
      "Was it easy to find out about, send and follow your dossier?",
    ),
  },
  {
    key: "procedure",
    title: text(
      "Giấy tờ, các bước, thời hạn và lệ phí có rõ ràng và được thực hiện đúng như đã công bố không?",
      "Were the papers, steps, time and fee clear, and kept to as published?",
    ),
  },
  {
    key: "staff",
    title: text(
      "Cán bộ Công an có lịch sự, hướng dẫn dễ hiểu và làm việc thành thạo không?",
      "Were the police officers courteous, clear and competent?",
    ),
  },
  {
    key: "result",
    title: text(
      "Kết quả ông/bà nhận được có đúng hẹn, đầy đủ và chính xác không?",
      "Was the result on time, complete and correct?",
    ),
  },
  {
    key: "feedback",
    title: text(
      "Ông/bà có dễ dàng góp ý, phản ánh và ý kiến có được trả lời thỏa đáng không?",
      "Could you easily give feedback, and was it answered properly?",
    ),
  },
];
