import { text } from "../../../src/kernel/text.ts";

/** The field of procedures as the national list names it. */
export const residenceField = {
  key: "residence",
  title: text("Đăng ký, quản lý cư trú", "Residence"),
};
