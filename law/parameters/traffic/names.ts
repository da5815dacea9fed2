import { type Text, text } from "../../../src/kernel/text.ts";
import { namesOf } from "../names.ts";
import type { LicenceConversion } from "./licence-classes.ts";
import type { AuctionFloor } from "./plate-auction.ts";
import { VEHICLE_NAMES, type Violation } from "./violations.ts";

/** What the terms and thresholds of sanctioning are called: id | Vietnamese | English. */
export const sanctionTermName = namesOf(`
statute|Thời hiệu xử phạt vi phạm giao thông|Limitation of sanctioning a traffic offence
nr-individual|Phạt không lập biên bản, cá nhân, mức phạt đến|Fine without a record, individuals, to
nr-organisation|Phạt không lập biên bản, tổ chức, mức phạt đến|Fine without a record, organisations, to
record-make|Lập biên bản vi phạm|Making the record of an offence
record-make-complex|Lập biên bản, vụ việc nhiều tình tiết hoặc phạm vi rộng|Making the record, many facts or a wide area
record-make-expertise|Lập biên bản, phải xác minh hoặc giám định|Making the record, with verification or expertise
record-forward|Chuyển biên bản đến người có thẩm quyền xử phạt|Passing the record to who may sanction
explain-written|Giải trình bằng văn bản|Written explanation
explain-inperson-request|Yêu cầu giải trình trực tiếp|Request to explain in person
decision-normal|Ra quyết định xử phạt, vụ việc thông thường|Sanction decision, plain case
decision-transferred|Ra quyết định xử phạt, hồ sơ chuyển đến người có thẩm quyền|Sanction decision, file passed on
decision-explanation|Ra quyết định xử phạt, có giải trình hoặc xác minh|Sanction decision, with explanation or verification
decision-complex|Ra quyết định xử phạt, vụ việc đặc biệt nghiêm trọng, phức tạp|Sanction decision, especially serious and complex case
send-decision|Gửi quyết định xử phạt cho người vi phạm|Sending the decision to the offender
pay|Thi hành quyết định, nộp phạt|Paying the fine
late-interest|Tiền chậm nộp phạt|Charge for late payment
execute-limit|Thời hiệu thi hành quyết định xử phạt|Limitation of enforcing a decision
instalment-individual|Nộp phạt nhiều lần, cá nhân, mức phạt từ|Fine paid in parts, individuals, from
instalment-organisation|Nộp phạt nhiều lần, tổ chức, mức phạt từ|Fine paid in parts, organisations, from
instalment-terms|Số lần nộp phạt tối đa|Parts a fine may be paid in
camera-notice|Thông báo phạt nguội cho chủ xe|Notice to the owner of a camera offence
camera-forward|Thông báo phạt nguội cho cơ quan đăng kiểm, đăng ký xe, cấp giấy phép lái xe|Notice of a camera offence to inspection, registry and licence bodies
transfer-recall|Chủ xe làm thủ tục thu hồi sau khi bán xe|Recall by the owner after selling a vehicle
end-of-life|Khai báo thu hồi xe hết niên hạn|Declaring a vehicle at the end of its service life
plate-keep|Giữ biển số định danh sau khi thu hồi|Keeping an identification plate after recall
auction-pay|Nộp tiền trúng đấu giá biển số|Paying for a plate won at auction
auction-register|Đăng ký xe gắn biển số trúng đấu giá|Registering a vehicle with a plate won at auction
points-restore|Phục hồi đủ điểm giấy phép lái xe|Restoring the points of a licence
points-test|Kiểm tra kiến thức sau khi hết điểm|Test of knowledge after all points are gone
`);

/** `Vượt đèn đỏ, không theo đèn tín hiệu (xe máy, mô tô)`: an act is punished otherwise for each kind of vehicle. */
export function violationName({ title, vehicle }: Violation): Text {
  const whose = VEHICLE_NAMES[vehicle];
  return text(`${title.vi} (${whose.vi.toLowerCase()})`, `${title.en} (${whose.en.toLowerCase()})`);
}

const AUCTIONED = {
  car: text("Biển số ô tô", "Plate of a car"),
  motorcycle: text("Biển số xe máy", "Plate of a motorcycle"),
} as const satisfies Readonly<Record<AuctionFloor["vehicle"], Text>>;
export const auctionName = (vehicle: AuctionFloor["vehicle"]): Text => AUCTIONED[vehicle];

/** What the kinds of plates are called: kind | Vietnamese | English. */
export const plateSeriesName = namesOf(`
state-blue|Biển xanh: cơ quan Đảng, Nhà nước, đơn vị sự nghiệp|Blue plate: bodies of Party and State, public service units
military-red|Biển đỏ: xe quân đội|Red plate: military vehicles
transport-yellow|Biển vàng: xe kinh doanh vận tải|Yellow plate: transport business
private-white|Biển trắng: cá nhân, tổ chức trong nước|White plate: domestic persons and organisations
diplomatic-NG|Biển NG: cơ quan, cán bộ ngoại giao|NG plate: diplomatic missions and staff
international-QT|Biển QT: tổ chức quốc tế|QT plate: international organisations
technical-CV|Biển CV: nhân viên hành chính, kỹ thuật của cơ quan đại diện|CV plate: administrative and technical staff of missions
foreign-NN|Biển NN: tổ chức, cá nhân nước ngoài|NN plate: foreign organisations and individuals
temporary-T|Biển T: đăng ký tạm thời|T plate: temporary registration
trailer-RM|Biển RM: rơ moóc, sơ mi rơ moóc|RM plate: trailers and semi-trailers
tractor-MK|Biển MK: máy kéo|MK plate: tractors
pilot-TD|Biển TĐ: xe thí điểm|TĐ plate: pilot vehicles
restricted-HC|Biển HC: xe hoạt động trong phạm vi hạn chế|HC plate: vehicles of restricted scope
army-business-KT|Biển KT: xe của doanh nghiệp quân đội|KT plate: army enterprises
police-special-CD|Biển CD: xe máy chuyên dùng của Công an|CD plate: special machines of the police
e-moped-MD|Biển MĐ: xe máy điện|MĐ plate: electric mopeds
excluded-letters|Chữ cái không dùng trong sê ri|Letters no series uses
`);

export const FINE_SCALE_NAME = text("Cách chọn mức phạt trong khung", "Choosing an amount inside a bracket");
export const LICENCE_POINTS_NAME = text("Số điểm của giấy phép lái xe", "Points of a driving licence");

/** `Biển số 29`: who holds a code is its value. */
export const plateCodeName = (code: string): Text => text(`Biển số ${code}`, `Plates ${code}`);
export const licenceClassName = (name: string): Text => text(`Hạng ${name}`, `Class ${name}`);
/** A class of the law of 2008, told from the class of the same letter today. */
export const oldClassName = ({ name, automaticOnly }: LicenceConversion): Text =>
  automaticOnly
    ? text(`Hạng ${name} cũ, số tự động`, `Old class ${name}, automatic`)
    : text(`Hạng ${name} cũ`, `Old class ${name}`);
