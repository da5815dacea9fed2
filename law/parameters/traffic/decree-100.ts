/**
 * Decree 100/2019/NĐ-CP, as first issued and as amended by Decree 123/2021/NĐ-CP from 01/01/2022: offences ended before
 * 01/01/2025. Columns: see violations.ts.
 */
export const decree100 = `
100-5-1-a|car|fine|200000-400000||0|||2020-01-01|2021-12-31||recalled||recalled|Không tuân theo biển báo hoặc vạch kẻ đường|Not obeying a road sign or marking
100-5-1-a|car|fine|300000-400000||0|||2022-01-01|2024-12-31|123/2021/NĐ-CP|recalled||recalled|Không tuân theo biển báo hoặc vạch kẻ đường|Not obeying a road sign or marking
100-5-3-a|car|fine|800000-1000000||0|||2020-01-01|2024-12-31||recalled||recalled|Chạy quá tốc độ từ 5 đến dưới 10 km/h|Speeding: from 5 to under 10 km/h over the limit
100-5-5-i|car|fine|3000000-5000000||0|1-3||2020-01-01|2021-12-31||recalled||recalled|Chạy quá tốc độ từ 10 đến 20 km/h|Speeding: from 10 to 20 km/h over the limit
100-5-5-i|car|fine|4000000-6000000||0|1-3||2022-01-01|2024-12-31|123/2021/NĐ-CP|recalled||recalled|Chạy quá tốc độ từ 10 đến 20 km/h|Speeding: from 10 to 20 km/h over the limit
100-5-6-a|car|fine|6000000-8000000||0|2-4||2020-01-01|2024-12-31||recalled||recalled|Chạy quá tốc độ trên 20 đến 35 km/h|Speeding: over 20 to 35 km/h over the limit
100-5-7-c|car|fine|10000000-12000000||0|2-4||2020-01-01|2024-12-31||reported||amount-confirmed|Chạy quá tốc độ trên 35 km/h|Speeding: more than 35 km/h over the limit
100-5-5-a|car|fine|3000000-5000000||0|1-3||2020-01-01|2021-12-31||recalled||recalled|Vượt đèn đỏ, không theo đèn tín hiệu|Running a red light or ignoring a traffic light
100-5-5-a|car|fine|4000000-6000000||0|1-3||2022-01-01|2024-12-31|123/2021/NĐ-CP|reported||amount-confirmed|Vượt đèn đỏ, không theo đèn tín hiệu|Running a red light or ignoring a traffic light
100-5-5-b|car|fine|3000000-5000000||0|1-3||2020-01-01|2021-12-31||recalled||recalled|Không theo hiệu lệnh của cảnh sát giao thông|Not following a traffic officer's signal
100-5-5-b|car|fine|4000000-6000000||0|1-3||2022-01-01|2024-12-31|123/2021/NĐ-CP|reported||amount-confirmed|Không theo hiệu lệnh của cảnh sát giao thông|Not following a traffic officer's signal
100-5-5-c|car|fine|3000000-5000000||0|2-4||2020-01-01|2021-12-31||recalled||recalled|Đi ngược chiều trên đường một chiều|Driving the wrong way on a one-way road
100-5-5-c|car|fine|4000000-6000000||0|2-4||2022-01-01|2024-12-31|123/2021/NĐ-CP|recalled||recalled|Đi ngược chiều trên đường một chiều|Driving the wrong way on a one-way road
100-5-5-dd|car|fine|3000000-5000000||0|1-3||2020-01-01|2021-12-31||recalled||recalled|Đi sai làn, sai phần đường|Wrong lane or wrong part of the road
100-5-5-dd|car|fine|4000000-6000000||0|1-3||2022-01-01|2024-12-31|123/2021/NĐ-CP|recalled||recalled|Đi sai làn, sai phần đường|Wrong lane or wrong part of the road
100-5-5-g|car|fine|4000000-6000000||0|1-3||2022-01-01|2024-12-31|123/2021/NĐ-CP|reported||amount-confirmed|Chạy vào làn dừng khẩn cấp hoặc vào, ra cao tốc sai quy định|Driving in the emergency lane, or entering or leaving a motorway wrongly
100-5-4-a|car|fine|1000000-2000000||0|1-3||2020-01-01|2021-12-31||recalled||recalled|Cầm, dùng điện thoại khi đang lái xe|Holding or using a phone while driving
100-5-4-a|car|fine|2000000-3000000||0|1-3||2022-01-01|2024-12-31|123/2021/NĐ-CP|reported||amount-confirmed|Cầm, dùng điện thoại khi đang lái xe|Holding or using a phone while driving
100-5-4-b|car|fine|1000000-2000000||0|1-3||2020-01-01|2021-12-31||recalled||recalled|Đi vào đường cấm, khu vực cấm|Entering a forbidden road or area
100-5-4-b|car|fine|2000000-3000000||0|1-3||2022-01-01|2024-12-31|123/2021/NĐ-CP|recalled||recalled|Đi vào đường cấm, khu vực cấm|Entering a forbidden road or area
100-5-3-p|car|fine|800000-1000000||0|||2020-01-01|2024-12-31||recalled||recalled|Người lái không thắt dây an toàn|Driver without a seat belt
100-5-3-q|car|fine|800000-1000000||0|||2020-01-01|2024-12-31||recalled||recalled|Chở người không thắt dây an toàn|Driving with a passenger who wears no seat belt
100-5-6-c|car|fine|6000000-8000000||0|10-12||2020-01-01|2024-12-31||reported||amount-confirmed|Lái xe sau khi uống rượu bia: nồng độ cồn mức 1|Driving after drinking: alcohol level 1
100-5-8-c|car|fine|16000000-18000000||0|16-18||2020-01-01|2024-12-31||reported||amount-confirmed|Lái xe sau khi uống rượu bia: nồng độ cồn mức 2|Driving after drinking: alcohol level 2
100-5-10-a|car|fine|30000000-40000000||0|22-24||2020-01-01|2024-12-31||reported||amount-confirmed|Lái xe sau khi uống rượu bia: nồng độ cồn mức 3|Driving after drinking: alcohol level 3
100-5-10-b|car|fine|30000000-40000000||0|22-24||2020-01-01|2024-12-31||reported||amount-confirmed|Không chịu thổi nồng độ cồn, từ chối kiểm tra nồng độ cồn|Refusing an alcohol test
100-5-10-c|car|fine|30000000-40000000||0|22-24||2020-01-01|2024-12-31||reported||amount-confirmed|Lái xe khi trong người có chất ma túy|Driving with drugs in the body
100-5-8-a|car|fine|16000000-18000000||0|5-7||2020-01-01|2024-12-31||reported||amount-confirmed|Đi ngược chiều hoặc lùi xe trên cao tốc|Wrong way or reversing on a motorway
100-6-1-a|motorbike|fine|100000-200000||0|||2020-01-01|2024-12-31||recalled||recalled|Không tuân theo biển báo hoặc vạch kẻ đường|Not obeying a road sign or marking
100-6-1-i|motorbike|fine|100000-200000||0|||2020-01-01|2024-12-31||reported||amount-confirmed|Chuyển làn không bật xi nhan|Changing lane without signalling
100-6-2-c|motorbike|fine|200000-300000||0|||2020-01-01|2021-12-31||recalled||recalled|Chạy quá tốc độ từ 5 đến dưới 10 km/h|Speeding: from 5 to under 10 km/h over the limit
100-6-2-c|motorbike|fine|300000-400000||0|||2022-01-01|2024-12-31|123/2021/NĐ-CP|recalled||recalled|Chạy quá tốc độ từ 5 đến dưới 10 km/h|Speeding: from 5 to under 10 km/h over the limit
100-6-4-a|motorbike|fine|600000-1000000||0|||2020-01-01|2021-12-31||recalled||recalled|Chạy quá tốc độ từ 10 đến 20 km/h|Speeding: from 10 to 20 km/h over the limit
100-6-4-a|motorbike|fine|800000-1000000||0|||2022-01-01|2024-12-31|123/2021/NĐ-CP|recalled||recalled|Chạy quá tốc độ từ 10 đến 20 km/h|Speeding: from 10 to 20 km/h over the limit
100-6-7-a|motorbike|fine|4000000-5000000||0|2-4||2020-01-01|2024-12-31||recalled||recalled|Chạy quá tốc độ trên 20 km/h|Speeding: more than 20 km/h over the limit
100-6-4-e|motorbike|fine|600000-1000000||0|1-3||2020-01-01|2021-12-31||recalled||recalled|Vượt đèn đỏ, không theo đèn tín hiệu|Running a red light or ignoring a traffic light
100-6-4-e|motorbike|fine|800000-1000000||0|1-3||2022-01-01|2024-12-31|123/2021/NĐ-CP|reported||amount-confirmed|Vượt đèn đỏ, không theo đèn tín hiệu|Running a red light or ignoring a traffic light
100-6-4-g|motorbike|fine|600000-1000000||0|1-3||2020-01-01|2021-12-31||recalled||recalled|Không theo hiệu lệnh của cảnh sát giao thông|Not following a traffic officer's signal
100-6-4-g|motorbike|fine|800000-1000000||0|1-3||2022-01-01|2024-12-31|123/2021/NĐ-CP|reported||amount-confirmed|Không theo hiệu lệnh của cảnh sát giao thông|Not following a traffic officer's signal
100-6-4-h|motorbike|fine|600000-1000000||0|1-3||2020-01-01|2021-12-31||recalled||recalled|Dùng điện thoại khi đang lái xe|Using a phone while riding
100-6-4-h|motorbike|fine|800000-1000000||0|1-3||2022-01-01|2024-12-31|123/2021/NĐ-CP|reported||amount-confirmed|Dùng điện thoại khi đang lái xe|Using a phone while riding
100-6-2-i|motorbike|fine|200000-300000||0|||2020-01-01|2021-12-31||recalled||recalled|Người lái không đội mũ bảo hiểm|Rider without a helmet
100-6-3-n|motorbike|fine|400000-600000||0|||2022-01-01|2024-12-31|123/2021/NĐ-CP|recalled||recalled|Người lái không đội mũ bảo hiểm|Rider without a helmet
100-6-2-k|motorbike|fine|200000-300000||0|||2020-01-01|2021-12-31||recalled||recalled|Chở người ngồi sau không đội mũ bảo hiểm|Carrying a passenger without a helmet
100-6-3-o|motorbike|fine|400000-600000||0|||2022-01-01|2024-12-31|123/2021/NĐ-CP|reported||amount-confirmed|Chở người ngồi sau không đội mũ bảo hiểm|Carrying a passenger without a helmet
100-6-3-b|motorbike|fine|400000-600000||0|1-3||2020-01-01|2024-12-31||recalled||recalled|Chở từ ba người ngồi sau trở lên|Carrying three or more passengers
100-6-5|motorbike|fine|1000000-2000000||0|1-3||2020-01-01|2024-12-31||recalled||recalled|Đi ngược chiều trên đường một chiều|Riding the wrong way on a one-way road
100-6-6-b|motorbike|fine|2000000-3000000||0|3-5||2020-01-01|2024-12-31||recalled||recalled|Đi xe máy vào cao tốc|Riding a motorbike onto a motorway
100-6-6-c|motorbike|fine|2000000-3000000||0|10-12||2020-01-01|2024-12-31||reported||amount-confirmed|Lái xe sau khi uống rượu bia: nồng độ cồn mức 1|Riding after drinking: alcohol level 1
100-6-7-c|motorbike|fine|4000000-5000000||0|16-18||2020-01-01|2024-12-31||reported||amount-confirmed|Lái xe sau khi uống rượu bia: nồng độ cồn mức 2|Riding after drinking: alcohol level 2
100-6-8-e|motorbike|fine|6000000-8000000||0|22-24||2020-01-01|2024-12-31||reported||amount-confirmed|Lái xe sau khi uống rượu bia: nồng độ cồn mức 3|Riding after drinking: alcohol level 3
100-6-8-g|motorbike|fine|6000000-8000000||0|22-24||2020-01-01|2024-12-31||reported||amount-confirmed|Không chịu thổi nồng độ cồn, từ chối kiểm tra nồng độ cồn|Refusing an alcohol test
100-6-8-b|motorbike|fine|6000000-8000000||0|2-4||2020-01-01|2024-12-31||recalled||recalled|Lạng lách, đánh võng|Weaving through traffic
100-8-2-b|bicycle|fine|100000-200000||0|||2020-01-01|2024-12-31||reported||amount-confirmed|Người đi xe đạp không theo hiệu lệnh của cảnh sát giao thông|Cyclist not following a traffic officer's signal
100-9-1-c|pedestrian|fine|60000-100000||0|||2020-01-01|2024-12-31||reported||amount-confirmed|Người đi bộ không theo hiệu lệnh của cảnh sát giao thông|Pedestrian not following a traffic officer's signal
100-8-1-q|bicycle|fine|80000-100000||0|||2020-01-01|2024-12-31||recalled||recalled|Đi xe sau khi uống rượu bia: nồng độ cồn mức 1|Riding after drinking: alcohol level 1
100-17-1-a|motorbike|fine|100000-200000||0|||2020-01-01|2024-12-31||recalled||recalled|Xe thiếu gương chiếu hậu bên trái hoặc còi|Missing left mirror or horn
100-17-1-c|motorbike|fine|100000-200000||0|||2020-01-01|2024-12-31||reported||amount-confirmed|Xe không có đèn xi nhan|No turn signals on the vehicle
100-17-2-a|motorbike|fine|300000-400000||0|||2020-01-01|2021-12-31||recalled||recalled|Không có giấy đăng ký xe (cà vẹt)|No vehicle registration certificate
100-17-2-a|motorbike|fine|800000-1000000||0|||2022-01-01|2024-12-31|123/2021/NĐ-CP|recalled||recalled|Không có giấy đăng ký xe (cà vẹt)|No vehicle registration certificate
100-17-2-c|motorbike|fine|300000-400000||0|||2020-01-01|2021-12-31||recalled||recalled|Xe không gắn biển số|Vehicle without a number plate
100-17-2-c|motorbike|fine|800000-1000000||0|||2022-01-01|2024-12-31|123/2021/NĐ-CP|recalled||recalled|Xe không gắn biển số|Vehicle without a number plate
100-16-4-a|car|fine|2000000-3000000||0|1-3||2020-01-01|2024-12-31||reported||amount-confirmed|Không có giấy đăng ký xe (cà vẹt)|No vehicle registration certificate
100-21-2-a|motorbike|fine|100000-200000||0|||2020-01-01|2024-12-31||recalled||recalled|Không có bảo hiểm bắt buộc của xe|No compulsory insurance of the vehicle
100-21-2-b|motorbike|fine|100000-200000||0|||2020-01-01|2024-12-31||reported||amount-confirmed|Không mang theo giấy đăng ký xe (cà vẹt)|Not carrying the vehicle registration certificate
100-21-4-a|motorbike|fine|400000-600000||0|||2020-01-01|2024-12-31||reported||amount-confirmed|Người từ 16 đến dưới 18 tuổi lái mô tô từ 50 cm3 trở lên|Person aged 16 to under 18 riding a motorcycle of 50 cm3 or more
100-21-5-a|motorbike|fine|800000-1200000||0|||2020-01-01|2021-12-31||recalled||recalled|Không có bằng lái (giấy phép lái xe), mô tô dưới 175 cm3|No driving licence, motorcycle under 175 cm3
100-21-5-a|motorbike|fine|1000000-2000000||0|||2022-01-01|2024-12-31|123/2021/NĐ-CP|recalled||recalled|Không có bằng lái (giấy phép lái xe), mô tô dưới 175 cm3|No driving licence, motorcycle under 175 cm3
100-21-7-b|motorbike|fine|3000000-4000000||0|||2020-01-01|2021-12-31||recalled||recalled|Không có bằng lái (giấy phép lái xe), mô tô từ 175 cm3 trở lên|No driving licence, motorcycle of 175 cm3 or more
100-21-7-b|motorbike|fine|4000000-5000000||0|||2022-01-01|2024-12-31|123/2021/NĐ-CP|recalled||recalled|Không có bằng lái (giấy phép lái xe), mô tô từ 175 cm3 trở lên|No driving licence, motorcycle of 175 cm3 or more
100-21-8-b|car|fine|4000000-6000000||0|||2020-01-01|2021-12-31||recalled||recalled|Không có bằng lái (giấy phép lái xe)|No driving licence
100-21-9-b|car|fine|10000000-12000000||0|||2022-01-01|2024-12-31|123/2021/NĐ-CP|recalled||recalled|Không có bằng lái (giấy phép lái xe)|No driving licence
100-30-4-a|owner-motorbike|fine|400000-600000|800000-1200000|0|||2020-01-01|2024-12-31||reported||amount-confirmed|Mua xe mà không làm thủ tục sang tên (xe không chính chủ)|Owner has not transferred the registration to his name
100-30-7-l|owner-car|fine|2000000-4000000|4000000-8000000|0|||2020-01-01|2024-12-31||reported||amount-confirmed|Mua xe mà không làm thủ tục sang tên (xe không chính chủ)|Owner has not transferred the registration to his name
`;
