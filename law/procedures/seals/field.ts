import { text } from "../../../src/kernel/text.ts";

/** The field of procedures as the national list names it. */
export const sealsField = {
  key: "seals",
  title: text("Đăng ký, quản lý con dấu", "Seals"),
};
