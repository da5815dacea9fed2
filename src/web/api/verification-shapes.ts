import { z } from "zod";
import { Words } from "./read-json.ts";

/** The question of another agency, and our answer. */
export const VerificationShape = z
  .strictObject({
    person: z.strictObject({
      number: z.string().regex(/^\d{12}$/),
      name: Words(100),
      birthDate: z.string().min(4).max(10).meta({ description: "dd/mm/yyyy, mm/yyyy, yyyy hoặc / or yyyy-mm-dd" }),
      sex: z.enum(["M", "F"]).optional(),
    }),
    purpose: Words(300).meta({ description: "Người dân đọc được mục đích này / the person will read it" }),
    dossier: Words(100).optional(),
    ground: Words(500)
      .optional()
      .meta({ description: "Căn cứ pháp lý, khi không có hồ sơ / where there is no dossier" }),
    procedure: Words(20).optional(),
  })
  .meta({
    id: "Verification",
    examples: [
      {
        person: { number: "001155018271", name: "Nguyễn Thị Hòa", birthDate: "12/03/1955", sex: "F" },
        purpose: "Xét trợ cấp hưu trí",
        dossier: "H26.01-261123-0001",
      },
    ],
  });

const Answer = z.enum(["match", "no-match", "partial-match", "absent", "error"]);
export const VerificationAnswerShape = z
  .strictObject({
    callId: z.string(),
    answer: z.enum(["MATCH", "NO_MATCH", "NO_DATA", "UNAVAILABLE"]),
    fields: z.strictObject({
      number: z.enum(["match", "absent", "error"]),
      name: Answer.optional(),
      birthDate: Answer.optional(),
      sex: Answer.optional(),
    }),
    differs: z.array(z.enum(["name", "birthDate", "sex"])),
    living: z.boolean().nullable(),
    dossier: z.string().nullable(),
    purpose: z.string(),
    at: z.string().meta({ format: "date-time" }),
  })
  .meta({
    id: "VerificationAnswer",
    description:
      "Không bao giờ có bản ghi. UNAVAILABLE: hỏi lại với cùng khóa. / Never the record. UNAVAILABLE: ask again with the same key.",
    examples: [
      {
        callId: "01a20674-348f-7241-a441-cd56eebf9370",
        answer: "NO_MATCH",
        fields: { number: "match", name: "match", birthDate: "no-match" },
        differs: ["birthDate"],
        living: true,
        dossier: "H26.01-261123-0001",
        purpose: "Xét trợ cấp hưu trí",
        at: "2026-11-23T09:15:00+07:00",
      },
    ],
  });
export type VerificationSent = z.infer<typeof VerificationShape>;
