import { type Text, text } from "../../../src/kernel/text.ts";
import { type Bound, nameOf, namesOf, tierName } from "../names.ts";
import type { FeeRow } from "./fee-rows.ts";

/** What the fees of the people and licences half are called: item | Vietnamese | English. */
export const itemName = namesOf(`
id-first-issue|Cấp thẻ căn cước lần đầu|First issue of an identity card
id-exchange-old-to-new|Chuyển từ chứng minh nhân dân sang thẻ căn cước|Exchange of the former people's card (CMND) for an identity card
id-exchange|Đổi thẻ căn cước|Exchange of an identity card
id-reissue|Cấp lại thẻ căn cước do mất, hỏng|Reissue of an identity card, lost or damaged
id-exchange-boundary-change|Đổi thẻ căn cước do sắp xếp đơn vị hành chính|Exchange of an identity card because units were rearranged
residence-permanent|Đăng ký thường trú|Permanent residence
residence-temporary|Đăng ký tạm trú|Temporary residence
residence-temporary-extension|Gia hạn tạm trú|Extension of temporary residence
residence-temporary-list|Đăng ký tạm trú theo danh sách|Temporary residence by list
residence-temporary-list-extension|Gia hạn tạm trú theo danh sách|Extension of temporary residence by list
residence-split-household|Tách hộ|Splitting a household
residence-deletion|Xóa đăng ký thường trú, tạm trú|Deletion of residence
residence-adjust-info|Điều chỉnh thông tin về cư trú|Correcting residence data
residence-confirmation-ct07|Xác nhận thông tin về cư trú|Confirmation of residence
stay-notification|Thông báo lưu trú|Stay notification
temporary-absence|Khai báo tạm vắng|Declaration of temporary absence
passport-ordinary-new|Cấp hộ chiếu phổ thông|Ordinary passport, new
passport-ordinary-damaged-or-lost|Cấp lại hộ chiếu phổ thông do hỏng, mất|Ordinary passport, replaced because damaged or lost
passport-identity-confirmation|Giấy xác nhận yếu tố nhân sự|Confirmation of identity for a passport
border-laissez-passer-laos-cambodia|Giấy thông hành sang Lào, Campuchia|Laissez-passer to Laos or Cambodia
border-laissez-passer-china-officials|Giấy thông hành sang Trung Quốc, cán bộ, công chức|Laissez-passer to China, officials
border-laissez-passer-china-border-residents|Giấy thông hành sang Trung Quốc, cư dân biên giới|Laissez-passer to China, border residents
border-laissez-passer-china-other|Giấy thông hành sang Trung Quốc, trường hợp khác|Laissez-passer to China, others
visa-single|Thị thực một lần|Visa, single entry
visa-multiple-to-90-days|Thị thực nhiều lần, đến 90 ngày|Visa, multiple entry, to 90 days
visa-multiple-90-to-180-days|Thị thực nhiều lần, trên 90 đến 180 ngày|Visa, multiple entry, over 90 to 180 days
visa-multiple-180-days-to-1-year|Thị thực nhiều lần, trên 180 ngày đến 1 năm|Visa, multiple entry, over 180 days to 1 year
visa-multiple-1-to-2-years|Thị thực nhiều lần, trên 1 đến 2 năm|Visa, multiple entry, over 1 to 2 years
visa-multiple-2-to-5-years|Thị thực nhiều lần, trên 2 đến 5 năm|Visa, multiple entry, over 2 to 5 years
visa-under-14|Thị thực cho người dưới 14 tuổi|Visa of a person under 14
visa-transfer-to-new-passport|Chuyển thị thực sang hộ chiếu mới|Transfer of a visa to a new passport
visa-exemption-certificate|Giấy miễn thị thực|Visa exemption certificate
trc-1-to-2-years|Thẻ tạm trú của người nước ngoài, từ 1 đến 2 năm|Temporary residence card of a foreigner, 1 to 2 years
trc-2-to-5-years|Thẻ tạm trú của người nước ngoài, trên 2 đến 5 năm|Temporary residence card of a foreigner, over 2 to 5 years
trc-5-to-10-years|Thẻ tạm trú của người nước ngoài, trên 5 đến 10 năm|Temporary residence card of a foreigner, over 5 to 10 years
temporary-residence-extension|Gia hạn tạm trú cho người nước ngoài|Extension of a foreigner's stay
permanent-residence-card|Thẻ thường trú của người nước ngoài|Permanent residence card of a foreigner
permanent-residence-card-reissue|Cấp lại thẻ thường trú của người nước ngoài|Permanent residence card of a foreigner, reissue
e-visa-single|Thị thực điện tử một lần|E-visa, single entry
e-visa-multiple|Thị thực điện tử nhiều lần|E-visa, multiple entry
licence-issue-exchange-reissue|Cấp, đổi, cấp lại giấy phép lái xe|Issue, exchange or reissue of a driving licence
foreigner-temporary-residence-declaration|Khai báo tạm trú cho người nước ngoài|Declaring the stay of a foreigner
abtc-card-new|Cấp thẻ đi lại doanh nhân APEC (ABTC)|APEC business travel card (ABTC), new
abtc-card-reissue|Cấp lại thẻ đi lại doanh nhân APEC (ABTC)|APEC business travel card (ABTC), reissue
security-condition-appraisal|Thẩm định điều kiện về an ninh, trật tự|Appraisal of security conditions
guard-exam|Sát hạch chứng chỉ nghiệp vụ bảo vệ|Exam for a guard certificate
fireworks-permit|Giấy phép về pháo hoa nổ, thuốc pháo|Permit for exploding fireworks
weapon-use-permit|Giấy phép sử dụng vũ khí, công cụ hỗ trợ|Permit to use weapons or support tools
weapon-transport|Giấy phép vận chuyển vũ khí, công cụ hỗ trợ|Permit to transport weapons or support tools
explosives-transport|Giấy phép vận chuyển vật liệu nổ|Permit to transport explosives
weapon-purchase|Giấy phép mua vũ khí, công cụ hỗ trợ|Permit to buy weapons or support tools
weapon-carry|Giấy phép mang vũ khí, công cụ hỗ trợ vào, ra Việt Nam|Permit to carry weapons or support tools into or out of Vietnam
ammunition-carry|Giấy phép mang đạn vào, ra Việt Nam|Permit to carry ammunition into or out of Vietnam
weapon-repair|Giấy phép sửa chữa vũ khí, công cụ hỗ trợ|Permit to repair weapons or support tools
weapon-equip-permit|Giấy phép trang bị vũ khí, công cụ hỗ trợ|Permit to be equipped with weapons or support tools
seal-registration|Đăng ký mẫu con dấu|Registration of a seal
vaccine-passport|Hộ chiếu vắc xin|Vaccine passport
`);

const CHANNELS = {
  any: [],
  online: [text("nộp trực tuyến", "filed online")],
  counter: [text("nộp trực tiếp", "filed at the counter")],
} as const satisfies Readonly<Record<FeeRow["channel"], readonly Text[]>>;

const TIER_UNITS = {
  loadTonnes: text("tấn", "tonnes"),
  quantity: text("viên", "rounds"),
} as const;

type Tier = NonNullable<FeeRow["tier"]>;
const boundOf = ({ bound, included }: Tier): Bound | null => (bound === null ? null : { at: bound, included });

/** `Đăng ký tạm trú, nộp trực tuyến`; a tier is told from the bound of the tier before it, so all rows of the item are needed. */
export function feeName({ item, channel, tier }: FeeRow, ofItem: readonly FeeRow[]): Text | null {
  const parts = [itemName(item), ...CHANNELS[channel]];
  if (tier === null) return nameOf(parts);
  const below = ofItem
    .flatMap((row) => (row.tier ? (boundOf(row.tier) ?? []) : []))
    .filter(({ at }) => at < (tier.bound ?? Number.POSITIVE_INFINITY))
    .toSorted((a, b) => b.at - a.at);
  return nameOf([...parts, tierName(below[0] ?? null, boundOf(tier), TIER_UNITS[tier.by])]);
}
