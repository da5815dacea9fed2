import { type Text, text } from "../../../src/kernel/text.ts";
import { lazily, parseTable } from "../table.ts";

/** The fields of procedures as people look for them. */
export const PROCEDURE_GROUPS = {
  residence: text("Cư trú", "Residence"),
  identity: text("Căn cước, định danh điện tử", "Identity cards and electronic identity"),
  passport: text("Hộ chiếu, người nước ngoài", "Passports and foreigners"),
  vehicle: text("Đăng ký xe, giấy phép lái xe", "Vehicles and driving licences"),
  seal: text("Con dấu", "Seals"),
  security: text("Điều kiện về an ninh, trật tự", "Conditions of security and order"),
  weapon: text("Vũ khí, công cụ hỗ trợ, pháo hoa", "Weapons, support tools, fireworks"),
} as const;
export type ProcedureGroup = keyof typeof PROCEDURE_GROUPS;

/**
 * What the keys of the time limits are called: group | key | Vietnamese | English. Keys that are no procedure an office
 * decides (how long a paper is valid, a person's own duty) have no line.
 */
const ROWS = `
residence|residence-permanent|Đăng ký thường trú|Permanent residence registration
residence|residence-temporary|Đăng ký tạm trú|Temporary residence registration
residence|residence-temporary-extension|Gia hạn tạm trú|Extension of temporary residence
residence|residence-split-household|Tách hộ|Splitting a household
residence|residence-adjust-info|Điều chỉnh thông tin về cư trú|Correcting residence data
residence|residence-confirmation-ct07|Xác nhận thông tin về cư trú, đã có dữ liệu|Confirmation of residence, data present
residence|residence-confirmation-ct07-verify|Xác nhận thông tin về cư trú, phải xác minh|Confirmation of residence, with verification
residence|residence-declaration-no-fixed|Khai báo cư trú khi chưa đủ điều kiện đăng ký|Declaring residence without a registered place
residence|residence-deletion-agency|Xóa đăng ký thường trú, tạm trú (đến 14/03/2026)|Deletion of residence (to 14/03/2026)
residence|residence-deletion-permanent-file|Xóa đăng ký thường trú (từ 15/03/2026)|Deletion of permanent residence (from 15/03/2026)
residence|residence-deletion-temporary-file|Xóa đăng ký tạm trú (từ 15/03/2026)|Deletion of temporary residence (from 15/03/2026)
residence|temporary-absence|Khai báo tạm vắng|Declaration of temporary absence
identity|id-issue|Cấp, đổi, cấp lại thẻ căn cước|Issue, exchange or reissue of an identity card
identity|id-reissue-online|Cấp lại thẻ căn cước trực tuyến toàn trình|Reissue of an identity card wholly online
identity|id-issue-2014-city|Cấp, đổi thẻ căn cước công dân tại thành phố, thị xã (đến 30/06/2024)|Issue or exchange of a citizen card in a city or town (to 30/06/2024)
identity|id-reissue-2014-city|Cấp lại thẻ căn cước công dân tại thành phố, thị xã (đến 30/06/2024)|Reissue of a citizen card in a city or town (to 30/06/2024)
identity|id-any-2014-mountain|Thẻ căn cước công dân tại huyện miền núi, biên giới, hải đảo (đến 30/06/2024)|Citizen card in an upland, border or island district (to 30/06/2024)
identity|id-any-2014-other|Thẻ căn cước công dân tại khu vực khác (đến 30/06/2024)|Citizen card in other areas (to 30/06/2024)
identity|eid-level1-citizen|Tài khoản định danh điện tử mức độ 1|Electronic identity, level 1
identity|eid-level2-citizen-card|Tài khoản định danh điện tử mức độ 2, đã có thẻ|Electronic identity, level 2, with a card
identity|eid-level2-citizen-nocard|Tài khoản định danh điện tử mức độ 2, cùng cấp thẻ|Electronic identity, level 2, with the first card
passport|passport-provincial|Cấp hộ chiếu phổ thông tại Công an cấp tỉnh|Ordinary passport at the provincial police
passport|passport-central|Cấp hộ chiếu phổ thông tại Cục Quản lý xuất nhập cảnh|Ordinary passport at the Immigration Department
passport|passport-urgent|Cấp hộ chiếu phổ thông, trường hợp được ưu tiên|Ordinary passport, urgent case
passport|trc-issue|Cấp thẻ tạm trú cho người nước ngoài|Temporary residence card of a foreigner
passport|temporary-residence-extension|Gia hạn tạm trú cho người nước ngoài|Extension of a foreigner's stay
passport|e-visa|Cấp thị thực điện tử|E-visa
vehicle|1.012575|Đăng ký xe lần đầu, trực tuyến toàn trình, xe trong nước|First registration wholly online, vehicle made in Vietnam
vehicle|1.013066|Đăng ký xe lần đầu, trực tuyến toàn trình, xe nhập khẩu|First registration wholly online, imported vehicle
vehicle|1.013067|Đăng ký xe lần đầu, trực tuyến một phần hoặc trực tiếp|First registration partly online or at the counter
vehicle|1.013076|Đăng ký sang tên, di chuyển xe|Transfer of ownership
vehicle|1.013079|Đổi chứng nhận đăng ký xe, biển số xe|Exchange of certificate or plate
vehicle|1.013080|Cấp lại chứng nhận đăng ký, biển số, trực tuyến toàn trình|Reissue of certificate or plate wholly online
vehicle|1.013082|Cấp lại chứng nhận đăng ký, biển số, trực tuyến một phần hoặc trực tiếp|Reissue of certificate or plate partly online or at the counter
vehicle|1.013083|Đăng ký xe tạm thời, trực tuyến toàn trình|Temporary registration wholly online
vehicle|1.013086|Đăng ký xe tạm thời, trực tuyến một phần hoặc trực tiếp|Temporary registration partly online or at the counter
vehicle|1.013065|Thu hồi chứng nhận đăng ký, biển số, trực tuyến toàn trình|Recall of certificate and plate wholly online
vehicle|1.013123|Thu hồi chứng nhận đăng ký, biển số, trực tuyến một phần hoặc trực tiếp|Recall of certificate and plate partly online or at the counter
vehicle|licence-exchange|Đổi giấy phép lái xe|Exchange of a driving licence
vehicle|licence-reissue|Cấp lại giấy phép lái xe|Reissue of a driving licence
seal|seal-new-province|Đăng ký mẫu con dấu mới, Công an cấp tỉnh|New seal, provincial police
seal|seal-re-worn-province|Đăng ký lại mẫu con dấu mòn, hỏng, Công an cấp tỉnh|Worn or damaged seal, provincial police
seal|seal-re-change-province|Đăng ký lại mẫu con dấu do đổi tổ chức, đổi tên, Công an cấp tỉnh|Seal after a change of name or organisation, provincial police
seal|seal-re-lost-province|Đăng ký lại mẫu con dấu bị mất, Công an cấp tỉnh|Lost seal, provincial police
seal|seal-extra-province|Đăng ký thêm con dấu, Công an cấp tỉnh|Additional seal, provincial police
seal|seal-relief-province|Đăng ký dấu nổi, dấu thu nhỏ, dấu xi, Công an cấp tỉnh|Embossed, reduced or wax seal, provincial police
seal|seal-cert-province|Đổi, cấp lại giấy chứng nhận mẫu con dấu, Công an cấp tỉnh|Certificate of a seal, provincial police
seal|seal-new-central|Đăng ký mẫu con dấu mới, cấp trung ương|New seal, central level
seal|seal-re-worn-central|Đăng ký lại mẫu con dấu mòn, hỏng, cấp trung ương|Worn or damaged seal, central level
seal|seal-re-change-central|Đăng ký lại mẫu con dấu do đổi tổ chức, đổi tên, cấp trung ương|Seal after a change of name or organisation, central level
seal|seal-re-lost-central|Đăng ký lại mẫu con dấu bị mất, cấp trung ương|Lost seal, central level
seal|seal-extra-central|Đăng ký thêm con dấu, cấp trung ương|Additional seal, central level
seal|seal-relief-central|Đăng ký dấu nổi, dấu thu nhỏ, dấu xi, cấp trung ương|Embossed, reduced or wax seal, central level
seal|seal-cert-central|Đổi, cấp lại giấy chứng nhận mẫu con dấu, cấp trung ương|Certificate of a seal, central level
seal|seal-handin|Giao nộp, thu hồi, hủy con dấu|Handing in, recall or destruction of a seal
security|security-condition-certificate-new|Cấp mới giấy chứng nhận đủ điều kiện về an ninh, trật tự|New certificate of security conditions
security|security-condition-certificate-exchange|Đổi giấy chứng nhận đủ điều kiện về an ninh, trật tự|Exchange of a certificate of security conditions
security|security-condition-certificate-reissue|Cấp lại giấy chứng nhận đủ điều kiện về an ninh, trật tự|Reissue of a certificate of security conditions
weapon|w-mil-equip|Giấy phép trang bị vũ khí quân dụng|Permit to be equipped with military weapons
weapon|w-mil-use|Giấy phép sử dụng vũ khí quân dụng|Permit to use military weapons
weapon|w-sport-equip|Giấy phép trang bị vũ khí thể thao|Permit to be equipped with sport weapons
weapon|w-sport-use|Giấy phép sử dụng vũ khí thể thao|Permit to use sport weapons
weapon|w-buy|Giấy phép mua vũ khí|Permit to buy weapons
weapon|w-move|Giấy phép vận chuyển vũ khí|Permit to transport weapons
weapon|w-repair|Giấy phép sửa chữa vũ khí|Permit to repair weapons
weapon|w-primitive|Khai báo vũ khí thô sơ|Declaration of primitive weapons
weapon|w-cross|Giấy phép mang vũ khí, công cụ hỗ trợ vào, ra Việt Nam|Permit to carry weapons into or out of Vietnam
weapon|w-import|Giấy phép xuất khẩu, nhập khẩu vũ khí|Import or export permit for weapons
weapon|w-prop|Xác nhận vũ khí, công cụ hỗ trợ làm đạo cụ, trưng bày|Weapons and tools as props or exhibits
weapon|t-trade|Giấy phép kinh doanh công cụ hỗ trợ|Licence to trade in support tools
weapon|t-import|Giấy phép xuất khẩu, nhập khẩu công cụ hỗ trợ|Import or export permit for support tools
weapon|t-equip|Giấy phép trang bị công cụ hỗ trợ|Permit to be equipped with support tools
weapon|t-buy|Giấy phép mua công cụ hỗ trợ|Permit to buy support tools
weapon|t-use|Giấy phép sử dụng công cụ hỗ trợ|Permit to use support tools
weapon|t-register|Xác nhận đăng ký công cụ hỗ trợ|Registration notice of support tools
weapon|t-move|Giấy phép vận chuyển công cụ hỗ trợ|Permit to transport support tools
weapon|t-repair|Giấy phép sửa chữa công cụ hỗ trợ|Permit to repair support tools
weapon|e-move|Giấy phép vận chuyển vật liệu nổ công nghiệp|Permit to transport industrial explosives
weapon|p-move|Giấy phép vận chuyển tiền chất thuốc nổ|Permit to transport explosive precursors
weapon|c-train|Đào tạo, huấn luyện sử dụng vũ khí, công cụ hỗ trợ|Training in the use of weapons and tools
weapon|c-cert|Giấy chứng nhận sử dụng, chứng chỉ quản lý kho|Certificate of use or of store keeping
weapon|x-return|Thu hồi vũ khí, công cụ hỗ trợ và giấy phép|Taking back weapons, tools and permits
weapon|f-buy|Giấy phép về pháo hoa nổ, thuốc pháo|Permits for exploding fireworks
`;

export type ProcedureTitle = { readonly key: string; readonly group: ProcedureGroup; readonly title: Text };

/** The procedures whose time limit can be asked for, by group, in the order in which people are shown them. */
export const procedureTitles = lazily((): readonly ProcedureTitle[] =>
  parseTable(["group", "key", "vi", "en"], ROWS).map((row) => ({
    key: row.key,
    group: row.group as ProcedureGroup,
    title: text(row.vi, row.en),
  })),
);
