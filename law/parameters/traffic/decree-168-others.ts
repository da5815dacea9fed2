/**
 * Decree 168/2024/NĐ-CP, articles 8 to 35: other road users, the state of vehicles, licences, transport, owners.
 * With the 2026 amendments. Columns: see violations.ts.
 */
export const decree168Others = `
168-8-3-a|specialised|fine|800000-1000000||0||not-held|2025-01-01|||read|||Chạy quá tốc độ từ 5 đến dưới 10 km/h|Speeding: from 5 to under 10 km/h over the limit
168-8-4-a|specialised|fine|1000000-2000000||0||not-held|2025-01-01|||read|||Chạy quá tốc độ từ 10 đến 20 km/h|Speeding: from 10 to 20 km/h over the limit
168-8-6-a|specialised|fine|3000000-5000000||0||not-held|2025-01-01|||read|||Chạy quá tốc độ trên 20 km/h|Speeding: more than 20 km/h over the limit
168-8-6-c|specialised|fine|3000000-5000000||0||held|2025-01-01|||read|||Lái xe sau khi uống rượu bia: nồng độ cồn đến 0,25 mg/l khí thở hoặc đến 50 mg/100 ml máu|Driving after drinking: up to 0.25 mg/l breath or 50 mg/100 ml blood
168-8-6-d|specialised|fine|3000000-5000000||0||not-held|2025-01-01|||read||authority-bans-added|Đi vào đường cấm, khu vực cấm, giờ cấm|Entering a road or area where or when it is forbidden
168-8-7-a|specialised|fine|6000000-8000000||0||held|2025-01-01|||read|||Lái xe sau khi uống rượu bia: nồng độ cồn trên 0,25 đến 0,4 mg/l khí thở hoặc trên 50 đến 80 mg/100 ml máu|Driving after drinking: over 0.25 to 0.4 mg/l breath or over 50 to 80 mg/100 ml blood
168-8-7-c|specialised|fine|6000000-8000000||0||not-held|2025-01-01|||read|||Vượt đèn đỏ, không theo đèn tín hiệu|Running a red light or ignoring a traffic light
168-8-7-d|specialised|fine|6000000-8000000||0||not-held|2025-01-01|||read|||Đi ngược chiều trên đường một chiều|Driving the wrong way on a one-way road
168-8-8-b|specialised|fine|14000000-16000000||0||held|2025-01-01|||read|||Đưa xe máy chuyên dùng chạy chậm vào cao tốc|Taking a slow specialised vehicle onto a motorway
168-8-9-a|specialised|fine|18000000-20000000||0||held|2025-01-01|||read|||Lái xe sau khi uống rượu bia: nồng độ cồn trên 0,4 mg/l khí thở hoặc trên 80 mg/100 ml máu|Driving after drinking: over 0.4 mg/l breath or 80 mg/100 ml blood
168-8-9-b|specialised|fine|18000000-20000000||0||held|2025-01-01|||read|||Không chịu thổi nồng độ cồn, từ chối kiểm tra nồng độ cồn|Refusing an alcohol test
168-9-1-a|bicycle|fine|100000-200000||0||not-held|2025-01-01|||read|||Đi sai phần đường hoặc không đi bên phải|Riding on the wrong part of the road or not keeping right
168-9-1-c|bicycle|fine|100000-200000||0||not-held|2025-01-01|||read|||Không tuân theo biển báo hoặc vạch kẻ đường|Not obeying a road sign or marking
168-9-1-g|bicycle|fine|100000-200000||0||not-held|2025-01-01|||read|||Đi dàn hàng ngang từ 3 xe trở lên|Riding three or more side by side
168-9-1-h|bicycle|fine|100000-200000||0||not-held|2025-01-01|||read|||Dùng điện thoại hoặc che ô khi đang đi xe|Using a phone or an umbrella while riding
168-9-1-p|bicycle|fine|100000-200000||0||held|2025-01-01|||read|||Đi xe sau khi uống rượu bia: nồng độ cồn đến 0,25 mg/l khí thở hoặc đến 50 mg/100 ml máu|Riding after drinking: up to 0.25 mg/l breath or 50 mg/100 ml blood
168-9-2-dd|bicycle|fine|150000-250000||0||not-held|2025-01-01|||read|||Vượt đèn đỏ, không theo đèn tín hiệu|Running a red light or ignoring a traffic light
168-9-3-c|bicycle|fine|300000-400000||0||not-held|2025-01-01|||read|||Đi ngược chiều hoặc đi vào đường cấm|Riding the wrong way or on a forbidden road
168-9-3-d|bicycle|fine|300000-400000||0||held|2025-01-01|||read|||Đi xe sau khi uống rượu bia: nồng độ cồn trên 0,25 đến 0,4 mg/l khí thở hoặc trên 50 đến 80 mg/100 ml máu|Riding after drinking: over 0.25 to 0.4 mg/l breath or over 50 to 80 mg/100 ml blood
168-9-4-b|bicycle|fine|400000-600000||0||held|2025-01-01|||read|||Đi xe sau khi uống rượu bia: nồng độ cồn trên 0,4 mg/l khí thở hoặc trên 80 mg/100 ml máu|Riding after drinking: over 0.4 mg/l breath or 80 mg/100 ml blood
168-9-4-c|bicycle|fine|400000-600000||0||held|2025-01-01|||read|||Không chịu thổi nồng độ cồn, từ chối kiểm tra nồng độ cồn|Refusing an alcohol test
168-9-4-d|bicycle|fine|400000-600000||0||held|2025-01-01|||read||held-under-16|Người đi xe đạp máy không đội mũ bảo hiểm|Rider of a motor-assisted bicycle without a helmet
168-9-5|bicycle|fine|800000-1200000||0||held|2025-01-01|||read|||Đi xe đạp hoặc xe thô sơ vào cao tốc|Taking a bicycle or cart onto a motorway
168-10-1-a|pedestrian|fine|150000-250000||0||not-held|2025-01-01|||read|||Đi bộ sang đường sai chỗ, đi không đúng phần đường|Crossing in the wrong place or walking on the wrong part of the road
168-10-1-b|pedestrian|fine|150000-250000||0||not-held|2025-01-01|||read|||Đi bộ vượt đèn đỏ, không theo đèn tín hiệu, biển báo, vạch kẻ đường|Pedestrian crossing on red or ignoring a light, sign or marking
168-10-1-c|pedestrian|fine|150000-250000||0||not-held|2025-01-01|||read|||Người đi bộ không theo hiệu lệnh của cảnh sát giao thông|Pedestrian not following a traffic officer's signal
168-10-2-a|pedestrian|fine|400000-600000||0||not-held|2025-01-01|||read|||Đi bộ vào cao tốc|Walking onto a motorway
168-12-1|bicycle|fine|100000-200000||0||not-held|2025-01-01|||read|||Người ngồi sau xe đạp che ô|Bicycle passenger holding an umbrella
168-12-4|car|fine|350000-400000||0||not-held|2025-01-01|||read|||Người ngồi trên ô tô không thắt dây an toàn|Passenger in a car without a seat belt
168-12-5-b|motorbike|fine|400000-600000||0||not-held|2025-01-01|||read|||Người ngồi sau xe máy không đội mũ bảo hiểm|Passenger on a motorbike without a helmet
168-12-10|any|fine|4000000-6000000|8000000-12000000|0||held|2025-01-01|||read||held-when-driver|Không chịu dừng xe, không cho cảnh sát giao thông kiểm tra|Refusing to be checked by the traffic police
168-13-1|car|fine|200000-400000||0||not-held|2025-01-01|||read|restore-equipment@13(11)(a)||Xe không có kính chắn gió|No usable windscreen
168-13-2-a|car|fine|400000-600000||0||not-held|2025-01-01|||read|restore-equipment@13(11)(a)||Xe thiếu đèn, gương chiếu hậu, dây an toàn hoặc bình chữa cháy|Missing lights, mirrors, seat belts or extinguisher
168-13-3-a|car|fine|1000000-2000000||2||not-held|2025-01-01|||read|remove-extra-lights@13(11)(b)||Lắp thêm đèn trái phép|Fitting extra lights without leave
168-13-4-a|car|fine|2000000-3000000||2||held|2025-01-01|||read|confiscate-unproved-vehicle@13(10)(b)||Không có giấy đăng ký xe (cà vẹt) hoặc giấy đăng ký đã hết hạn|No vehicle registration certificate, or an expired one
168-13-5-a|car|fine|3000000-4000000||2||held|2025-01-01|||read|||Đăng kiểm hết hạn dưới 1 tháng|Inspection expired for less than one month
168-13-6-b|car|fine|4000000-6000000||2||held|2025-01-01|||read|||Không có đăng kiểm hoặc đăng kiểm hết hạn từ 1 tháng trở lên|No inspection, or expired for one month or more
168-13-7-a|car|fine|10000000-12000000||2||not-held|2025-01-01|||read|||Xe đăng ký tạm chạy quá thời hạn hoặc ra ngoài phạm vi cho phép|Temporarily registered vehicle beyond its term or area
168-13-7-b|car|fine|10000000-12000000||6||held|2025-01-01|||read|||Xe không gắn biển số|Vehicle without a number plate
168-13-8-a|car|fine|20000000-26000000||10||held|2025-01-01|||read|confiscate-plate@13(10)(a)||Gắn biển số giả hoặc biển số không đúng với đăng ký|False number plate, or one that does not match the registration
168-14-1-a|motorbike|fine|400000-600000||0||not-held|2025-01-01|||read||restore-equipment-added|Xe thiếu gương chiếu hậu bên trái, còi hoặc đèn phanh|Missing left mirror, horn or brake light
168-14-2-a|motorbike|fine|2000000-3000000||2||held|2025-01-01|||read|confiscate-unproved-vehicle@14(5)(b)||Không có giấy đăng ký xe (cà vẹt)|No vehicle registration certificate
168-14-2-c|motorbike|fine|2000000-3000000||2||not-held|2025-01-01|||read|||Xe đăng ký tạm chạy quá thời hạn hoặc ra ngoài phạm vi cho phép|Temporarily registered vehicle beyond its term or area
168-14-2-d|motorbike|fine|2000000-3000000||0||not-held|2025-01-01|||read|||Pô xe không có bộ phận giảm thanh, giảm khói (độ pô)|No silencer or smoke reducer (altered exhaust)
168-14-3-a|motorbike|fine|4000000-6000000||6||held|2025-01-01|||read|confiscate-plate@14(5)(a)||Xe không gắn biển số, gắn biển số giả hoặc không đúng với đăng ký|No number plate, a false one or one that does not match the registration
168-16-1-a|specialised|fine|800000-1000000||0||held|2025-01-01|||read|||Xe không gắn biển số|Vehicle without a number plate
168-17-2-a|car|fine|2000000-4000000||0||not-held|2025-01-01|||read|clear-load@47(5)(b)|load-reworded|Chở vật liệu, hàng rời không che phủ, để rơi vãi ra đường|Carrying loose goods uncovered or spilling them on the road
168-18-1|any|warning|||0||held|2025-01-01|||read|||Người từ 14 đến dưới 16 tuổi lái xe máy, ô tô|Person aged 14 to under 16 at the wheel or riding
168-18-2-b|motorbike|fine|200000-300000||0||not-held|2025-01-01|||read|||Không có bảo hiểm bắt buộc của xe|No compulsory insurance of the vehicle
168-18-4-c|car|fine|400000-600000||0||not-held|2025-01-01|||read|||Không có bảo hiểm bắt buộc của xe|No compulsory insurance of the vehicle
168-18-5-a|motorbike|fine|2000000-4000000||0||held|2025-01-01|||read|licence-taken-back@18(10),(11)||Không có bằng lái (giấy phép lái xe), xe đến 125 cm3 hoặc 11 kW|No driving licence, motorbike up to 125 cm3 or 11 kW
168-18-6|car|fine|4000000-6000000||0||held|2025-01-01|||read|||Người từ 16 đến dưới 18 tuổi lái ô tô|Person aged 16 to under 18 driving a car
168-18-7-b|motorbike|fine|6000000-8000000||0||held|2025-01-01|||read|licence-taken-back@18(10),(11)||Không có bằng lái (giấy phép lái xe), xe trên 125 cm3 hoặc 11 kW|No driving licence, motorbike over 125 cm3 or 11 kW
168-18-8-a|car|fine|8000000-10000000||0||held|2025-01-01|||read|||Bằng lái (giấy phép lái xe) hết hạn dưới 1 năm|Driving licence expired for less than one year
168-18-9-a|car|fine|18000000-20000000||0||held|2025-01-01|||read|||Bằng lái (giấy phép lái xe) không đúng hạng hoặc hết hạn từ 1 năm trở lên|Driving licence of the wrong class, or expired for one year or more
168-18-9-b|car|fine|18000000-20000000||0||held|2025-01-01|||read|licence-taken-back@18(10),(11)||Không có bằng lái (giấy phép lái xe) hoặc bằng lái đã hết điểm|No driving licence, or one without points left
168-20-2|car|fine|400000-600000*||0||not-held|2025-01-01|||read|carry-extra-passengers@47(5)(g)|points-by-excess|Chở khách quá số người cho phép (tính theo mỗi người vượt)|More passengers than allowed (for each extra person)
168-20-4|car|fine|1000000-2000000*||0||not-held|2025-01-01|||read|carry-extra-passengers@47(5)(g)|points-by-excess|Chở khách quá số người cho phép trên tuyến dài hơn 300 km (tính theo mỗi người vượt)|More passengers than allowed on a route over 300 km (for each extra person)
168-20-8|car|fine|10000000-12000000||6||not-held|2025-01-01|||read|||Đón, trả khách trên cao tốc|Picking up or dropping passengers on a motorway
168-21-2-a|truck|fine|800000-1000000||0||not-held|2025-01-01|||read|unload-excess@47(5)(c)||Chở hàng quá tải từ 10 đến 30% (xi téc chở chất lỏng: từ 20 đến 30%)|Overloaded by 10 to 30% (tankers: 20 to 30%)
168-21-5-a|truck|fine|3000000-5000000||2||not-held|2025-01-01|||read|unload-excess@47(5)(c)||Chở hàng quá tải trên 30 đến 50%|Overloaded by over 30 to 50%
168-21-6-a|truck|fine|5000000-7000000||4||not-held|2025-01-01|||read|unload-excess@47(5)(c)||Chở hàng quá tải trên 50 đến 100%|Overloaded by over 50 to 100%
168-21-7-a|truck|fine|7000000-8000000||8||not-held|2025-01-01|||read|unload-excess@47(5)(c)||Chở hàng quá tải trên 100 đến 150%|Overloaded by over 100 to 150%
168-21-8-a|truck|fine|8000000-12000000||10||not-held|2025-01-01|||read|unload-excess@47(5)(c)||Chở hàng quá tải trên 150%|Overloaded by over 150%
168-21-9|truck|fine|10000000-12000000||6||not-held|2025-01-01|||read|||Bốc, dỡ, giao nhận hàng trên cao tốc|Loading or unloading goods on a motorway
168-34-2|truck|fine|4000000-6000000||0||not-held|2025-01-01|||read|unload-excess@47(5)(e)||Xe nặng hơn tải trọng cầu, đường từ 10 đến 20%|Vehicle over the load limit of the road or bridge by 10 to 20%
168-34-5-a|truck|fine|40000000-50000000||4||not-held|2025-01-01|||read|unload-excess@47(5)(e)||Xe nặng hơn tải trọng cầu, đường trên 50%|Vehicle over the load limit of the road or bridge by more than 50%
168-32-3-a|owner-motorbike|fine|800000-1000000|1600000-2000000|0||not-held|2025-01-01|||read||owner-as-driver|Mua xe mà không làm thủ tục sang tên (xe không chính chủ)|Owner has not transferred the registration to his name
168-32-3-b|owner-motorbike|fine|800000-1000000|1600000-2000000|0||not-held|2025-01-01|||read|do-exchange@32(19)(g)|owner-as-driver|Không đổi giấy đăng ký, biển số xe khi phải đổi|Owner has not exchanged the certificate or plate when required
168-32-7-b|owner-car|fine|4000000-6000000|8000000-12000000|0||not-held|2025-01-01|||read|do-recall@32(19)(g)|owner-as-driver|Bán xe mà không làm thủ tục thu hồi đăng ký, biển số|Owner has not handed in certificate and plate after sale
168-32-7-h|owner-car|fine|4000000-6000000|8000000-12000000|0||not-held|2025-01-01|||read|do-transfer@32(19)(g)|owner-as-driver|Mua xe mà không làm thủ tục sang tên (xe không chính chủ)|Owner has not transferred the registration to his name
168-32-8-d|owner-motorbike|fine|4000000-6000000|8000000-12000000|0||not-held|2025-01-01|||read||owner-as-driver|Bán xe mà không làm thủ tục thu hồi đăng ký, biển số|Owner has not handed in certificate and plate after sale
168-32-12-b|owner-car|fine|16000000-18000000|32000000-36000000|6||held|2025-01-01|||read||owner-as-driver|Chủ xe đưa xe không gắn biển số ra đường|Owner putting a vehicle without plates on the road
168-32-13-d|owner-car|fine|20000000-26000000|40000000-52000000|10||held|2025-01-01|||read|confiscate-plate@32(18)(a)|owner-as-driver|Chủ xe đưa xe gắn biển số giả, sai đăng ký ra đường|Owner putting a vehicle with a false or wrong plate on the road
168-31-1|any|fine|10000000-12000000|20000000-24000000|0||not-held|2025-01-01|||read|||Mua, bán biển số xe trái phép|Buying or selling number plates unlawfully
168-35-2|any|fine|40000000-50000000|80000000-100000000|0||not-held|2025-01-01|||read|||Tổ chức đua xe trái phép|Organising an illegal race
168-13-8-b|car|fine|20000000-26000000||6||not-held|2025-01-01|2026-08-14||read|||Biển số thiếu, gắn sai chỗ, bị mờ, bẻ cong hoặc che lấp|Number plate missing, misplaced, unreadable, bent or covered
168-13-8-b|car|fine|20000000-26000000||6||not-held|2026-08-15||238/2026/NĐ-CP 3|reported||transcribed|Biển số thiếu, gắn sai chỗ, bị mờ, che lấp hoặc dán vật liệu khiến camera khó đọc|Number plate missing, misplaced, covered or treated so that cameras cannot read it
168-14-3-b|motorbike|fine|4000000-6000000||6||not-held|2025-01-01|2026-08-14||read|||Biển số gắn sai chỗ, bị mờ, bẻ cong hoặc che lấp|Number plate misplaced, unreadable, bent or covered
168-14-3-b|motorbike|fine|4000000-6000000||6||not-held|2026-08-15||238/2026/NĐ-CP 4|reported||transcribed|Biển số gắn sai chỗ, bị mờ, che lấp hoặc dán vật liệu khiến camera khó đọc|Number plate misplaced, covered or treated so that cameras cannot read it
168-18-4-a|motorbike|fine|400000-600000||0||held|2025-01-01|2026-08-14||read|||Người từ 16 đến dưới 18 tuổi lái mô tô từ 50 cm3 hoặc 4 kW trở lên|Person aged 16 to under 18 riding a motorcycle of 50 cm3 or 4 kW and more
168-18-4-a|motorbike|fine|400000-600000||0||held|2026-08-15||238/2026/NĐ-CP 6|reported||transcribed|Người từ 16 đến dưới 18 tuổi lái mô tô và các loại xe tương tự|Person aged 16 to under 18 riding a motorcycle or the like
168-20-8a|car|fine|12000000-14000000||6||not-held|2026-08-15||238/2026/NĐ-CP 7(3)|reported||transcribed|Xe gia đình chở khách lấy tiền khi không đăng ký kinh doanh vận tải|Private car carrying passengers for money
168-21-8-e|truck|fine|8000000-12000000||0||not-held|2026-08-15||238/2026/NĐ-CP 8(4)(b)|recalled||goods-no-points-found|Xe không kinh doanh vận tải mà chở hàng lấy tiền|Private vehicle carrying goods for money
168-29-3a|truck|fine|5000000-10000000||2||not-held|2026-08-15||238/2026/NĐ-CP 10(1),(2)|reported||transcribed|Xe cứu hộ kéo, chở quá tải hoặc kéo xe không thuộc diện cứu hộ|Recovery vehicle overloaded or towing what may not be recovered
168-32-9a|owner-car|fine|5000000-6000000|10000000-12000000|0||not-held|2026-08-15||238/2026/NĐ-CP 11(1)|reported||camera-from-2028,transcribed|Xe đầu kéo, xe vận tải nội bộ không có thiết bị giám sát hành trình hoặc camera ghi hình người lái|Tractor unit or own-account vehicle without a tracker or a driver camera
`;
