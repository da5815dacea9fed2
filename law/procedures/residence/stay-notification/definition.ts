import {
  type Condition,
  defineProcedure,
  type Edition,
  type GroupField,
  type Option,
  type Page,
} from "../../../../src/engine/definition/index.ts";
import { day } from "../../../../src/kernel/plain-date.ts";
import { type Text, text } from "../../../../src/kernel/text.ts";
import { sipasQuestions } from "../../survey.ts";
import { residenceField } from "../field.ts";
import { guestsJuly2026, guestsSince24July2026, guestsUntilJune2026 } from "./guests.ts";
import { lodgingsSinceJuly2026, lodgingsUntilJune2026 } from "./lists.ts";
import {
  basisJuly2026,
  basisSince24July2026,
  basisUntilJune2026,
  communePolice,
  hoursSinceJuly2026,
  hoursUntilJune2026,
} from "./sources.ts";

const aPerson: Condition = { applicant: "person" };

const notifierPage = (options: Option[]): Page => ({
  key: "notifier",
  title: text("Ông/bà thông báo với tư cách nào?", "In which role do you notify?"),
  when: aPerson,
  fields: [
    {
      kind: "choice",
      key: "notifier",
      label: text("Tư cách thông báo", "Your role"),
      options,
      show: "radios",
    },
  ],
});

const household: Option = {
  value: "household",
  label: text("Tôi là chủ nhà hoặc người trong nhà có khách", "I own or live in the home that has a guest"),
};
const manager: Option = {
  value: "establishment",
  label: text(
    "Tôi quản lý nhà trọ, nhà nghỉ, căn hộ cho thuê hoặc cơ sở khác",
    "I run a guest house, a flat to let or another place",
  ),
};
const theGuest: Option = {
  value: "guest",
  label: text("Tôi là khách, chủ nhà hiện vắng mặt", "I am the guest; the people of the home are away"),
};
const vehicleManager: Option = {
  value: "vehicle-manager",
  label: text("Tôi là chủ hoặc người quản lý phương tiện dùng để ở", "I own or run a vehicle used as lodging"),
};

const hostPage = (lodgings: Option[]): Page => ({
  key: "host",
  title: text("Nơi khách lưu trú là nơi nào?", "Which place takes the guests?"),
  fields: [
    {
      kind: "choice",
      key: "lodging-kind",
      label: text("Loại nơi lưu trú", "Kind of place"),
      options: lodgings,
      show: "radios",
      prefill: "organisation.lodging",
    },
    {
      kind: "text",
      key: "host-name",
      label: text("Tên cơ sở lưu trú hoặc họ tên chủ nhà", "Name of the establishment or of the host"),
      longest: 200,
      prefill: "filer.name",
    },
    {
      kind: "phone",
      key: "host-phone",
      label: text("Số điện thoại liên hệ", "Contact phone"),
      hint: text("Để Công an cấp xã gọi lại khi cần.", "So that the commune police can call back."),
      required: false,
      prefill: "account.phone",
    },
  ],
});

const placePage: Page = {
  key: "place",
  title: text("Địa chỉ nơi lưu trú", "Address of the stay"),
  lead: text(
    "Thông báo được gửi đến Công an cấp xã của địa chỉ này.",
    "The notification goes to the commune police of this address.",
  ),
  fields: [
    {
      kind: "address",
      key: "place",
      label: text("Địa chỉ nơi lưu trú", "Address of the stay"),
      prefill: "filer.address",
    },
  ],
};

const guestsPage = (guests: GroupField, lead: Text): Page => ({
  key: "guests",
  title: text("Ai đến lưu trú?", "Who is staying?"),
  lead,
  fields: [guests],
});

const shared = {
  code: "2.001159",
  applicants: ["person", "organisation"],
  assurance: 2,
  competence: { level: "commune", byAddress: "place", basis: communePolice },
  papers: [],
  fees: [],
  handling: "on-the-spot",
  steps: [],
  refusalGrounds: [],
  result: {
    key: "acknowledgement",
    title: text("Xác nhận đã nhận thông báo lưu trú", "Acknowledgement of the stay notification"),
    template: "stay-acknowledgement",
    symbol: "TBLT",
    book: "stay-notifications",
    evidence: "design",
  },
  survey: sipasQuestions,
  checks: ["stay-order", "stay-at-most-30-days"],
} satisfies Partial<Edition>;

/** Columns of the register of stays, each from the answer that fills it. */
const register = (documentNumber: string[]): Edition["register"] => ({
  register: "stays",
  values: {
    host_name: "host-name",
    lodging_kind: "lodging-kind",
    address: "place",
    guest_name: "guests.full-name",
    guest_birth: "guests.birth-date",
    guest_sex: "guests.sex",
    nationality: "guests.nationality",
    document_kind: "guests.document-kind",
    document_number: documentNumber,
    reason: "guests.reason",
    arrived_at: "guests.arrived-at",
    leaves_on: "guests.leaves-on",
    room: "guests.room",
  },
});

const questions: Edition["questions"] = [
  {
    question:
      "Khách nước ngoài thuộc thủ tục khai báo tạm trú (1.001437, mẫu NA17), không thuộc 2.001159: có được khai chung một lần không?",
    assumed: "Một biểu mẫu cho mọi khách; thông tin theo NA17 chỉ hỏi với khách không mang quốc tịch Việt Nam.",
  },
  {
    question: "Tệp của Bộ chỉ ghi ngày đến, không ghi giờ.",
    assumed: "Hiểu là 14:00: trước 23:00 nên hạn thông báo không đổi; khách đến sau 23:00 phải ghi giờ.",
  },
  {
    question: "Văn bản chính thức không cấp giấy xác nhận thông báo lưu trú.",
    assumed: "Trả mã tiếp nhận và bản xác nhận điện tử do hệ thống thiết kế, không in số mẫu.",
  },
];

const whoUntilJune2026 = text(
  "Thành viên hộ gia đình, người đại diện cơ sở chữa bệnh, cơ sở lưu trú du lịch, cơ sở khác có người đến lưu trú; người lưu trú tự thông báo khi chủ nhà vắng mặt. Người thân ruột thịt đến nhiều lần chỉ cần thông báo một lần.",
  "A member of the household, the head of a health facility, tourist or other accommodation; the guest when the people of the home are away. Close relatives who come often need one notification only.",
);
const whoSinceJuly2026 = text(
  "Thành viên hộ gia đình, người đại diện cơ sở chữa bệnh, cơ sở lưu trú du lịch, cơ sở khác có chức năng lưu trú, chủ hoặc người quản lý phương tiện dùng để ở khi có người ở qua đêm; người lưu trú tự thông báo khi chủ nhà vắng mặt.",
  "A member of the household, the head of a health facility, tourist or other accommodation, the owner or manager of a vehicle used as lodging, when somebody stays overnight; the guest when the people of the home are away.",
);

const leadUntilJune2026 = text(
  "Thông báo trước 23 giờ của ngày khách đến; khách đến sau 23 giờ thì thông báo trước 8 giờ ngày hôm sau.",
  "Notify before 23:00 on the day of arrival; for arrivals after 23:00, before 08:00 the next day.",
);
const leadSinceJuly2026 = text(
  "Thông báo khi có người ở qua đêm: trước 23 giờ của ngày khách đến; khách đến sau 23 giờ thì trước 8 giờ ngày hôm sau.",
  "Notify whoever stays overnight: before 23:00 on the day of arrival; for arrivals after 23:00, before 08:00 the next day.",
);

const pagesSinceJuly2026 = (guests: GroupField): Page[] => [
  notifierPage([household, manager, vehicleManager, theGuest]),
  hostPage(lodgingsSinceJuly2026),
  placePage,
  guestsPage(guests, leadSinceJuly2026),
];
const sinceJuly2026 = {
  ...shared,
  who: whoSinceJuly2026,
  // Circular 116/2026 art. 14.1 names telephone, web, portal, VNeID and software; the visit to the desk is gone.
  channels: ["online", "telephone", "mobile", "api"],
  deadline: { unit: "immediate", basis: hoursSinceJuly2026 },
  register: register(["guests.personal-number", "guests.passport-number"]),
} satisfies Partial<Edition>;

/** Thông báo lưu trú, 2.001159: told by hosts, taken at once, free. */
export const stayNotification = defineProcedure({
  key: "stay-notification",
  title: text("Thông báo lưu trú", "Stay notification"),
  summary: text(
    "Báo cho Công an cấp xã biết có người đến ở lại dưới 30 ngày tại nhà, khách sạn, nhà nghỉ, bệnh viện. Nhận ngay, không mất phí.",
    "Tell the commune police who stays for less than 30 days at a home, hotel, guest house or hospital. Taken at once, free of charge.",
  ),
  field: residenceField,
  searchWords: [
    "lưu trú",
    "khách ở qua đêm",
    "khách sạn",
    "nhà nghỉ",
    "homestay",
    "tạm trú người nước ngoài",
    "NA17",
    "hotel guests",
  ],
  editions: [
    {
      ...shared,
      id: "from-2021-07-01",
      from: day("2021-07-01"),
      until: day("2026-06-30"),
      basis: basisUntilJune2026,
      who: whoUntilJune2026,
      channels: ["desk", "online", "telephone", "mobile", "api"],
      deadline: { unit: "immediate", basis: hoursUntilJune2026 },
      pages: [
        notifierPage([household, manager, theGuest]),
        hostPage(lodgingsUntilJune2026),
        placePage,
        guestsPage(guestsUntilJune2026, leadUntilJune2026),
      ],
      register: register(["guests.personal-number", "guests.passport-number", "guests.old-card-number"]),
      questions,
    },
    {
      ...sinceJuly2026,
      id: "from-2026-07-01",
      from: day("2026-07-01"),
      until: day("2026-07-23"),
      basis: basisJuly2026,
      pages: pagesSinceJuly2026(guestsJuly2026),
      questions: [
        ...questions,
        {
          question: "Điều 30 mới không còn câu về người thân ruột thịt đến nhiều lần (đọc ở một bản chép).",
          assumed: "Mỗi lần ở qua đêm là một lần thông báo, kể cả người thân.",
        },
        {
          question:
            "Điều 30.2 mới chỉ nêu số định danh hoặc số hộ chiếu, mẫu tệp của Bộ vẫn có CMND và số của giấy tờ khác.",
          assumed: "Luôn hỏi số định danh 12 số (hoặc hộ chiếu); dòng ghi CMND bị trả lại kèm lời giải thích.",
        },
      ],
    },
    {
      ...sinceJuly2026,
      id: "from-2026-07-24",
      from: day("2026-07-24"),
      until: null,
      basis: basisSince24July2026,
      pages: pagesSinceJuly2026(guestsSince24July2026),
      questions: [
        ...questions,
        {
          question:
            "Thông tư 87/2026/TT-BCA: khai báo điện tử cho người nước ngoài 'ngay khi đến' — bao lâu thì coi là muộn?",
          assumed: "Nhắc khai ngay; chỉ ghi nhận muộn theo giờ của Điều 30 Luật Cư trú, chưa tính mức riêng.",
        },
      ],
    },
  ],
});
