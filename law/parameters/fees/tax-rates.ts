/**
 * Rates of the registration tax: key | percent | share in percent of another rate | cap | most a council may add, in percent | from | until | basis | evidence.
 */
export const taxRateRows = `
car9-first|10|||50|2017-01-01|2022-02-28|140/2016/NĐ-CP@7(5)|recalled
car9-first|10|||50|2022-03-01||10/2022/NĐ-CP@8(5)(a) + 175/2025/NĐ-CP@sửa đổi 8(5)(a) của 10/2022/NĐ-CP|read
car-later|2||||2022-03-01||10/2022/NĐ-CP@8(5)(d) + 175/2025/NĐ-CP@sửa đổi 8(5)(d) của 10/2022/NĐ-CP|read
car-later|2||||2017-01-01|2022-02-28|140/2016/NĐ-CP@7(5)|recalled
pickup-van-first||60|||2019-04-10||10/2022/NĐ-CP@8(5)(b) + 175/2025/NĐ-CP@sửa đổi 8(5)(b) của 10/2022/NĐ-CP + 20/2019/NĐ-CP@toàn văn|reported
other-car|2||||2017-01-01||10/2022/NĐ-CP@8(5) + 140/2016/NĐ-CP@7(5)|reported
ev-first|0||||2022-03-01|2025-02-28|10/2022/NĐ-CP@8(5)(c)|reported
ev-first|0||||2025-03-01|2026-06-07|51/2025/NĐ-CP@toàn văn|read
ev-first|0||||2026-06-08|2030-12-31|202/2026/NĐ-CP@toàn văn|recalled
motorcycle-first|2||||2017-01-01|2025-06-30|140/2016/NĐ-CP@7(4) + 10/2022/NĐ-CP@8(4)|reported
motorcycle-first-urban|5||||2017-01-01|2025-06-30|140/2016/NĐ-CP@7(4)(a) + 10/2022/NĐ-CP@8(4)(a)|reported
motorcycle-first|2||||2025-07-01||10/2022/NĐ-CP@8(4) + 175/2025/NĐ-CP@1(3)|read
motorcycle-later|1||||2017-01-01||10/2022/NĐ-CP@8(4)(b)|reported
domestic-cut||50|||2020-06-28|2020-12-31|70/2020/NĐ-CP@toàn văn|recalled
domestic-cut||50|||2021-12-01|2022-05-31|103/2021/NĐ-CP@toàn văn|recalled
domestic-cut||50|||2023-07-01|2023-12-31|41/2023/NĐ-CP@toàn văn|recalled
domestic-cut||50|||2024-09-01|2024-11-30|109/2024/NĐ-CP@toàn văn|recalled
cap|||500000000||2017-01-01||10/2022/NĐ-CP@8 + 140/2016/NĐ-CP@7|recalled
`;
