import { day, instantAt } from "../../kernel/plain-date.ts";
import { type PaperInput, type PaperKind, paperTitles } from "./papers.ts";

/** One believable paper of each kind, for the tests. */

export const issuedAt = instantAt(day("2026-07-29"), 14 * 60 + 5);
const unit = "Công an phường Buôn Ma Thuột";

const head = <K extends PaperKind>(kind: K, number: string) => ({
  office: { superior: "Công an tỉnh Đắk Lắk", name: unit, place: "Buôn Ma Thuột" },
  dossier: { code: "G01.066.1A-260729-010001", procedureCode: "1.004194", procedureTitle: "Đăng ký tạm trú" },
  applicant: {
    name: "Nguyễn Thị Hồng Nhung",
    identifier: "066190001234",
    address: "12 Lê Duẩn, phường Buôn Ma Thuột, tỉnh Đắk Lắk",
    phone: "0905123456",
    email: "nhung@example.vn",
  },
  issuedAt,
  title: paperTitles[kind].vi,
  number,
  signatures: [
    { role: "person" as const, name: "Trần Văn Bình", title: "Trưởng Công an phường", unit, at: issuedAt },
    { role: "seal" as const, name: unit, title: "", unit, at: issuedAt },
  ],
  lookupUrl: "https://motcua.example/verify",
  helpPhone: "0262 385 1234",
});
const copiesTo = ["Như trên", "Lưu: VT, hồ sơ"];

export const samples: { [K in PaperKind]: PaperInput<K> } = {
  receipt: {
    ...head("receipt", "128/TNHS"),
    desk: "Bộ phận tiếp nhận và trả kết quả",
    signatures: [
      { role: "person", name: "Lê Thị Mai", title: "Người tiếp nhận hồ sơ", unit, at: issuedAt },
      { role: "seal", name: unit, title: "", unit, at: issuedAt },
    ],
    components: [
      { title: "Tờ khai thay đổi thông tin cư trú (CT01)", kind: "Bản điện tử", quantity: "01" },
      { title: "Giấy tờ, tài liệu chứng minh chỗ ở hợp pháp", kind: "Bản sao điện tử", quantity: "01" },
    ],
    sets: "01",
    statutoryTime: "03 ngày làm việc kể từ ngày nhận đủ hồ sơ và lệ phí",
    receivedAt: issuedAt,
    dueAt: instantAt(day("2026-08-03"), 17 * 60 + 30),
    resultWay: "Bản điện tử trên Cổng dịch vụ công",
    fees: [{ title: "Lệ phí đăng ký cư trú", amountDong: 7000, state: "đã nộp" }],
    register: { book: "01/2026", serial: "128" },
    online: true,
    submitter: "Nguyễn Thị Hồng Nhung",
  },
  "supplement-request": {
    ...head("supplement-request", "17/HDHS"),
    items: [
      {
        what: "Văn bản cho thuê, cho mượn, cho ở nhờ chỗ ở hợp pháp",
        basis: "Khoản 2 Điều 5 Nghị định 154/2024/NĐ-CP",
        how: "Gửi bản chụp rõ bốn góc tại trang tra cứu hồ sơ",
      },
      {
        what: "Ý kiến đồng ý của chủ hộ",
        basis: "Điều 28 Luật Cư trú",
        how: "Chủ hộ xác nhận trên ứng dụng định danh",
      },
    ],
    reason: "Hồ sơ chưa có giấy tờ chứng minh chỗ ở và chưa có ý kiến của chủ hộ",
    stage: "intake",
    deadline: day("2026-08-12"),
    copiesTo,
  },
  refusal: {
    ...head("refusal", "05/TCHS"),
    reason:
      "Chỗ ở đề nghị đăng ký tạm trú nằm trong khu vực có quyết định thu hồi đất của cơ quan nhà nước có thẩm quyền",
    basis: "Điều 23 Luật Cư trú số 68/2020/QH14",
    rightPlace: "Công an phường Tân Lập",
    stage: "intake",
    copiesTo,
  },
  "stop-notice": {
    ...head("stop-notice", "03/TB-CAP"),
    askedBy: "Nguyễn Thị Hồng Nhung",
    askedOn: day("2026-07-28"),
    reason: "Công dân không còn nhu cầu đăng ký tạm trú tại địa chỉ đã nêu",
    returnedPapers: ["Hợp đồng thuê nhà (bản chính, 01 bản)"],
    feeTreatment: "Lệ phí 7.000 đ được hoàn trả qua tài khoản đã nộp",
    copiesTo,
  },
  apology: {
    ...head("apology", "3/XLHL"),
    signatures: [{ role: "seal", name: unit, title: "", unit, at: issuedAt }],
    originalDueAt: issuedAt,
    newDueAt: instantAt(day("2026-08-05"), 17 * 60 + 30),
    reason: "Cơ quan phối hợp chưa trả lời ý kiến",
    unitAtFault: "Đội Cảnh sát quản lý hành chính",
    asksForTime: true,
    signer: { name: "Y Thanh Niê", title: "TRƯỞNG CÔNG AN PHƯỜNG" },
  },
  "payment-receipt": {
    ...head("payment-receipt", "0001284"),
    signatures: [{ role: "seal", name: unit, title: "", unit, at: issuedAt }],
    items: [{ title: "Lệ phí đăng ký cư trú (nộp trực tuyến)", amountDong: 7000 }],
    reference: "MC26072900000128",
    bankTransaction: "FT26210987654321",
    paidAt: issuedAt,
    way: "Chuyển khoản qua mã QR ngân hàng",
  },
  "stay-acknowledgement": {
    ...head("stay-acknowledgement", "941/TBLT"),
    signatures: [{ role: "seal", name: unit, title: "", unit, at: issuedAt }],
    host: {
      name: "Khách sạn Hoa Ban Trắng",
      address: "45 Nguyễn Tất Thành, phường Buôn Ma Thuột, tỉnh Đắk Lắk",
      kind: "Khách sạn",
    },
    guests: Array.from({ length: 5 }, (_, at) => ({
      name: ["Phạm Quốc Hưng", "Đỗ Thị Thanh Xuân", "H’Hen Niê", "Nguyễn Hoàng Gia Bảo", "Trương Mỹ Lệ"][at] ?? "",
      birth: "12/03/1988",
      document: `07908800${1234 + at}`,
      nationality: "Việt Nam",
      room: String(301 + at),
      arrivedAt: issuedAt,
      leavesOn: day("2026-08-01"),
    })),
    notifiedAt: issuedAt,
    dueAt: instantAt(day("2026-07-29"), 23 * 60),
    onTime: true,
  },
  "temporary-residence-result": {
    ...head("temporary-residence-result", "212/TB-CAP"),
    outcome: "registered",
    birth: "15/08/1990",
    address: "12 Lê Duẩn, phường Buôn Ma Thuột, tỉnh Đắk Lắk",
    headOfHousehold: "Nguyễn Văn Thành",
    relationToHead: "Người ở thuê, ở nhờ",
    from: day("2026-07-29"),
    until: day("2028-07-28"),
    members: [{ name: "Trần Gia Huy", birth: "02/11/2018", number: "066218004321", relation: "Người ở thuê, ở nhờ" }],
    basis: ["Luật Cư trú số 68/2020/QH14"],
    copiesTo,
  },
  "seal-certificate": {
    ...head("seal-certificate", "88/ĐKMD"),
    dossier: { code: "G01.066.00-260729-010007", procedureCode: "2.001428", procedureTitle: "Đăng ký mẫu con dấu mới" },
    organisation: "Trường Tiểu học Lê Hồng Phong",
    headOffice: "20 Phan Bội Châu, phường Buôn Ma Thuột, tỉnh Đắk Lắk",
    sealKind: "Con dấu không có hình biểu tượng",
    quantity: "01 (một)",
    validFrom: day("2026-08-03"),
    issueNumber: "1",
    basis: ["Nghị định số 99/2016/NĐ-CP ngày 01 tháng 7 năm 2016 của Chính phủ về quản lý và sử dụng con dấu"],
    copiesTo,
  },
  "result-notice": {
    ...head("result-notice", "45/TB-CAP"),
    about: "Về kết quả giải quyết thủ tục khai báo tạm vắng",
    outcome: "granted",
    facts: [
      { label: "Nơi đến", value: "Thành phố Đà Nẵng" },
      { label: "Thời gian tạm vắng", value: "từ ngày 01/08/2026 đến ngày 30/09/2026" },
    ],
    paragraphs: ["Thông tin tạm vắng đã được cập nhật vào Cơ sở dữ liệu về cư trú."],
    basis: ["Luật Cư trú số 68/2020/QH14"],
    copiesTo,
  },
};
