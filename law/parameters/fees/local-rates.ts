/**
 * Local rates of the registration tax for a passenger car, first registration: province | name | percent | from | until | basis | evidence.
 * No row for 01/07/2025–31/12/2025 was found. Before, only the councils that had gone beyond ten per cent are entered.
 */
export const localRateRows = `
01|Hà Nội|12|2026-01-01||10/2022/NĐ-CP@8(5)(a)|reported
04|Cao Bằng|12|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
08|Tuyên Quang|11|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
11|Điện Biên|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
12|Lai Châu|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
14|Sơn La|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
15|Lào Cai|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
19|Thái Nguyên|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
20|Lạng Sơn|12|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
22|Quảng Ninh|12|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
24|Bắc Ninh|12|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
25|Phú Thọ|12|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
31|Hải Phòng|12|2026-08-08||10/2022/NĐ-CP@8(5)(a)|read
33|Hưng Yên|12|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
37|Ninh Bình|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
38|Thanh Hóa|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
40|Nghệ An|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
42|Hà Tĩnh|11|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
44|Quảng Trị|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
46|Huế|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
48|Đà Nẵng|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
51|Quảng Ngãi|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
52|Gia Lai|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
56|Khánh Hòa|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
66|Đắk Lắk|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
68|Lâm Đồng|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
75|Đồng Nai|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
79|Hồ Chí Minh|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|reported
80|Tây Ninh|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
82|Đồng Tháp|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
86|Vĩnh Long|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
91|An Giang|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
92|Cần Thơ|12|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
96|Cà Mau|10|2026-01-01||10/2022/NĐ-CP@8(5)(a)|recalled
01|Hà Nội|12|2021-01-01|2025-06-30|140/2016/NĐ-CP@7(5) + 10/2022/NĐ-CP@8(5)(a)|recalled
31|Hải Phòng|12|2021-01-01|2025-06-30|140/2016/NĐ-CP@7(5) + 10/2022/NĐ-CP@8(5)(a)|recalled
22|Quảng Ninh|12|2021-01-01|2025-06-30|140/2016/NĐ-CP@7(5) + 10/2022/NĐ-CP@8(5)(a)|recalled
10|Lào Cai|12|2021-01-01|2025-06-30|140/2016/NĐ-CP@7(5) + 10/2022/NĐ-CP@8(5)(a)|recalled
04|Cao Bằng|12|2021-01-01|2025-06-30|140/2016/NĐ-CP@7(5) + 10/2022/NĐ-CP@8(5)(a)|recalled
20|Lạng Sơn|12|2021-01-01|2025-06-30|140/2016/NĐ-CP@7(5) + 10/2022/NĐ-CP@8(5)(a)|recalled
14|Sơn La|12|2021-01-01|2025-06-30|140/2016/NĐ-CP@7(5) + 10/2022/NĐ-CP@8(5)(a)|recalled
92|Cần Thơ|12|2021-01-01|2025-06-30|140/2016/NĐ-CP@7(5) + 10/2022/NĐ-CP@8(5)(a)|recalled
`;
