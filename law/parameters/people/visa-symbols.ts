import { type Text, text } from "../../../src/kernel/text.ts";
import { type Proven, provenCells } from "../basis.ts";
import { lazily, parseTable, rowsByKey } from "../table.ts";

/**
 * Visa symbols, a row a state: symbol | longest validity (ISO 8601) | from | until | texts | evidence | holder in Vietnamese | in English.
 * The rows begin with Law 51/2019/QH14; what the law of 2014 had before is not entered.
 */
const visaSymbolRows = `
NG1|P1Y|2020-07-01||47/2014/QH13@8, 9|recalled|thành viên đoàn khách mời của lãnh đạo cao nhất|member of a delegation invited by the highest leaders
NG2|P1Y|2020-07-01||47/2014/QH13@8, 9|recalled|thành viên đoàn khách mời của lãnh đạo cấp tiếp theo|member of a delegation invited by leaders of the next rank
NG3|P1Y|2020-07-01||47/2014/QH13@8, 9|recalled|thành viên cơ quan ngoại giao, lãnh sự, Liên hợp quốc và gia đình|member of a diplomatic, consular or UN mission, and family
NG4|P1Y|2020-07-01||47/2014/QH13@8, 9|recalled|người làm việc với hoặc thăm cơ quan đại diện|working with or visiting a mission
LV1|P1Y|2020-07-01||47/2014/QH13@8, 9|recalled|người làm việc với cơ quan trung ương của Đảng, Nhà nước|working with central bodies of Party and State
LV2|P1Y|2020-07-01||47/2014/QH13@8, 9|recalled|người làm việc với tổ chức chính trị - xã hội, VCCI|working with socio-political bodies or VCCI
LS|P5Y|2020-07-01||47/2014/QH13@8, 9|recalled|luật sư nước ngoài|foreign lawyer
ĐT1|P5Y|2020-07-01||47/2014/QH13@8, 9|recalled|nhà đầu tư góp vốn từ 100 tỷ đồng hoặc vào lĩnh vực ưu đãi|investor of 100 billion đồng or more, or in a preferred sector
ĐT2|P5Y|2020-07-01||47/2014/QH13@8, 9|recalled|nhà đầu tư góp vốn từ 50 đến dưới 100 tỷ đồng|investor of 50 to under 100 billion đồng
ĐT3|P3Y|2020-07-01||47/2014/QH13@8, 9|recalled|nhà đầu tư góp vốn từ 3 đến dưới 50 tỷ đồng|investor of 3 to under 50 billion đồng
ĐT4|P1Y|2020-07-01||47/2014/QH13@8, 9|recalled|nhà đầu tư góp vốn dưới 3 tỷ đồng|investor of under 3 billion đồng
DN1|P1Y|2020-07-01||47/2014/QH13@8, 9|recalled|người làm việc với doanh nghiệp Việt Nam|working with a Vietnamese enterprise
DN2|P1Y|2020-07-01||47/2014/QH13@8, 9|recalled|người chào bán dịch vụ, lập hiện diện thương mại|offering services or setting up a presence
NN1|P1Y|2020-07-01||47/2014/QH13@8, 9|recalled|người đứng đầu văn phòng, dự án của tổ chức quốc tế, phi chính phủ|head of an international organisation's office or project
NN2|P1Y|2020-07-01||47/2014/QH13@8, 9|recalled|người đứng đầu văn phòng đại diện, chi nhánh|head of a representative office or branch
NN3|P1Y|2020-07-01||47/2014/QH13@8, 9|recalled|người làm việc với tổ chức phi chính phủ, văn phòng, chi nhánh|working with an NGO, office or branch
DH|P1Y|2020-07-01||47/2014/QH13@8, 9|recalled|người học tập, thực tập|studying or training
HN|P90D|2020-07-01||47/2014/QH13@8, 9|recalled|người dự hội nghị, hội thảo|attending a conference
PV1|P1Y|2020-07-01||47/2014/QH13@8, 9|recalled|phóng viên thường trú|resident press
PV2|P1Y|2020-07-01||47/2014/QH13@8, 9|recalled|phóng viên hoạt động ngắn hạn|short-stay press
LĐ1|P2Y|2020-07-01||47/2014/QH13@8, 9|recalled|người lao động không thuộc diện cấp giấy phép lao động|worker exempt from a work permit
LĐ2|P2Y|2020-07-01||47/2014/QH13@8, 9|recalled|người lao động có giấy phép lao động|worker with a work permit
DL|P90D|2020-07-01||47/2014/QH13@8, 9|recalled|khách du lịch|tourist
TT|P1Y|2020-07-01||47/2014/QH13@8, 9|recalled|thân nhân của người mang LV, LS, ĐT, NN, DH, PV, LĐ hoặc của công dân Việt Nam|family of holders of LV, LS, ĐT, NN, DH, PV, LĐ or of Vietnamese citizens
VR|P180D|2020-07-01||47/2014/QH13@8, 9|recalled|người thăm người thân hoặc mục đích khác|visiting relatives, or another purpose
SQ|P30D|2020-07-01||47/2014/QH13@8, 9|recalled|trường hợp ngắn hạn tại cơ quan đại diện|short case at a mission
EV|P90D|2023-08-15||47/2014/QH13@8, 9 + 23/2023/QH15@2|recalled|thị thực điện tử|electronic visa
UĐ1|P5Y|2026-07-01||118/2025/QH15@sửa đổi 47/2014/QH13|reported|nhân lực công nghiệp công nghệ số chất lượng cao và người được ưu đãi|high-quality digital-technology talent and others given preference
UĐ2|P5Y|2026-07-01||118/2025/QH15@sửa đổi 47/2014/QH13|reported|vợ, chồng, con dưới 18 tuổi của người mang UĐ1|spouse and children under 18 of a UĐ1 holder
`;

export type VisaSymbol = Proven & { readonly symbol: string; readonly longest: string; readonly holder: Text };

/** The rows of a symbol, in order of time. */
export const visaSymbols = lazily((): ReadonlyMap<string, readonly VisaSymbol[]> => {
  const columns = ["symbol", "longest", "from", "until", "basis", "evidence", "vi", "en"] as const;
  const rows = parseTable(columns, visaSymbolRows).map((row) => ({
    symbol: row.symbol,
    longest: row.longest,
    holder: text(row.vi, row.en),
    ...provenCells(row),
  }));
  return rowsByKey(rows, (row) => row.symbol);
});
