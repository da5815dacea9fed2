/**
 * Decree 168/2024/NĐ-CP, article 7: riders of motorcycles and mopeds. Columns: see violations.ts.
 */
export const decree168Motorbikes = `
168-7-1-a|motorbike|fine|200000-400000||0||not-held|2025-01-01|||read|||Không tuân theo biển báo hoặc vạch kẻ đường (lỗi chưa có mức phạt riêng)|Not obeying a road sign or marking (where no heavier rule applies)
168-7-1-b|motorbike|fine|200000-400000||0||not-held|2025-01-01|||read|||Vượt xe mà không báo hiệu trước|Overtaking without signalling
168-7-1-d|motorbike|fine|200000-400000||0||not-held|2025-01-01|||read|||Chở người ngồi sau che ô|Carrying a passenger under an umbrella
168-7-1-dd|motorbike|fine|200000-400000||0||not-held|2025-01-01|||read|||Không nhường đường ở ngã ba, ngã tư|Not giving way at a junction
168-7-1-e|motorbike|fine|200000-400000||0||not-held|2025-01-01|||read||lateral-distance-added|Chuyển làn sai chỗ hoặc không bật xi nhan|Changing lane wrongly or without signalling
168-7-1-g|motorbike|fine|200000-400000||0||not-held|2025-01-01|||read|||Không bật đèn xe từ 18 giờ đến 6 giờ|No lights from 18:00 to 06:00
168-7-1-h|motorbike|fine|200000-400000||0||not-held|2025-01-01|||read|||Tránh xe sai quy định hoặc bật đèn pha sai chỗ|Passing oncoming vehicles wrongly, or high beam where not allowed
168-7-1-i|motorbike|fine|200000-400000||0||not-held|2025-01-01|||read|||Bấm còi ban đêm từ 22 giờ đến 5 giờ ở khu dân cư, bệnh viện|Using the horn from 22:00 to 05:00 near homes or hospitals
168-7-2-a|motorbike|fine|400000-600000||0||not-held|2025-01-01|||read|||Dừng, đỗ xe trên phần đường xe chạy ở ngoài đô thị|Stopping or parking in the running lane outside town
168-7-2-b|motorbike|fine|400000-600000||0||not-held|2025-01-01|||read|||Chạy quá tốc độ từ 5 đến dưới 10 km/h|Speeding: from 5 to under 10 km/h over the limit
168-7-2-c|motorbike|fine|400000-600000||0||not-held|2025-01-01|||read|||Đi chậm mà không đi sát bên phải|Riding slowly without keeping right
168-7-2-d|motorbike|fine|400000-600000||0||not-held|2025-01-01|||read|||Dừng, đỗ xe dưới lòng đường gây cản trở hoặc tụ tập từ 3 xe trở lên|Stopping in the roadway and blocking it, or gathering three or more vehicles
168-7-2-dd|motorbike|fine|400000-600000||0||not-held|2025-01-01|||read|confiscate-signal-device@7(12)(a)||Lắp hoặc dùng còi, đèn của xe ưu tiên khi không được phép|Fitting or using the siren or lights of a priority vehicle without permission
168-7-2-e|motorbike|fine|400000-600000||0||not-held|2025-01-01|||read|||Dừng, đỗ xe ở điểm đón khách, ngã ba, ngã tư hoặc nơi cấm dừng đỗ|Stopping or parking at a passenger stop, a junction or where forbidden
168-7-2-g|motorbike|fine|400000-600000||0||not-held|2025-01-01|||read|||Chở hai người ngồi sau|Carrying two passengers
168-7-2-h|motorbike|fine|400000-600000||0||not-held|2025-01-01|||read|||Người lái không đội mũ bảo hiểm hoặc không cài quai|Rider without a helmet, or with the strap undone
168-7-2-i|motorbike|fine|400000-600000||0||not-held|2025-01-01|||read|||Chở người ngồi sau không đội mũ bảo hiểm|Carrying a passenger without a helmet
168-7-2-k|motorbike|fine|400000-600000||0||not-held|2025-01-01|||read|||Quay đầu xe ở nơi cấm quay đầu|Turning round where forbidden
168-7-3-a|motorbike|fine|600000-800000||0||not-held|2025-01-01|||read|||Rẽ không quan sát, không bật xi nhan hoặc rẽ nơi có biển cấm|Turning without looking or signalling, or against a sign
168-7-3-b|motorbike|fine|600000-800000||2||not-held|2025-01-01|||read|||Chở từ ba người ngồi sau trở lên|Carrying three or more passengers
168-7-3-c|motorbike|fine|600000-800000||0||not-held|2025-01-01|||read|||Dừng, đỗ xe trên cầu|Stopping or parking on a bridge
168-7-3-d|motorbike|fine|600000-800000||0||not-held|2025-01-01|||read|||Đi sai làn, sai phần đường|Wrong lane or wrong part of the road
168-7-3-dd|motorbike|fine|600000-800000||0||not-held|2025-01-01|||read|||Vượt xe bên phải khi không được phép|Overtaking on the right without leave
168-7-3-e|motorbike|fine|600000-800000||0||not-held|2025-01-01|||read|||Bám, kéo, đẩy xe khác hoặc chở hàng cồng kềnh|Holding on to, towing or pushing another vehicle, or a bulky load
168-7-3-h|motorbike|fine|600000-800000||0||not-held|2025-01-01|||read|||Không bật đèn chiếu gần trong hầm đường bộ|No dipped headlight in a road tunnel
168-7-3-i|motorbike|fine|600000-800000||0||not-held|2025-01-01|||read|||Không giữ khoảng cách an toàn với xe phía trước|Not keeping a safe distance from the vehicle in front
168-7-3-k|motorbike|fine|600000-800000||0||not-held|2025-01-01|||read|||Chạy dàn hàng ngang từ 3 xe trở lên|Riding three or more side by side
168-7-4-a|motorbike|fine|800000-1000000||0||not-held|2025-01-01|||read|||Chạy quá tốc độ từ 10 đến 20 km/h|Speeding: from 10 to 20 km/h over the limit
168-7-4-b|motorbike|fine|800000-1000000||0||not-held|2025-01-01|||read|||Dừng, đỗ xe trong hầm đường bộ|Stopping or parking in a road tunnel
168-7-4-c|motorbike|fine|800000-1000000||0||not-held|2025-01-01|||read|||Vượt xe ở nơi cấm vượt|Overtaking where forbidden
168-7-4-d|motorbike|fine|800000-1000000||0||not-held|2025-01-01|||read|||Quay đầu xe trong hầm đường bộ|Turning round in a road tunnel
168-7-4-dd|motorbike|fine|800000-1000000||4||not-held|2025-01-01|||read|||Dùng điện thoại, tai nghe hoặc che ô khi đang lái xe|Using a phone, earphones or an umbrella while riding
168-7-5-a|motorbike|fine|1000000-2000000||2||not-held|2025-01-01|||read|||Liên quan đến tai nạn mà không dừng lại|Not stopping when involved in an accident
168-7-5-b|motorbike|fine|1000000-2000000||2||not-held|2025-01-01|||read|||Rẽ mà không nhường người đi bộ trên vạch qua đường|Turning without giving way to people on a crossing
168-7-5-c|motorbike|fine|1000000-2000000||2||not-held|2025-01-01|||read|||Rẽ mà không nhường xe đi ngược chiều|Turning without giving way to oncoming traffic
168-7-6-a|motorbike|fine|2000000-3000000||4||held|2025-01-01|||read|||Lái xe sau khi uống rượu bia: nồng độ cồn đến 0,25 mg/l khí thở hoặc đến 50 mg/100 ml máu|Riding after drinking: up to 0.25 mg/l breath or 50 mg/100 ml blood
168-7-6-b|motorbike|fine|2000000-3000000||2||not-held|2025-01-01|||read||authority-bans-added|Đi vào đường cấm, khu vực cấm, giờ cấm|Entering a road or area where or when it is forbidden
168-7-6-c|motorbike|fine|2000000-3000000||2||not-held|2025-01-01|||read|||Từ đường nhánh ra đường chính, đường ưu tiên mà không nhường đường|Not giving way when joining a main or priority road
168-7-6-d|motorbike|fine|2000000-3000000||2||not-held|2025-01-01|||read|||Không nhường xe bên phải hoặc xe trong vòng xuyến|Not giving way to the right or at a roundabout
168-7-7-a|motorbike|fine|4000000-6000000||2||not-held|2025-01-01|||read|||Đi ngược chiều hoặc chạy xe trên vỉa hè|Riding the wrong way or on the pavement
168-7-7-b|motorbike|fine|4000000-6000000||6||held|2025-01-01|||read|||Đi xe máy vào cao tốc|Riding a motorbike onto a motorway
168-7-7-c|motorbike|fine|4000000-6000000||4||not-held|2025-01-01|||read|||Vượt đèn đỏ, không theo đèn tín hiệu|Running a red light or ignoring a traffic light
168-7-7-d|motorbike|fine|4000000-6000000||4||not-held|2025-01-01|||read|||Không theo hiệu lệnh của cảnh sát giao thông|Not following a traffic officer's signal
168-7-7-dd|motorbike|fine|4000000-6000000||4||not-held|2025-01-01|||read|||Không nhường hoặc cản trở xe ưu tiên đang đi làm nhiệm vụ|Not giving way to, or obstructing, a priority vehicle on duty
168-7-8-a|motorbike|fine|6000000-8000000||4||not-held|2025-01-01|||read|||Chạy quá tốc độ trên 20 km/h|Speeding: more than 20 km/h over the limit
168-7-8-b|motorbike|fine|6000000-8000000||10||held|2025-01-01|||read|||Lái xe sau khi uống rượu bia: nồng độ cồn trên 0,25 đến 0,4 mg/l khí thở hoặc trên 50 đến 80 mg/100 ml máu|Riding after drinking: over 0.25 to 0.4 mg/l breath or over 50 to 80 mg/100 ml blood
168-7-9-a|motorbike|fine|8000000-10000000||0|10-12|held|2025-01-01|||read|||Lạng lách, đánh võng hoặc quệt chân chống xuống đường|Weaving, or scraping the stand along the road
168-7-9-b|motorbike|fine|8000000-10000000||0|10-12|held|2025-01-01|||read|||Chạy theo nhóm từ 2 xe và quá tốc độ|Two or more riding as a group above the speed limit
168-7-9-c|motorbike|fine|8000000-10000000||6||not-held|2025-01-01|||read|||Gây tai nạn rồi bỏ chạy, không dừng lại, không giúp người bị nạn|Causing an accident and leaving, without stopping or helping
168-7-9-d|motorbike|fine|8000000-10000000||0|22-24|held|2025-01-01|||read|||Lái xe sau khi uống rượu bia: nồng độ cồn trên 0,4 mg/l khí thở hoặc trên 80 mg/100 ml máu|Riding after drinking: over 0.4 mg/l breath or 80 mg/100 ml blood
168-7-9-dd|motorbike|fine|8000000-10000000||0|22-24|held|2025-01-01|||read|||Không chịu thổi nồng độ cồn, từ chối kiểm tra nồng độ cồn|Refusing an alcohol test
168-7-9-e|motorbike|fine|8000000-10000000||0|22-24|held|2025-01-01|||read|||Lái xe khi trong người có chất ma túy|Riding with drugs in the body
168-7-9-g|motorbike|fine|8000000-10000000||0|22-24|held|2025-01-01|||read|||Từ chối kiểm tra ma túy|Refusing a drug test
168-7-9-k|motorbike|fine|8000000-10000000||0|10-12|held|2025-01-01|||read|||Nẹt pô, rú ga hoặc bấm còi liên tục ở khu dân cư|Revving the engine or sounding the horn without pause near homes
168-7-10-a|motorbike|fine|10000000-14000000||10||not-held|2025-01-01|||read|||Đi sai quy tắc nên gây tai nạn|Breaking the rules and causing an accident
168-7-11-a|motorbike|confiscate-vehicle|||0|22-24|held|2025-01-01|||read|||Buông cả hai tay, nằm hoặc ngồi về một bên khi lái xe|Riding hands-off, lying down or sitting sideways
168-7-11-b|motorbike|confiscate-vehicle|||0|22-24|held|2025-01-01|||read|||Bốc đầu, chạy xe bằng một bánh|Doing a wheelie, riding on one wheel
`;
