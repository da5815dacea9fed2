/**
 * Fees of identity cards, residence, passports, visas and driving licences:
 * item | channel | amount | currency | unit | from | until | basis | evidence.
 * Rows of Circular 28/2026/TT-BTC carry the older amounts over, as reported; the tariff itself was not read.
 */
export const peopleFeeRows = `
id-first-issue|any|0|VND|card|2016-01-01||59/2014/QH13@32 + 26/2023/QH15@toàn văn|reported
id-exchange-old-to-new|any|30000|VND|card|2019-10-16|2020-12-31|59/2019/TT-BTC@4|recalled
id-exchange|any|50000|VND|card|2019-10-16|2020-12-31|59/2019/TT-BTC@4|recalled
id-reissue|any|70000|VND|card|2019-10-16|2020-12-31|59/2019/TT-BTC@4|recalled
id-exchange-old-to-new|any|15000|VND|card|2021-01-01|2021-06-30|59/2019/TT-BTC@4 + 112/2020/TT-BTC@toàn văn|recalled
id-exchange|any|25000|VND|card|2021-01-01|2021-06-30|59/2019/TT-BTC@4 + 112/2020/TT-BTC@toàn văn|recalled
id-reissue|any|35000|VND|card|2021-01-01|2021-06-30|59/2019/TT-BTC@4 + 112/2020/TT-BTC@toàn văn|recalled
id-exchange-old-to-new|any|15000|VND|card|2021-07-01|2021-12-31|59/2019/TT-BTC@4 + 47/2021/TT-BTC@toàn văn|recalled
id-exchange|any|25000|VND|card|2021-07-01|2021-12-31|59/2019/TT-BTC@4 + 47/2021/TT-BTC@toàn văn|recalled
id-reissue|any|35000|VND|card|2021-07-01|2021-12-31|59/2019/TT-BTC@4 + 47/2021/TT-BTC@toàn văn|recalled
id-exchange-old-to-new|any|15000|VND|card|2022-01-01|2022-06-30|59/2019/TT-BTC@4 + 120/2021/TT-BTC@toàn văn|recalled
id-exchange|any|25000|VND|card|2022-01-01|2022-06-30|59/2019/TT-BTC@4 + 120/2021/TT-BTC@toàn văn|recalled
id-reissue|any|35000|VND|card|2022-01-01|2022-06-30|59/2019/TT-BTC@4 + 120/2021/TT-BTC@toàn văn|recalled
id-exchange-old-to-new|any|30000|VND|card|2022-07-01|2023-06-30|59/2019/TT-BTC@4|recalled
id-exchange|any|50000|VND|card|2022-07-01|2023-06-30|59/2019/TT-BTC@4|recalled
id-reissue|any|70000|VND|card|2022-07-01|2023-06-30|59/2019/TT-BTC@4|recalled
id-exchange-old-to-new|any|15000|VND|card|2023-07-01|2023-12-31|59/2019/TT-BTC@4 + 44/2023/TT-BTC@toàn văn|recalled
id-exchange|any|25000|VND|card|2023-07-01|2023-12-31|59/2019/TT-BTC@4 + 44/2023/TT-BTC@toàn văn|recalled
id-reissue|any|35000|VND|card|2023-07-01|2023-12-31|59/2019/TT-BTC@4 + 44/2023/TT-BTC@toàn văn|recalled
id-exchange-old-to-new|any|30000|VND|card|2024-01-01|2024-06-30|59/2019/TT-BTC@4|recalled
id-exchange|any|50000|VND|card|2024-01-01|2024-06-30|59/2019/TT-BTC@4|recalled
id-reissue|any|70000|VND|card|2024-01-01|2024-06-30|59/2019/TT-BTC@4|recalled
id-exchange-old-to-new|any|15000|VND|card|2024-07-01|2024-12-31|59/2019/TT-BTC@4 + 73/2024/TT-BTC@4 + 43/2024/TT-BTC@toàn văn|reported
id-exchange|any|25000|VND|card|2024-07-01|2024-12-31|59/2019/TT-BTC@4 + 73/2024/TT-BTC@4 + 43/2024/TT-BTC@toàn văn|reported
id-reissue|any|35000|VND|card|2024-07-01|2024-12-31|59/2019/TT-BTC@4 + 73/2024/TT-BTC@4 + 43/2024/TT-BTC@toàn văn|reported
id-exchange-old-to-new|any|30000|VND|card|2025-01-01|2025-06-30|73/2024/TT-BTC@4|reported
id-exchange|any|50000|VND|card|2025-01-01|2025-06-30|73/2024/TT-BTC@4|reported
id-reissue|any|70000|VND|card|2025-01-01|2025-06-30|73/2024/TT-BTC@4|reported
id-exchange-old-to-new|any|15000|VND|card|2025-07-01|2026-12-31|73/2024/TT-BTC@4 + 64/2025/TT-BTC@1|reported
id-exchange|any|25000|VND|card|2025-07-01|2026-12-31|73/2024/TT-BTC@4 + 64/2025/TT-BTC@1|reported
id-reissue|any|35000|VND|card|2025-07-01|2026-12-31|73/2024/TT-BTC@4 + 64/2025/TT-BTC@1|reported
id-exchange-old-to-new|any|30000|VND|card|2027-01-01||73/2024/TT-BTC@4|design
id-exchange|any|50000|VND|card|2027-01-01||73/2024/TT-BTC@4|design
id-reissue|any|70000|VND|card|2027-01-01||73/2024/TT-BTC@4|design
id-exchange-boundary-change|online|0|VND|card|2025-07-01||58/2026/NĐ-CP@toàn văn|reported
residence-permanent|counter|20000|VND|registration|2023-02-05||75/2022/TT-BTC@4|reported
residence-permanent|online|10000|VND|registration|2023-02-05||75/2022/TT-BTC@4|reported
residence-temporary|counter|15000|VND|registration|2023-02-05||75/2022/TT-BTC@4|reported
residence-temporary|online|7000|VND|registration|2023-02-05||75/2022/TT-BTC@4|reported
residence-temporary-extension|counter|15000|VND|registration|2023-02-05||75/2022/TT-BTC@4|reported
residence-temporary-extension|online|7000|VND|registration|2023-02-05||75/2022/TT-BTC@4|reported
residence-temporary-list|counter|10000|VND|person|2023-02-05||75/2022/TT-BTC@4|reported
residence-temporary-list|online|5000|VND|person|2023-02-05||75/2022/TT-BTC@4|reported
residence-temporary-list-extension|counter|10000|VND|person|2023-02-05||75/2022/TT-BTC@4|reported
residence-temporary-list-extension|online|5000|VND|person|2023-02-05||75/2022/TT-BTC@4|reported
residence-split-household|counter|10000|VND|registration|2023-02-05||75/2022/TT-BTC@4|reported
residence-split-household|online|5000|VND|registration|2023-02-05||75/2022/TT-BTC@4|reported
residence-deletion|any|0|VND|filing|2021-07-01||68/2020/QH14@toàn văn + 75/2022/TT-BTC@4|recalled
residence-adjust-info|any|0|VND|filing|2021-07-01||68/2020/QH14@toàn văn + 75/2022/TT-BTC@4|recalled
residence-confirmation-ct07|any|0|VND|filing|2021-07-01||68/2020/QH14@toàn văn + 75/2022/TT-BTC@4|recalled
stay-notification|any|0|VND|filing|2021-07-01||68/2020/QH14@30|recalled
temporary-absence|any|0|VND|filing|2021-07-01||68/2020/QH14@toàn văn + 75/2022/TT-BTC@4|recalled
passport-ordinary-new|counter|200000|VND|issue|2021-05-22|2026-03-31|25/2021/TT-BTC@biểu mức thu I|reported
passport-ordinary-new|counter|200000|VND|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
passport-ordinary-new|online|200000|VND|issue|2021-05-22|2023-12-31|25/2021/TT-BTC@biểu mức thu I|reported
passport-ordinary-new|online|180000|VND|issue|2024-01-01|2025-12-31|25/2021/TT-BTC@biểu mức thu I + 63/2023/TT-BTC@5|reported
passport-ordinary-new|online|200000|VND|issue|2026-01-01|2026-03-31|25/2021/TT-BTC@biểu mức thu I + 63/2023/TT-BTC@5|reported
passport-ordinary-new|online|200000|VND|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
passport-ordinary-damaged-or-lost|counter|400000|VND|issue|2021-05-22|2026-03-31|25/2021/TT-BTC@biểu mức thu I|reported
passport-ordinary-damaged-or-lost|counter|400000|VND|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
passport-ordinary-damaged-or-lost|online|400000|VND|issue|2021-05-22|2023-12-31|25/2021/TT-BTC@biểu mức thu I|reported
passport-ordinary-damaged-or-lost|online|360000|VND|issue|2024-01-01|2025-12-31|25/2021/TT-BTC@biểu mức thu I + 63/2023/TT-BTC@5|reported
passport-ordinary-damaged-or-lost|online|400000|VND|issue|2026-01-01|2026-03-31|25/2021/TT-BTC@biểu mức thu I + 63/2023/TT-BTC@5|reported
passport-ordinary-damaged-or-lost|online|400000|VND|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
passport-identity-confirmation|counter|100000|VND|issue|2021-05-22|2026-03-31|25/2021/TT-BTC@biểu mức thu I|reported
passport-identity-confirmation|counter|100000|VND|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
passport-identity-confirmation|online|100000|VND|issue|2021-05-22|2023-12-31|25/2021/TT-BTC@biểu mức thu I|reported
passport-identity-confirmation|online|90000|VND|issue|2024-01-01|2025-12-31|25/2021/TT-BTC@biểu mức thu I + 63/2023/TT-BTC@5|reported
passport-identity-confirmation|online|100000|VND|issue|2026-01-01|2026-03-31|25/2021/TT-BTC@biểu mức thu I + 63/2023/TT-BTC@5|reported
passport-identity-confirmation|online|100000|VND|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
border-laissez-passer-laos-cambodia|any|50000|VND|issue|2021-05-22|2026-03-31|25/2021/TT-BTC@biểu mức thu I + 157/2015/TT-BTC@toàn văn|recalled
border-laissez-passer-laos-cambodia|any|50000|VND|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
border-laissez-passer-china-officials|any|50000|VND|issue|2021-05-22|2026-03-31|25/2021/TT-BTC@biểu mức thu I + 157/2015/TT-BTC@toàn văn|recalled
border-laissez-passer-china-officials|any|50000|VND|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
border-laissez-passer-china-border-residents|any|5000|VND|issue|2021-05-22|2026-03-31|25/2021/TT-BTC@biểu mức thu I + 157/2015/TT-BTC@toàn văn|recalled
border-laissez-passer-china-border-residents|any|5000|VND|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
border-laissez-passer-china-other|any|50000|VND|issue|2021-05-22|2026-03-31|25/2021/TT-BTC@biểu mức thu I + 157/2015/TT-BTC@toàn văn|recalled
border-laissez-passer-china-other|any|50000|VND|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
visa-single|any|25|USD|issue|2023-10-03|2026-03-31|25/2021/TT-BTC@biểu mức thu II + 62/2023/TT-BTC@sửa đổi biểu mức thu II của 25/2021/TT-BTC|reported
visa-single|any|25|USD|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
visa-multiple-to-90-days|any|50|USD|issue|2023-10-03|2026-03-31|25/2021/TT-BTC@biểu mức thu II + 62/2023/TT-BTC@sửa đổi biểu mức thu II của 25/2021/TT-BTC|reported
visa-multiple-to-90-days|any|50|USD|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
visa-multiple-90-to-180-days|any|95|USD|issue|2023-10-03|2026-03-31|25/2021/TT-BTC@biểu mức thu II + 62/2023/TT-BTC@sửa đổi biểu mức thu II của 25/2021/TT-BTC|reported
visa-multiple-90-to-180-days|any|95|USD|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
visa-multiple-180-days-to-1-year|any|135|USD|issue|2023-10-03|2026-03-31|25/2021/TT-BTC@biểu mức thu II + 62/2023/TT-BTC@sửa đổi biểu mức thu II của 25/2021/TT-BTC|reported
visa-multiple-180-days-to-1-year|any|135|USD|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
visa-multiple-1-to-2-years|any|145|USD|issue|2023-10-03|2026-03-31|25/2021/TT-BTC@biểu mức thu II + 62/2023/TT-BTC@sửa đổi biểu mức thu II của 25/2021/TT-BTC|reported
visa-multiple-1-to-2-years|any|145|USD|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
visa-multiple-2-to-5-years|any|155|USD|issue|2023-10-03|2026-03-31|25/2021/TT-BTC@biểu mức thu II + 62/2023/TT-BTC@sửa đổi biểu mức thu II của 25/2021/TT-BTC|reported
visa-multiple-2-to-5-years|any|155|USD|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
visa-under-14|any|25|USD|issue|2023-10-03|2026-03-31|25/2021/TT-BTC@biểu mức thu II + 62/2023/TT-BTC@sửa đổi biểu mức thu II của 25/2021/TT-BTC|reported
visa-under-14|any|25|USD|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
visa-transfer-to-new-passport|any|5|USD|issue|2023-10-03|2026-03-31|25/2021/TT-BTC@biểu mức thu II + 62/2023/TT-BTC@sửa đổi biểu mức thu II của 25/2021/TT-BTC|reported
visa-transfer-to-new-passport|any|5|USD|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
visa-exemption-certificate|any|10|USD|issue|2023-10-03|2026-03-31|25/2021/TT-BTC@biểu mức thu II + 62/2023/TT-BTC@sửa đổi biểu mức thu II của 25/2021/TT-BTC|reported
visa-exemption-certificate|any|10|USD|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
trc-1-to-2-years|any|145|USD|issue|2023-10-03|2026-03-31|25/2021/TT-BTC@biểu mức thu II + 62/2023/TT-BTC@sửa đổi biểu mức thu II của 25/2021/TT-BTC|recalled
trc-1-to-2-years|any|145|USD|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
trc-2-to-5-years|any|155|USD|issue|2023-10-03|2026-03-31|25/2021/TT-BTC@biểu mức thu II + 62/2023/TT-BTC@sửa đổi biểu mức thu II của 25/2021/TT-BTC|recalled
trc-2-to-5-years|any|155|USD|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
trc-5-to-10-years|any|165|USD|issue|2023-10-03|2026-03-31|25/2021/TT-BTC@biểu mức thu II + 62/2023/TT-BTC@sửa đổi biểu mức thu II của 25/2021/TT-BTC|recalled
trc-5-to-10-years|any|165|USD|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
temporary-residence-extension|any|10|USD|issue|2023-10-03|2026-03-31|25/2021/TT-BTC@biểu mức thu II + 62/2023/TT-BTC@sửa đổi biểu mức thu II của 25/2021/TT-BTC|recalled
temporary-residence-extension|any|10|USD|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
permanent-residence-card|any|100|USD|issue|2023-10-03|2026-03-31|25/2021/TT-BTC@biểu mức thu II + 62/2023/TT-BTC@sửa đổi biểu mức thu II của 25/2021/TT-BTC|recalled
permanent-residence-card|any|100|USD|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
e-visa-single|any|25|USD|issue|2023-10-03|2026-03-31|25/2021/TT-BTC@biểu mức thu II + 62/2023/TT-BTC@sửa đổi biểu mức thu II của 25/2021/TT-BTC|recalled
e-visa-single|any|25|USD|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
e-visa-multiple|any|50|USD|issue|2023-10-03|2026-03-31|25/2021/TT-BTC@biểu mức thu II + 62/2023/TT-BTC@sửa đổi biểu mức thu II của 25/2021/TT-BTC|recalled
e-visa-multiple|any|50|USD|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
licence-issue-exchange-reissue|counter|135000|VND|licence|2023-08-01||37/2023/TT-BTC@toàn văn|reported
licence-issue-exchange-reissue|online|115000|VND|licence|2023-12-01|2025-12-31|37/2023/TT-BTC@toàn văn + 63/2023/TT-BTC@toàn văn|reported
licence-issue-exchange-reissue|online|135000|VND|licence|2026-01-01||37/2023/TT-BTC@toàn văn|design
foreigner-temporary-residence-declaration|any|0|VND|filing|2015-01-01|2026-03-31|25/2021/TT-BTC@toàn văn|recalled
foreigner-temporary-residence-declaration|any|0|VND|filing|2026-04-01||28/2026/TT-BTC@toàn văn|reported
permanent-residence-card-reissue|any|100|USD|card|2026-04-01||28/2026/TT-BTC@toàn văn|reported
abtc-card-new|any|840000|VND|issue|2026-04-01|2026-06-30|28/2026/TT-BTC@biểu mức thu I.3(c)|reported
abtc-card-new|any|700000|VND|issue|2026-07-01||81/2026/TT-BTC@sửa đổi biểu mức thu I.3(c) của 28/2026/TT-BTC + 28/2026/TT-BTC@biểu mức thu I.3(c)|reported
abtc-card-reissue|any|700000|VND|issue|2026-04-01||28/2026/TT-BTC@toàn văn|reported
`;
