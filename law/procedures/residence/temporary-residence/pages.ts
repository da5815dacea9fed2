import type { Condition, Page, SimpleField } from "../../../../src/engine/definition/index.ts";
import { text } from "../../../../src/kernel/text.ts";
import {
  dwellingGrounds,
  feeExemptions,
  guardianRoles,
  headConsentWays,
  householdPlaces,
  ownerConsentWays,
  registrants,
  relationsToHead,
  sexes,
} from "./lists.ts";

/** The questions, one thing a page. `official` names the item of CT01 in the edition where the page stands. */

export const forMinor: Condition = { field: "registrant", is: "minor" };
const forHousehold: Condition = { field: "registrant", is: "household" };
const joinsHousehold: Condition = { field: "household", is: "join" };
const notOwnHome: Condition = { field: "dwelling-ground", in: ["rent", "borrow", "stay"] };

export const registrantPage: Page = {
  key: "registrant",
  title: text("Ông/bà đăng ký tạm trú cho ai?", "For whom do you register?"),
  fields: [
    {
      kind: "choice",
      key: "registrant",
      label: text("Người được đăng ký", "Whom to register"),
      options: registrants,
      show: "radios",
    },
  ],
};

/** Item 1 asks the birth-certificate name since 01/07/2026, the plain name before. */
export const personPages = (nameAtBirth: boolean): Page[] => [
  {
    key: "person",
    title: text("Xin kiểm tra thông tin của ông/bà", "Please check your details"),
    lead: text(
      "Thông tin lấy từ Cơ sở dữ liệu quốc gia về dân cư. Nếu sai, xin báo để được hướng dẫn điều chỉnh.",
      "Taken from the national population database. If something is wrong, tell us and we explain how to correct it.",
    ),
    fields: [
      {
        kind: "person",
        key: "person",
        label: text("Người kê khai", "Person who files"),
        prefill: "applicant.person",
        official: nameAtBirth ? "mục 1–4 (họ, chữ đệm và tên khai sinh)" : "mục 1–4",
      },
    ],
  },
  {
    key: "minor",
    title: text("Người chưa thành niên được đăng ký", "The minor to register"),
    when: forMinor,
    fields: [
      {
        kind: "person",
        key: "minor",
        label: text("Người chưa thành niên", "The minor"),
        when: forMinor,
        official: "mục 1–4",
      },
      {
        kind: "choice",
        key: "guardian-role",
        label: text("Quan hệ của ông/bà với người chưa thành niên", "What you are to the minor"),
        when: forMinor,
        options: guardianRoles,
        show: "radios",
      },
    ],
  },
  {
    key: "contact",
    title: text("Chúng tôi liên hệ với ông/bà bằng cách nào?", "How can we reach you?"),
    fields: [
      {
        kind: "phone",
        key: "phone",
        label: text("Số điện thoại liên hệ", "Phone"),
        prefill: "account.phone",
        official: "mục 5",
      },
      {
        kind: "email",
        key: "email",
        label: text("Thư điện tử", "E-mail"),
        required: false,
        prefill: "account.email",
        official: "mục 6",
      },
    ],
  },
];

/** Items 7 to 10 of the CT01 of 2021; the population database answers them since 2024. */
export const items7To10Of2021: Page = {
  key: "present-residence",
  title: text("Ông/bà đang cư trú và làm việc ở đâu?", "Where do you live and work now?"),
  fields: [
    {
      kind: "address",
      key: "permanent-residence",
      label: text("Nơi thường trú", "Permanent residence"),
      required: false,
      prefill: "applicant.address",
      official: "mục 7",
    },
    {
      kind: "address",
      key: "earlier-temporary-residence",
      label: text("Nơi tạm trú đã đăng ký", "Temporary residence registered before"),
      required: false,
      official: "mục 8",
    },
    {
      kind: "address",
      key: "current-dwelling",
      label: text("Nơi ở hiện tại", "Current dwelling"),
      prefill: "applicant.address",
      official: "mục 9",
    },
    {
      kind: "text",
      key: "occupation",
      label: text("Nghề nghiệp, nơi làm việc", "Occupation and workplace"),
      longest: 200,
      official: "mục 10",
    },
  ],
};

export const addressPage: Page = {
  key: "address",
  title: text("Ông/bà xin đăng ký tạm trú ở đâu?", "Where do you want to register?"),
  lead: text("Công an cấp xã của địa chỉ này sẽ giải quyết hồ sơ.", "The commune police of this address decides."),
  fields: [{ kind: "address", key: "target-address", label: text("Địa chỉ đăng ký tạm trú", "Address to register") }],
};

export const dwellingPage: Page = {
  key: "dwelling",
  title: text("Chỗ ở này của ai?", "Whose dwelling is it?"),
  fields: [
    {
      kind: "choice",
      key: "dwelling-ground",
      label: text("Loại chỗ ở", "Kind of dwelling"),
      options: dwellingGrounds,
      show: "radios",
    },
  ],
};

export const ownerPage: Page = {
  key: "owner",
  title: text("Chủ sở hữu chỗ ở đồng ý bằng cách nào?", "How does the owner agree?"),
  when: notOwnHome,
  fields: [
    {
      kind: "choice",
      key: "owner-consent",
      label: text("Cách chủ sở hữu đồng ý", "How the owner agrees"),
      when: notOwnHome,
      options: ownerConsentWays,
      show: "radios",
    },
    {
      kind: "person-name",
      key: "owner-name",
      label: text("Họ, chữ đệm và tên chủ sở hữu", "Owner's full name"),
      when: { field: "owner-consent", in: ["vneid", "form", "letter"] },
    },
    {
      kind: "person-number",
      key: "owner-number",
      label: text("Số định danh cá nhân của chủ sở hữu", "Owner's personal number"),
      when: { field: "owner-consent", is: "vneid" },
    },
  ],
};

export const householdPages = (headItems: string): Page[] => [
  {
    key: "household",
    title: text("Ông/bà lập hộ mới hay vào hộ đang có?", "A household of your own, or one that lives here?"),
    fields: [
      {
        kind: "choice",
        key: "household",
        label: text("Hộ tại nơi tạm trú", "Household at this address"),
        options: householdPlaces,
        show: "radios",
      },
    ],
  },
  {
    key: "head",
    title: text("Chủ hộ tại nơi tạm trú", "Head of the household at this address"),
    when: joinsHousehold,
    fields: [
      {
        kind: "person-name",
        key: "head-name",
        label: text("Họ, chữ đệm và tên chủ hộ", "Head of household"),
        when: joinsHousehold,
        official: headItems,
      },
      {
        kind: "choice",
        key: "relation-to-head",
        label: text("Quan hệ với chủ hộ", "Relation to the head"),
        when: joinsHousehold,
        options: relationsToHead,
        show: "select",
        official: headItems,
      },
      {
        kind: "person-number",
        key: "head-number",
        label: text("Số định danh cá nhân của chủ hộ", "The head's personal number"),
        when: joinsHousehold,
        official: headItems,
      },
      {
        kind: "choice",
        key: "head-consent",
        label: text("Cách chủ hộ đồng ý", "How the head agrees"),
        when: joinsHousehold,
        options: headConsentWays,
        show: "radios",
      },
    ],
  },
];

export const termPage: Page = {
  key: "term",
  title: text("Ông/bà xin tạm trú đến ngày nào?", "Until when?"),
  lead: text(
    "Nhiều nhất 2 năm. Trong 15 ngày trước ngày hết hạn, ông/bà có thể xin gia hạn, không hạn chế số lần.",
    "At most 2 years. Within the 15 days before it ends you may have it extended, any number of times.",
  ),
  fields: [
    {
      kind: "date",
      key: "stay-until",
      label: text("Ngày kết thúc tạm trú", "Last day of the temporary residence"),
      hint: text("Ví dụ: 31/12/2027.", "For example 31/12/2027."),
    },
  ],
};

const member: SimpleField[] = [
  { kind: "person-name", key: "full-name", label: text("Họ, chữ đệm và tên", "Full name") },
  {
    kind: "partial-date",
    key: "birth-date",
    label: text("Ngày, tháng, năm sinh", "Date of birth"),
    latest: { today: { days: 0 } },
  },
  { kind: "choice", key: "sex", label: text("Giới tính", "Sex"), options: sexes, show: "radios" },
  { kind: "person-number", key: "number", label: text("Số định danh cá nhân", "Personal number") },
  {
    kind: "choice",
    key: "relation",
    label: text("Quan hệ với chủ hộ", "Relation to the head"),
    options: relationsToHead,
    show: "select",
  },
];
/** The list of 2021 asked for work too. */
const memberOf2021: SimpleField[] = [
  ...member,
  {
    kind: "text",
    key: "occupation",
    label: text("Nghề nghiệp, nơi làm việc", "Occupation and workplace"),
    required: false,
    longest: 200,
  },
];

const membersPage = (fields: SimpleField[], official: string): Page => ({
  key: "members",
  title: text("Ai trong hộ cùng đăng ký?", "Who of the household registers with you?"),
  lead: text("Không ghi lại thông tin của chính ông/bà.", "Do not enter yourself again."),
  when: forHousehold,
  fields: [
    {
      kind: "group",
      key: "members",
      label: text("Thành viên cùng đăng ký", "Members who register"),
      when: forHousehold,
      item: text("thành viên", "member"),
      fields,
      least: 1,
      most: 30,
      titleOf: ["full-name"],
      official,
    },
  ],
});
export const membersPage2021 = membersPage(memberOf2021, "mục 15");
export const membersPageSince2024 = membersPage(member, "mục 11");

export const requestPage = (item: string): Page => ({
  key: "request",
  title: text("Ông/bà muốn nói thêm điều gì không?", "Anything to add?"),
  lead: text(
    "Nội dung đề nghị được hệ thống viết sẵn từ các câu trả lời; phần này không bắt buộc.",
    "The request is written from your answers; this part may stay empty.",
  ),
  fields: [
    {
      kind: "text",
      key: "request-text",
      label: text("Nội dung đề nghị bổ sung", "More about the request"),
      required: false,
      longest: 1000,
      lines: 4,
      official: item,
    },
  ],
});

export const feePage: Page = {
  key: "fee",
  title: text("Ông/bà có thuộc diện miễn lệ phí không?", "Are you free of the fee?"),
  lead: text(
    "Nếu không thuộc diện nào dưới đây, xin để trống và tiếp tục.",
    "If none applies, leave it empty and continue.",
  ),
  fields: [
    {
      kind: "choice",
      key: "fee-exemption",
      label: text("Diện được miễn lệ phí", "Ground of exemption"),
      required: false,
      options: feeExemptions,
      show: "select",
    },
  ],
};

export const declarationPage: Page = {
  key: "declaration",
  title: text("Cam đoan", "Declaration"),
  fields: [
    {
      kind: "declaration",
      key: "declaration",
      label: text(
        "Tôi cam đoan những nội dung kê khai là đúng sự thật và chịu trách nhiệm trước pháp luật.",
        "I declare that what I have stated is true and answer for it before the law.",
      ),
    },
  ],
};
