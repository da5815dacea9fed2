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
bằng lái giấy phép lái xe: bằng lái, bằng lái xe, bằng, gplx, giấy phép lái xe, bằng xe, chưa có bằng
giấy đăng ký xe cà vẹt: cà vẹt, cavet, cà vẹt xe, giấy đăng ký, giấy tờ xe, đăng ký xe, giấy xe
vỉa hè: lề đường, hè phố, leo lề, leo vỉa hè, hè
ngược chiều: đi ngược, chạy ngược, ngược đường, đường một chiều
chở hai người ngồi sau: kẹp ba, kẹp 3, tống ba, tống 3, chở 2, chở hai, chở 2 người, đi 3 người
chở từ ba người ngồi sau: kẹp bốn, kẹp 4, tống bốn, tống 4, chở 3, chở ba, chở 3 người, chở 4, đi 4 người
quá tốc độ: tốc độ, chạy nhanh, phóng nhanh, phóng ẩu, vượt tốc độ, chạy quá tốc độ, lỗi tốc độ, speeding
dây an toàn: thắt dây, cài dây, đai an toàn, seat belt, seatbelt
xi nhan: xinhan, báo rẽ, đèn báo rẽ, đèn xin đường, xin đường, si nhan
đăng kiểm hết hạn: hết đăng kiểm, quá hạn đăng kiểm, hết hạn đăng kiểm
đăng kiểm: kiểm định, khám xe
biển số: biển xe, bảng số, bảng số xe, biển kiểm soát, plate
bảo hiểm bắt buộc của xe: bảo hiểm xe, bảo hiểm, bảo hiểm trách nhiệm dân sự, bảo hiểm bắt buộc
chất ma túy: ma túy, cần sa, thuốc lắc, chơi đồ, phê thuốc, drugs
lạng lách đánh võng: lạng lách, đánh võng, lượn lách, lách
nẹt pô rú ga: nẹt pô, rú ga, nẹt bô, rồ ga
độ pô giảm thanh: độ pô, pô độ, độ bô, pô kêu to
bốc đầu: bốc đầu xe, chạy một bánh, đi một bánh, chạy 1 bánh
đỗ trên vỉa hè trái phép: đỗ xe trên vỉa hè, đậu xe trên vỉa hè, đỗ xe vỉa hè, đậu xe vỉa hè, đỗ trên vỉa hè, đỗ vỉa hè
đỗ xe: đậu xe, dừng đỗ, dừng đỗ xe, đỗ, đậu, parking
cao tốc: đường cao tốc, highway, motorway
xe ưu tiên: xe cứu thương, xe cấp cứu, xe chữa cháy, xe cứu hỏa
cảnh sát giao thông: csgt, công an, cảnh sát
sang tên: không chính chủ, chính chủ, xe không chính chủ, chưa sang tên
trẻ em: trẻ con, em bé, con nhỏ, trẻ nhỏ, ghế trẻ em
quá tải: chở nặng, quá trọng tải, vượt tải
bỏ chạy gây tai nạn: bỏ trốn, bỏ chạy, đâm xe rồi bỏ chạy, gây tai nạn bỏ chạy, gây tai nạn rồi bỏ chạy
dàn hàng ngang: hàng ngang, đi hàng ba, chạy hàng ba
sai làn: lấn làn, lấn tuyến, sai làn đường, đi nhầm làn, làn đường
vạch kẻ đường biển báo: đè vạch, cán vạch, vạch kẻ, đè vạch liền
tai nghe: headphone, đeo tai nghe
che ô: che dù, cầm dù, che ô dù, dù
đèn pha: bật pha, pha chói, chiếu pha
không bật đèn xe: không bật đèn, quên bật đèn, tắt đèn, không đèn, chạy không đèn
gương chiếu hậu: gương, kính chiếu hậu, kiếng chiếu hậu, kiếng
quay đầu: u turn, uturn, vòng xe lại
rẽ: quẹo
lùi xe: lùi, đi lùi, de xe
người từ 14 đến dưới 16 tuổi: 14 tuổi, 15 tuổi
người từ 16 đến dưới 18 tuổi: 16 tuổi, 17 tuổi, chưa đủ 18 tuổi, học sinh
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
  "xe bi phat bao nhieu tien muc loi xu toi minh em anh chi khi co la thi ma va hoac the nao duoc vi pham o cho nay dang the a the of on or and in to".split(
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
        return [words, ...phrases.split(", ")].map((phrase) => ({ phrase, words, vehicles: [] }));
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
