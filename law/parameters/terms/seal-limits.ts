/**
 * Time limits of seal procedures: key | national codes | count | unit | from | until | basis | evidence.
 * Handing in a seal has no limit that was found: its count is empty. Losing one is a duty of the holder.
 */
export const sealLimitRows = `
seal-new-central|2.001403|3|working-day|2016-07-01||99/2016/NĐ-CP@13 + 56/2023/NĐ-CP@sửa đổi 99/2016/NĐ-CP + 58/2026/NĐ-CP@2|reported
seal-re-worn-central|1.003173|3|working-day|2016-07-01||99/2016/NĐ-CP@15(1) + 56/2023/NĐ-CP@sửa đổi 99/2016/NĐ-CP + 58/2026/NĐ-CP@2|read
seal-re-change-central|1.003173|3|working-day|2016-07-01||99/2016/NĐ-CP@15(2) + 56/2023/NĐ-CP@sửa đổi 99/2016/NĐ-CP + 58/2026/NĐ-CP@2|read
seal-re-lost-central|1.003173|3|working-day|2016-07-01||99/2016/NĐ-CP@15(3) + 56/2023/NĐ-CP@sửa đổi 99/2016/NĐ-CP + 58/2026/NĐ-CP@2|read
seal-extra-central|1.003184|3|working-day|2016-07-01||99/2016/NĐ-CP@16 + 56/2023/NĐ-CP@sửa đổi 99/2016/NĐ-CP + 58/2026/NĐ-CP@2|reported
seal-relief-central|1.003154|3|working-day|2016-07-01||99/2016/NĐ-CP@14 + 56/2023/NĐ-CP@sửa đổi 99/2016/NĐ-CP + 58/2026/NĐ-CP@2|reported
seal-cert-central|2.001162|3|working-day|2016-07-01||99/2016/NĐ-CP@17 + 56/2023/NĐ-CP@sửa đổi 99/2016/NĐ-CP + 58/2026/NĐ-CP@2|reported
seal-new-province|2.001428|3|working-day|2016-07-01||99/2016/NĐ-CP@13 + 56/2023/NĐ-CP@sửa đổi 99/2016/NĐ-CP + 58/2026/NĐ-CP@2|reported
seal-re-worn-province|2.001410|3|working-day|2016-07-01||99/2016/NĐ-CP@15(1) + 56/2023/NĐ-CP@sửa đổi 99/2016/NĐ-CP + 58/2026/NĐ-CP@2|read
seal-re-change-province|2.001410|3|working-day|2016-07-01||99/2016/NĐ-CP@15(2) + 56/2023/NĐ-CP@sửa đổi 99/2016/NĐ-CP + 58/2026/NĐ-CP@2|read
seal-re-lost-province|2.001410|3|working-day|2016-07-01||99/2016/NĐ-CP@15(3) + 56/2023/NĐ-CP@sửa đổi 99/2016/NĐ-CP + 58/2026/NĐ-CP@2|read
seal-extra-province|2.001397|3|working-day|2016-07-01||99/2016/NĐ-CP@16 + 56/2023/NĐ-CP@sửa đổi 99/2016/NĐ-CP + 58/2026/NĐ-CP@2|reported
seal-relief-province|2.001329|3|working-day|2016-07-01||99/2016/NĐ-CP@14 + 56/2023/NĐ-CP@sửa đổi 99/2016/NĐ-CP + 58/2026/NĐ-CP@2|reported
seal-cert-province|2.001160|3|working-day|2016-07-01||99/2016/NĐ-CP@17 + 56/2023/NĐ-CP@sửa đổi 99/2016/NĐ-CP + 58/2026/NĐ-CP@2|reported
seal-handin||||2016-07-01||99/2016/NĐ-CP@18–19 + 282/2025/NĐ-CP@16|reported
seal-lost-report||2|working-day|2016-07-01|2026-03-14|99/2016/NĐ-CP@24(7) + 282/2025/NĐ-CP@16(1)(a), 16(2)(d)|read
seal-lost-report||2|day|2026-03-15||99/2016/NĐ-CP@24(7) + 58/2026/NĐ-CP@2(13) + 282/2025/NĐ-CP@16(1)(a), 16(2)(d)|read
`;
