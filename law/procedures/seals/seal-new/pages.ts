import type { Page } from "../../../../src/engine/definition/index.ts";
import { text } from "../../../../src/kernel/text.ts";
import { laws, organisationKinds, sealKinds } from "./lists.ts";

/** The questions. `letter` is the letter the answers make: free before 15/03/2026, form 03 since. */
export const sealPages = (letter: string | null): Page[] => {
  const official = letter === null ? {} : { official: letter };
  return [
    {
      key: "law",
      title: text("Đơn vị hoạt động theo văn bản nào?", "Under which law does your organisation work?"),
      lead: text(
        "Công ty chỉ hoạt động theo Luật Doanh nghiệp tự quyết định con dấu của mình, không phải đăng ký với Công an.",
        "A company under the Law on Enterprises alone decides on its own seal and does not register it with the police.",
      ),
      fields: [
        {
          kind: "choice",
          key: "law-it-works-under",
          label: text("Văn bản quy định về tổ chức, hoạt động", "The law it works under"),
          options: laws,
          show: "radios",
        },
      ],
    },
    {
      key: "organisation",
      title: text("Xin kiểm tra thông tin của đơn vị", "Please check your organisation's details"),
      fields: [
        {
          kind: "text",
          key: "organisation-name",
          label: text("Tên cơ quan, tổ chức, chức danh nhà nước", "Name of the body or State title"),
          longest: 300,
          prefill: "organisation.name",
          ...official,
        },
        {
          kind: "text",
          key: "organisation-code",
          label: text("Mã số của cơ quan, tổ chức", "Code of the organisation"),
          longest: 35,
          prefill: "organisation.code",
          ...official,
        },
        {
          kind: "choice",
          key: "organisation-kind",
          label: text("Loại cơ quan, tổ chức", "Kind of organisation"),
          options: organisationKinds,
          show: "radios",
          prefill: "organisation.kind",
        },
      ],
    },
    {
      key: "seat",
      title: text("Trụ sở và cơ quan quản lý", "Seat and superior body"),
      lead: text(
        "Phòng Cảnh sát quản lý hành chính về trật tự xã hội (PC06) của tỉnh, thành phố nơi đặt trụ sở sẽ giải quyết.",
        "The police division PC06 of the province of the seat decides.",
      ),
      fields: [
        {
          kind: "address",
          key: "head-office",
          label: text("Địa chỉ trụ sở", "Address of the seat"),
          prefill: "organisation.address",
          ...official,
        },
        {
          kind: "text",
          key: "superior",
          label: text("Cơ quan quản lý trực tiếp", "Direct superior body"),
          required: false,
          longest: 300,
          prefill: "organisation.superior",
          ...official,
        },
        { kind: "phone", key: "phone", label: text("Điện thoại", "Phone"), prefill: "account.phone", ...official },
      ],
    },
    {
      key: "seal",
      title: text("Con dấu đề nghị đăng ký", "The seal"),
      fields: [
        {
          kind: "choice",
          key: "seal-kind",
          label: text("Loại dấu", "Kind of seal"),
          options: sealKinds,
          show: "radios",
          ...official,
        },
        {
          kind: "text",
          key: "seal-text",
          label: text("Nội dung khắc trên con dấu", "Text of the seal"),
          hint: text("Viết đúng từng chữ, mỗi vòng chữ một dòng.", "Word for word, a line for each ring of text."),
          longest: 300,
          lines: 3,
          ...official,
        },
        {
          kind: "number",
          key: "quantity",
          label: text("Số lượng", "Number of seals"),
          hint: text(
            "Mỗi nơi thường dùng 1 con dấu. Muốn thêm dấu giống hệt, dùng thủ tục đăng ký thêm con dấu.",
            "Usually 1. For further identical seals use the procedure for an additional seal.",
          ),
          least: 1,
          most: 5,
          initial: "1",
          ...official,
        },
      ],
    },
    {
      key: "sent-person",
      title: text("Người được cử liên hệ nộp hồ sơ", "Person sent to file"),
      fields: [
        {
          kind: "person",
          key: "sent-person",
          label: text("Người được cử", "Person sent"),
          prefill: "applicant.person",
          ...official,
        },
        { kind: "text", key: "sent-title", label: text("Chức vụ", "Post"), required: false, longest: 100, ...official },
      ],
    },
    {
      key: "declaration",
      title: text("Cam đoan", "Declaration"),
      fields: [
        {
          kind: "declaration",
          key: "declaration",
          label: text(
            "Chúng tôi cam đoan các thông tin trên là đúng và chịu trách nhiệm trước pháp luật.",
            "We declare that the above is true and answer for it before the law.",
          ),
        },
      ],
    },
  ];
};
