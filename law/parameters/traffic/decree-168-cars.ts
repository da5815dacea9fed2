/**
 * Decree 168/2024/NĐ-CP, article 6: drivers of cars and the like. With the 2026 amendments. Columns: see violations.ts.
 */
export const decree168Cars = `
168-6-1-a|car|fine|400000-600000||0||not-held|2025-01-01|||read|||Không tuân theo biển báo hoặc vạch kẻ đường (lỗi chưa có mức phạt riêng)|Not obeying a road sign or marking (where no heavier rule applies)
168-6-1-b|car|fine|400000-600000||0||not-held|2025-01-01|||read|||Không bật xi nhan khi ra, vào chỗ dừng đỗ|No turn signal when pulling in or out of a stopping place
168-6-1-c|car|fine|400000-600000||0||not-held|2025-01-01|||read|||Xe hỏng nằm trên đường mà không bật đèn khẩn cấp, không đặt biển cảnh báo|Broken-down vehicle left on the road without hazard lights or a warning sign
168-6-1-d|car|fine|400000-600000||0||not-held|2025-01-01|||read|||Kéo xe hoặc rơ moóc mà không có biển báo hiệu|Towing a vehicle or trailer without the warning sign
168-6-1-dd|car|fine|400000-600000||0||not-held|2025-01-01|||read|||Bấm còi ban đêm từ 22 giờ đến 5 giờ ở khu dân cư, bệnh viện|Using the horn from 22:00 to 05:00 near homes or hospitals
168-6-2-a|car|fine|600000-800000||0||not-held|2025-01-01|||read||lateral-distance-added|Chuyển làn sai chỗ hoặc không bật xi nhan báo trước|Changing lane wrongly or without signalling
168-6-2-b|car|fine|600000-800000||0||not-held|2025-01-01|||read|||Chở quá số người được ngồi trong buồng lái|More people in the cab than allowed
168-6-2-c|car|fine|600000-800000||0||not-held|2025-01-01|||read|||Không nhường đường ở ngã ba, ngã tư|Not giving way at a junction
168-6-2-d|car|fine|600000-800000||0||not-held|2025-01-01|||read|||Dừng, đỗ xe giữa phần đường xe chạy, ngược chiều hoặc trên dốc không chèn bánh|Stopping or parking in the running lane, against traffic, or on a slope without chocks
168-6-2-dd|car|fine|600000-800000||0||not-held|2025-01-01|||read|||Dừng, đỗ xe cách lề quá 0,25 m, trên làn xe buýt hoặc miệng cống|Stopping more than 0.25 m from the kerb, in a bus lane or over a drain
168-6-3-a|car|fine|800000-1000000||0||not-held|2025-01-01|||read|||Chạy quá tốc độ từ 5 đến dưới 10 km/h|Speeding: from 5 to under 10 km/h over the limit
168-6-3-b|car|fine|800000-1000000||0||not-held|2025-01-01|||read|||Bấm còi liên tục, dùng còi hơi hoặc bật đèn pha sai chỗ|Horn without pause, air horn, or high beam where not allowed
168-6-3-c|car|fine|800000-1000000||0||not-held|2025-01-01|||read|||Rẽ, chuyển hướng mà không quan sát, không bật xi nhan|Turning without looking or signalling
168-6-3-d|car|fine|800000-1000000||0||not-held|2025-01-01|||read|||Dừng, đỗ xe sai quy định ở đường ngang hoặc gần đường sắt|Stopping or parking wrongly at or near a railway crossing
168-6-3-dd|car|fine|800000-1000000||0||not-held|2025-01-01|||read|||Dừng, đỗ xe ở ngã ba, ngã tư, trước cổng cơ quan hoặc điểm xe buýt|Stopping or parking at a junction, in front of a gate or at a bus stop
168-6-3-e|car|fine|800000-1000000||0||not-held|2025-01-01|||read|||Đỗ xe nơi cấm đỗ, đỗ sai lề đường hoặc đỗ trên vỉa hè trái phép|Parking where forbidden, off the kerb line or on the pavement
168-6-3-g|car|fine|800000-1000000||0||not-held|2025-01-01|||read|||Không bật đèn xe từ 18 giờ đến 6 giờ hoặc khi trời mù, tầm nhìn kém|No lights from 18:00 to 06:00 or in poor visibility
168-6-3-h|car|fine|800000-1000000||2||not-held|2025-01-01|||read||recovery-vehicles-excluded|Kéo, đẩy xe khác không đúng cách|Towing or pushing another vehicle improperly
168-6-3-i|car|fine|800000-1000000||2||not-held|2025-01-01|||read|||Chở người trên xe đang được kéo|Carrying people in a vehicle being towed
168-6-3-k|car|fine|800000-1000000||0||not-held|2025-01-01|||read|||Người lái không thắt dây an toàn|Driver without a seat belt
168-6-3-l|car|fine|800000-1000000||0||not-held|2025-01-01|||read|||Chở người không thắt dây an toàn|Driving with a passenger who wears no seat belt
168-6-3-n|car|fine|800000-1000000||0||not-held|2025-01-01|||read|||Không bật đèn chiếu gần trong hầm đường bộ|No dipped headlights in a road tunnel
168-6-3-o|car|fine|800000-1000000||0||not-held|2025-01-01|||read|||Chạy chậm hơn tốc độ tối thiểu của đường|Driving below the minimum speed of the road
168-6-3-p|car|fine|800000-1000000||0||not-held|2025-01-01|||read|||Chạy chậm hơn xe khác mà không đi sát bên phải|Slow vehicle not keeping to the right
168-6-4-a|car|fine|2000000-3000000||2||not-held|2025-01-01|||read|||Vào làn thu phí không dừng khi xe chưa dán thẻ thu phí|Entering an electronic toll lane without a toll tag
168-6-4-b|car|fine|2000000-3000000||2||not-held|2025-01-01|||read|||Dừng, đỗ xe bên trái đường một chiều, trên cầu hoặc song song với xe khác|Stopping on the left of a one-way road, on a bridge or beside another stopped vehicle
168-6-4-d|car|fine|2000000-3000000||2||not-held|2025-01-01|||read|||Không nhường đường cho xe xin vượt khi đã an toàn|Not letting an overtaking vehicle pass when it is safe
168-6-4-dd|car|fine|2000000-3000000||2||not-held|2025-01-01|||read|||Lùi xe, quay đầu hoặc dừng, đỗ xe sai trong hầm đường bộ|Reversing, turning round or stopping wrongly in a road tunnel
168-6-4-e|car|fine|2000000-3000000||0||not-held|2025-01-01|||read|||Lùi xe trên đường một chiều hoặc ở ngã ba, ngã tư|Reversing on a one-way road or at a junction
168-6-4-i|car|fine|2000000-3000000||0||not-held|2025-01-01|||read|||Quay đầu xe ở vạch người đi bộ, trên cầu, nơi đường hẹp, đường dốc|Turning round at a crossing, on a bridge, or on a narrow or steep road
168-6-4-k|car|fine|2000000-3000000||0||not-held|2025-01-01|||read|||Quay đầu hoặc rẽ ở nơi có biển cấm|Turning or turning round against a prohibition sign
168-6-4-l|car|fine|2000000-3000000||0||not-held|2025-01-01|||read|||Bám đuôi, không giữ khoảng cách nên va chạm với xe phía trước|Following too closely and hitting the vehicle in front
168-6-5-a|car|fine|4000000-6000000||2||not-held|2025-01-01|||read|||Vượt xe ở nơi cấm vượt hoặc vượt bên phải khi không được phép|Overtaking where forbidden, or on the right
168-6-5-b|car|fine|4000000-6000000||2||not-held|2025-01-01|||read|||Đi sai làn, sai phần đường hoặc không đi bên phải|Wrong lane, wrong part of the road or not keeping right
168-6-5-c|car|fine|4000000-6000000||2||not-held|2025-01-01|||read|||Tránh xe đi ngược chiều không đúng quy định|Passing oncoming vehicles improperly
168-6-5-d|car|fine|4000000-6000000||2||not-held|2025-01-01|||read|||Vào, ra cao tốc sai quy định hoặc chạy vào làn dừng khẩn cấp|Entering or leaving a motorway wrongly, or driving in the emergency lane
168-6-5-dd|car|fine|4000000-6000000||2||not-held|2025-01-01|||read|||Chạy quá tốc độ từ 10 đến 20 km/h|Speeding: from 10 to 20 km/h over the limit
168-6-5-e|car|fine|4000000-6000000||2||not-held|2025-01-01|||read|confiscate-signal-device@6(15)(a)||Lắp hoặc dùng còi, đèn của xe ưu tiên khi không được phép|Fitting or using the siren or lights of a priority vehicle without permission
168-6-5-g|car|fine|4000000-6000000||2||held|2025-01-01|2026-08-14||read||lateral-distance-added,no-longer-held|Chuyển làn sai quy định trên cao tốc|Changing lane wrongly on a motorway
168-6-5-g|car|fine|4000000-6000000||2||not-held|2026-08-15||238/2026/NĐ-CP 19(2),(14)|reported||lateral-distance-added,no-longer-held,transcribed|Chuyển làn sai quy định hoặc không giữ khoảng cách ngang an toàn trên cao tốc|Changing lane wrongly, or too close beside others, on a motorway
168-6-5-h|car|fine|4000000-6000000||4||not-held|2025-01-01|||read|||Cầm, dùng điện thoại khi đang lái xe|Holding or using a phone while driving
168-6-5-i|car|fine|4000000-6000000||2||not-held|2025-01-01|||read||authority-bans-added|Đi vào đường cấm, khu vực cấm, giờ cấm|Entering a road or area where or when it is forbidden
168-6-5-k|car|fine|4000000-6000000||2||not-held|2025-01-01|||read|||Dừng, đỗ hoặc quay đầu xe gây ùn tắc|Stopping, parking or turning round so that traffic jams
168-6-5-l|car|fine|4000000-6000000||0||not-held|2025-01-01|||read|||Rẽ mà không nhường người đi bộ trên vạch qua đường, người đi xe lăn|Turning without giving way to people on a crossing or in a wheelchair
168-6-5-m|car|fine|4000000-6000000||0||not-held|2025-01-01|||read|||Rẽ mà không nhường xe đi ngược chiều, người đi bộ|Turning without giving way to oncoming traffic or pedestrians
168-6-5-n|car|fine|4000000-6000000||2||not-held|2025-01-01|||read|||Từ đường nhánh ra đường chính, đường ưu tiên mà không nhường đường|Not giving way when joining a main or priority road
168-6-5-o|car|fine|4000000-6000000||2||not-held|2025-01-01|||read|||Không nhường xe bên phải hoặc xe trong vòng xuyến|Not giving way to the right or at a roundabout
168-6-5-p|car|fine|4000000-6000000||6||not-held|2025-01-01|||read||clinging-reworded|Chở người trên thùng, trên nóc xe hoặc để người bám bên ngoài|People in the cargo bed, on the roof or hanging on outside
168-6-5-q|car|fine|4000000-6000000||0||not-held|2025-01-01|||read|||Mở cửa xe không an toàn|Opening a door unsafely
168-6-6-a|car|fine|6000000-8000000||4||not-held|2025-01-01|||read|||Chạy quá tốc độ trên 20 đến 35 km/h|Speeding: over 20 to 35 km/h over the limit
168-6-6-b|car|fine|6000000-8000000||4||not-held|2025-01-01|||read|||Không nhường hoặc cản trở xe ưu tiên đang đi làm nhiệm vụ|Not giving way to, or obstructing, a priority vehicle on duty
168-6-6-c|car|fine|6000000-8000000||4||held|2025-01-01|||read|||Lái xe sau khi uống rượu bia: nồng độ cồn đến 0,25 mg/l khí thở hoặc đến 50 mg/100 ml máu|Driving after drinking: up to 0.25 mg/l breath or 50 mg/100 ml blood
168-6-6-d|car|fine|6000000-8000000||4||not-held|2025-01-01|||read|||Lái xe trên vỉa hè|Driving on the pavement
168-6-7-a|car|fine|12000000-14000000||6||not-held|2025-01-01|||read|||Chạy quá tốc độ trên 35 km/h|Speeding: more than 35 km/h over the limit
168-6-7-b|car|fine|12000000-14000000||4||held|2025-01-01|||read|||Đưa xe bốn bánh có gắn động cơ vào cao tốc|Taking a four-wheel motorised carrier onto a motorway
168-6-7-c|car|fine|12000000-14000000||6||not-held|2025-01-01|||read||emergency-strip-added|Dừng, đỗ xe trên cao tốc không đúng quy định|Stopping or parking wrongly on a motorway
168-6-8|car|fine|16000000-18000000||6||not-held|2025-01-01|||read|||Gây tai nạn rồi bỏ chạy, không dừng lại, không giúp người bị nạn|Causing an accident and leaving, without stopping or helping
168-6-9-a|car|fine|18000000-20000000||10||held|2025-01-01|||read|||Lái xe sau khi uống rượu bia: nồng độ cồn trên 0,25 đến 0,4 mg/l khí thở hoặc trên 50 đến 80 mg/100 ml máu|Driving after drinking: over 0.25 to 0.4 mg/l breath or over 50 to 80 mg/100 ml blood
168-6-9-b|car|fine|18000000-20000000||4||not-held|2025-01-01|||read|||Vượt đèn đỏ, không theo đèn tín hiệu|Running a red light or ignoring a traffic light
168-6-9-c|car|fine|18000000-20000000||4||not-held|2025-01-01|||read|||Không theo hiệu lệnh của cảnh sát giao thông|Not following a traffic officer's signal
168-6-9-d|car|fine|18000000-20000000||4||not-held|2025-01-01|||read|||Đi ngược chiều trên đường một chiều hoặc nơi có biển cấm đi ngược chiều|Driving the wrong way on a one-way road or against a no-entry sign
168-6-10-a|car|fine|20000000-22000000||10||not-held|2025-01-01|||read|||Lái xe thiếu quan sát, sai quy tắc nên gây tai nạn|Careless or rule-breaking driving that causes an accident
168-6-10-b|car|fine|20000000-22000000||10||not-held|2025-01-01|||read|||Phạm một lỗi được liệt kê tại điều này và gây tai nạn|Committing an offence listed in the article and causing an accident
168-6-11-a|car|fine|30000000-40000000||0|22-24|held|2025-01-01|||read|||Lái xe sau khi uống rượu bia: nồng độ cồn trên 0,4 mg/l khí thở hoặc trên 80 mg/100 ml máu|Driving after drinking: over 0.4 mg/l breath or 80 mg/100 ml blood
168-6-11-b|car|fine|30000000-40000000||0|22-24|held|2025-01-01|||read|||Không chịu thổi nồng độ cồn, từ chối kiểm tra nồng độ cồn|Refusing an alcohol test
168-6-11-c|car|fine|30000000-40000000||0|22-24|held|2025-01-01|||read|||Lái xe khi trong người có chất ma túy|Driving with drugs in the body
168-6-11-d|car|fine|30000000-40000000||0|22-24|held|2025-01-01|||read|||Từ chối kiểm tra ma túy|Refusing a drug test
168-6-11-dd|car|fine|30000000-40000000||10||not-held|2025-01-01|||read|||Đi ngược chiều, lùi xe hoặc quay đầu trên cao tốc|Wrong way, reversing or turning round on a motorway
168-6-12|car|fine|40000000-50000000||0|10-12|held|2025-01-01|||read|||Lạng lách, đánh võng, rượt đuổi nhau hoặc dùng chân lái xe|Weaving, chasing each other or steering with the feet
168-6-13|car|fine|50000000-70000000||0|22-24|not-held|2025-01-01|||read|||Lạng lách, đánh võng mà gây tai nạn|Weaving or chasing that causes an accident
168-6-14|car|confiscate-vehicle|||0|22-24|held|2025-01-01|||read|||Lạng lách, đánh võng nhiều lần (tái phạm)|Weaving or chasing again (repeat offence)
168-6-3-m|car|fine|800000-1000000||0||not-held|2026-01-01|2026-08-14|168/2024/NĐ-CP 53(2)|recalled||child-duty-rewritten|Chở trẻ em dưới 10 tuổi, thấp hơn 1,35 m ngồi cạnh người lái hoặc không có ghế trẻ em|Child under 10 and under 1.35 m beside the driver, or without a child seat
168-6-3-m|car|fine|800000-1000000||0||not-held|2026-08-15||238/2026/NĐ-CP 2(2)|reported||transcribed|Chở trẻ em dưới 10 tuổi, thấp hơn 1,35 m ngồi cùng hàng ghế với người lái|Child under 10 and under 1.35 m in the driver's row
168-6-1a|car|warning|||0||not-held|2026-08-15||238/2026/NĐ-CP 2(1)|reported||transcribed|Chở trẻ em dưới 10 tuổi, thấp hơn 1,35 m không có ghế trẻ em (trừ xe chở khách)|Child under 10 and under 1.35 m without a child seat (passenger transport excepted)
`;
