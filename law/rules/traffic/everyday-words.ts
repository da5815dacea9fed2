import { searchKey } from "../../../src/kernel/vietnamese.ts";
import { lazily, rowsByKey } from "../../parameters/table.ts";
import type { VehicleClass } from "../../parameters/traffic/index.ts";

/** The words of the titles, and how people say the same in everyday speech; written with or without accents. */
const SAYINGS = `
vượt đèn đỏ: đèn đỏ, đèn tín hiệu, vượt đèn, đèn vàng, không dừng đèn đỏ, chạy đèn đỏ, qua đèn đỏ
uống rượu bia nồng độ cồn: rượu bia, rượu, bia, uống rượu, uống bia, nhậu, nhậu xỉn, say rượu, say xỉn, xỉn, nồng độ, hơi men, hơi cồn, có cồn, drunk, drunk driving
thổi nồng độ cồn từ chối kiểm tra nồng độ cồn: không thổi nồng độ cồn, không chịu thổi nồng độ cồn, không thổi cồn, không chịu thổi, trốn thổi cồn, từ chối thổi nồng độ cồn, từ chối đo nồng độ cồn
điện thoại: nghe máy, gọi điện, nghe điện thoại, nhắn tin, lướt điện thoại, smartphone, đt
người lái không đội mũ bảo hiểm: không đội mũ, không đội nón, không đội mũ bảo hiểm, không đội nón bảo hiểm, không mũ, không nón, đầu trần, helmet, no helmet
mũ bảo hiểm: nón bảo hiểm, mũ, nón, mbh
bằng lái giấy phép lái xe: bằng lái, bằng lái xe, bằng, gplx, giấy phép lái xe, bằng xe
không có bằng lái giấy phép lái xe: không bằng, không bằng lái, không có bằng, không có bằng lái, không có bằng lái xe, chưa có bằng, chưa có bằng lái, lái xe không bằng, không có gplx, không gplx, không giấy phép lái xe, không có giấy phép lái xe, chưa có giấy phép lái xe, no licence, without licence, without a licence, no driving licence
giấy đăng ký xe cà vẹt: cà vẹt, cavet, cà vẹt xe, giấy đăng ký, giấy tờ xe, đăng ký xe, giấy xe
vỉa hè: lề đường, hè phố, leo lề, leo vỉa hè, hè
ngược chiều: đi ngược, chạy ngược, ngược đường, đường một chiều
chở hai người ngồi sau: kẹp ba, kẹp 3, tống ba, tống 3, chở 2, chở hai, chở 2 người, đi 3 người, 3 người, ba người
chở từ ba người ngồi sau: kẹp bốn, kẹp 4, tống bốn, tống 4, chở 3, chở ba, chở 3 người, chở 4, đi 4 người, 4 người, bốn người
quá tốc độ: tốc độ, chạy nhanh, phóng nhanh, phóng ẩu, vượt tốc độ, chạy quá tốc độ, lỗi tốc độ, bắn tốc độ, speeding
dây an toàn: thắt dây, cài dây, đai an toàn, seat belt, seatbelt
xi nhan: xinhan, báo rẽ, đèn báo rẽ, đèn xin đường, xin đường, si nhan
đăng kiểm hết hạn: hết đăng kiểm, quá hạn đăng kiểm, hết hạn đăng kiểm
đăng kiểm: kiểm định, khám xe
biển số: biển xe, bảng số, bảng số xe, biển kiểm soát, plate
bảo hiểm bắt buộc của xe: bảo hiểm xe, bảo hiểm, bảo hiểm trách nhiệm dân sự, bảo hiểm bắt buộc
chất ma túy: ma túy, cần sa, thuốc lắc, chơi đồ, phê thuốc, drugs
lạng lách đánh võng rượt đuổi nhau: lạng lách, đánh võng, lượn lách, lách, đánh võng lạng lách, lạng lách đánh võng
nẹt pô rú ga: nẹt pô, rú ga, nẹt bô, rồ ga, nổ bô, nổ pô, vít ga
độ pô giảm thanh: độ pô, pô độ, độ bô, pô kêu to
lắp thêm đèn trái phép: độ đèn, đèn độ, lắp đèn, đèn trợ sáng, gắn thêm đèn
bốc đầu: bốc đầu xe, chạy một bánh, đi một bánh, chạy 1 bánh
đỗ trên vỉa hè trái phép: đỗ xe trên vỉa hè, đậu xe trên vỉa hè, đỗ xe vỉa hè, đậu xe vỉa hè, đỗ trên vỉa hè, đỗ vỉa hè
đỗ xe: đậu xe, dừng đỗ, dừng đỗ xe, đỗ, đậu, parking
dừng đỗ xe nơi cấm đỗ nơi cấm dừng đỗ sai: đỗ sai, đậu sai, dừng đỗ sai, đỗ xe sai, đậu xe sai, dừng đỗ sai quy định, đỗ sai quy định, đỗ xe sai quy định, đậu xe sai quy định, đỗ xe nơi cấm đỗ, đậu xe nơi cấm đậu, đỗ xe dưới biển cấm, đậu xe dưới biển cấm, đỗ dưới biển cấm, cấm đỗ, cấm đậu, illegal parking, no parking
gây cản trở gây ùn tắc: chắn lối, chắn đường, chặn đường, chắn ngang đường, cản trở giao thông
mở cửa xe không an toàn: mở cửa xe, mở cửa xe gây tai nạn, mở cửa, mở cửa không quan sát
cao tốc: đường cao tốc, highway, motorway
xe ưu tiên: xe cứu thương, xe cấp cứu, xe chữa cháy, xe cứu hỏa
cảnh sát giao thông: csgt, công an, cảnh sát
không chịu dừng xe không cho cảnh sát giao thông kiểm tra: không dừng xe khi csgt yêu cầu, không dừng xe theo hiệu lệnh, bỏ chạy khi gặp csgt, thấy csgt bỏ chạy, thông chốt, vượt chốt
sang tên: không chính chủ, chính chủ, xe không chính chủ, chưa sang tên
trẻ em: trẻ con, em bé, con nhỏ, trẻ nhỏ, ghế trẻ em
quá tải: chở nặng, quá trọng tải, vượt tải
chở khách quá số người cho phép: chở quá người, chở quá số người, chở khách quá người, nhồi khách, nhồi nhét khách, chở quá khách
bỏ chạy gây tai nạn: bỏ trốn, bỏ chạy, đâm xe rồi bỏ chạy, gây tai nạn bỏ chạy, gây tai nạn rồi bỏ chạy
dàn hàng ngang: hàng ngang, đi hàng ba, chạy hàng ba
sai làn: lấn làn, lấn tuyến, sai làn đường, đi nhầm làn, làn đường
vạch kẻ đường biển báo: đè vạch, cán vạch, vạch kẻ, đè vạch liền, vạch liền, vạch liền nét
tai nghe: headphone, đeo tai nghe
che ô: che dù, cầm dù, che ô dù, dù
đèn pha: bật pha, pha chói, chiếu pha, chiếu xa
làn dừng khẩn cấp: làn khẩn cấp, dải khẩn cấp, đi vào làn khẩn cấp, chạy vào làn khẩn cấp
đón trả khách: bắt khách, đón khách, trả khách
che lấp biển số: bịt biển số, che biển, bôi bẩn biển số
vượt xe: vượt ẩu, vượt xe ẩu, overtaking
: phạt nguội, bị phạt nguội, kịch khung
đường một chiều ngược chiều: đi vào đường một chiều, vào đường một chiều
sai làn: đi vào làn, chạy vào làn
không nhường cản trở xe ưu tiên: không nhường đường cho xe cứu thương, không nhường đường cho xe ưu tiên, không nhường đường xe cứu thương, không nhường đường cho xe chữa cháy
quay đầu xe ở nơi cấm quay đầu: quay đầu sai, quay đầu xe sai, quay đầu sai quy định
chở người ngồi sau không đội mũ bảo hiểm: chở trẻ em không mũ, chở trẻ em không đội mũ, chở con không đội mũ, chở người không mũ
chạy chậm hơn tốc độ tối thiểu: chạy chậm, chạy quá chậm, đi quá chậm
độ pô giảm thanh lắp thêm đèn trái phép: độ xe, xe độ
không bật đèn xe: không bật đèn, quên bật đèn, tắt đèn, không đèn, chạy không đèn
gương chiếu hậu: gương, kính chiếu hậu, kiếng chiếu hậu, kiếng
quay đầu: u turn, uturn, vòng xe lại
rẽ: quẹo
lùi xe: lùi, đi lùi, de xe
người từ 14 đến dưới 16 tuổi: 14 tuổi, 15 tuổi
người từ 16 đến dưới 18 tuổi: 16 tuổi, 17 tuổi, chưa đủ 18 tuổi, học sinh, chưa đủ tuổi, không đủ tuổi, dưới 18 tuổi
khoảng cách an toàn bám đuôi: bám đuôi, đi sát, không giữ khoảng cách
cồng kềnh: hàng to, quá khổ
đường cấm: cấm đường, giờ cấm, vào đường cấm, phố cấm
`;

/** Which road users a word names; the first is meant most. */
const VEHICLES: readonly (readonly [readonly VehicleClass[], string])[] = [
  [
    ["motorbike", "owner-motorbike"],
    "xe máy, mô tô, môtô, xe ga, xe số, honda, xe gắn máy, xe hai bánh, hai bánh, motorbike, motorcycle, xe máy điện",
  ],
  [
    ["car", "owner-car", "truck"],
    "ô tô, ôtô, oto, xe hơi, xe con, xe bốn bánh, bốn bánh, xe 4 bánh, car, taxi, xe khách, xe buýt",
  ],
  [["truck", "car", "owner-car"], "xe tải, xe ben, xe container, container, xe đầu kéo, truck, lorry"],
  [["bicycle"], "xe đạp, xe đạp điện, xe thô sơ, bicycle, bike"],
  [["pedestrian"], "người đi bộ, đi bộ, pedestrian, bộ hành"],
  [["specialised"], "xe máy chuyên dùng, máy kéo, máy xúc, xe lu"],
];

/** Words that say nothing about the act. */
export const SILENT_WORDS: ReadonlySet<string> = new Set(
  "xe bi phat bao nhieu tien muc loi xu toi minh em anh chi khi co la thi ma va hoac the nao duoc vi pham o cho nay dang the a of on or and in to while when driving riding".split(
    " ",
  ),
);

/** A phrase as people write it and what it stands for: words of the titles, or road users. */
export type Saying = {
  readonly phrase: string;
  readonly words: string;
  readonly vehicles: readonly VehicleClass[];
};
type ByKey = ReadonlyMap<string, readonly Saying[]>;

/** Everyday words by their phrase without accents; the words of the titles stand for themselves. */
export const sayings: () => ByKey = lazily(() =>
  rowsByKey(
    SAYINGS.trim()
      .split("\n")
      .flatMap((line) => {
        const [words = "", phrases = ""] = line.split(": ");
        return [...(words === "" ? [] : [words]), ...phrases.split(", ")].map((phrase) => ({
          phrase,
          words,
          vehicles: [],
        }));
      }),
    (saying) => searchKey(saying.phrase),
  ),
);
/** Names of road users by their phrase without accents. */
export const vehicleNames: () => ByKey = lazily(() =>
  rowsByKey(
    VEHICLES.flatMap(([vehicles, phrases]) => phrases.split(", ").map((phrase) => ({ phrase, words: "", vehicles }))),
    (saying) => searchKey(saying.phrase),
  ),
);
/** The longest phrase of the tables, in words. */
export const LONGEST_SAYING = 7;
