/**
 * Time limits of residence, identity, foreigners, passports and driving licences, a row a period:
 * key | national codes | count | unit | from | until | basis | evidence.
 * `clock` is a limit by the hour of the day (the stay notification, see stay-deadline); 4 working hours stand for "half a working day",
 * 0 hours for "at once on arrival".
 */
export const peopleLimitRows = `
residence-permanent||7|working-day|2021-07-01||68/2020/QH14@22(3)|reported
residence-temporary||3|working-day|2021-07-01||68/2020/QH14@28(2)|read
residence-temporary-extension||3|working-day|2021-07-01||68/2020/QH14@28(3)|read
residence-split-household||5|working-day|2021-07-01||68/2020/QH14@25(3)(b)|read
residence-adjust-info||3|working-day|2021-07-01||68/2020/QH14@26 + 320/QĐ-BCA@mục 4.4|reported
residence-confirmation-ct07-validity-old||30|day|2021-07-01|2023-12-31|55/2021/TT-BCA@17|reported
residence-confirmation-ct07-validity||1|year|2024-01-01||66/2023/TT-BCA@sửa đổi 17 của 55/2021/TT-BCA + 55/2021/TT-BCA@17|reported
residence-confirmation-ct07||1|working-day|2021-07-01||55/2021/TT-BCA@17|reported
residence-confirmation-ct07-half-day||4|working-hour|2024-01-16||320/QĐ-BCA@toàn văn + 116/2026/TT-BCA@16|reported
residence-confirmation-ct07-verify||3|working-day|2021-07-01||55/2021/TT-BCA@17 + 116/2026/TT-BCA@16|reported
residence-declaration-no-fixed||30|day|2021-07-01||68/2020/QH14@19|recalled
residence-deletion-citizen-duty||7|day|2021-07-01||62/2021/NĐ-CP@7 + 154/2024/NĐ-CP@9(3), 10(3) + 58/2026/NĐ-CP@4|reported
residence-deletion-agency||5|working-day|2021-07-01|2026-03-14|62/2021/NĐ-CP@7 + 154/2024/NĐ-CP@toàn văn|recalled
residence-deletion-permanent-file||5|working-day|2026-03-15||154/2024/NĐ-CP@9(5) + 58/2026/NĐ-CP@4|read
residence-deletion-temporary-file||3|working-day|2026-03-15||154/2024/NĐ-CP@10(5) + 58/2026/NĐ-CP@4|read
residence-deletion-after-data||1|working-day|2026-03-15||154/2024/NĐ-CP@9(2), 10(2) + 58/2026/NĐ-CP@4|read
residence-deletion-after-cancel||1|day|2026-03-15||154/2024/NĐ-CP@9(1), 10(1) + 58/2026/NĐ-CP@4 + 116/2026/TT-BCA@13(2)|reported
residence-child-duty||60|day|2021-07-01||154/2024/NĐ-CP@7(2) + 58/2026/NĐ-CP@4(4) + 62/2021/NĐ-CP@6|read
temporary-absence||1|working-day|2021-07-01||68/2020/QH14@31(2)|read
stay-notification|||clock|2021-07-01|2026-06-30|68/2020/QH14@30(4) + 55/2021/TT-BCA@15|reported
stay-notification|||clock|2026-07-01||68/2020/QH14@30(3) + 118/2025/QH15@4(9) + 116/2026/TT-BCA@14|read
foreigner-declaration-paper||12|hour|2015-01-01|2026-07-23|47/2014/QH13@33 + 23/2023/QH15@sửa đổi 33 của 47/2014/QH13|reported
foreigner-declaration-paper||12|hour|2026-07-24||47/2014/QH13@33 + 87/2026/TT-BCA@toàn văn|reported
foreigner-declaration-electronic||0|hour|2026-07-24||87/2026/TT-BCA@toàn văn|reported
foreigner-declaration-paper-remote||24|hour|2015-01-01|2026-07-23|47/2014/QH13@33|reported
foreigner-declaration-paper-remote||24|hour|2026-07-24||47/2014/QH13@33 + 87/2026/TT-BCA@toàn văn|reported
trc-issue||5|working-day|2015-01-01||47/2014/QH13@37|recalled
temporary-residence-extension||5|working-day|2015-01-01||47/2014/QH13@35|recalled
e-visa||3|working-day|2017-02-01||47/2014/QH13@16a–16b + 51/2019/QH14@sửa đổi 16a–16b của 47/2014/QH13|recalled
passport-provincial||8|working-day|2020-07-01||49/2019/QH14@15(7)|reported
passport-central||5|working-day|2020-07-01||49/2019/QH14@15(7)|reported
passport-urgent||3|working-day|2020-07-01||49/2019/QH14@15(7)|recalled
passport-lost-report-citizen-duty||48|hour|2020-07-01||49/2019/QH14@28|reported
id-issue||7|working-day|2024-07-01||26/2023/QH15@26 + 5230/QĐ-BCA-C06@phần II|reported
id-reissue-online||5|working-day|2026-08-18||5230/QĐ-BCA-C06@phần II thủ tục 1|reported
id-issue-2014-city||7|working-day|2016-01-01|2024-06-30|59/2014/QH13@25|reported
id-reissue-2014-city||15|working-day|2016-01-01|2024-06-30|59/2014/QH13@25|reported
id-any-2014-mountain||20|working-day|2016-01-01|2024-06-30|59/2014/QH13@25|reported
id-any-2014-other||15|working-day|2016-01-01|2024-06-30|59/2014/QH13@25|reported
eid-level1-citizen||1|working-day|2024-07-01||69/2024/NĐ-CP@toàn văn|recalled
eid-level2-citizen-card||3|working-day|2024-07-01||69/2024/NĐ-CP@toàn văn|recalled
eid-level2-citizen-nocard||7|working-day|2024-07-01||69/2024/NĐ-CP@toàn văn|recalled
licence-exchange||5|working-day|2025-03-01||12/2025/TT-BCA@toàn văn|reported
licence-reissue||5|working-day|2025-03-01||12/2025/TT-BCA@toàn văn|reported
`;
