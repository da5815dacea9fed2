/**
 * Provincial units, a row a state: code | kind | from | until | name. The 34 units: Resolution 202/2025/QH15; their codes: Decision
 * 19/2025/QĐ-TTg, in force 01/07/2025. Đồng Nai became a centrally run city on 30/04/2026: Resolution 30/2026/QH16.
 * Evidence: reported. Names stand without their kind word.
 */
export const provinceRows = `
01|city|2025-07-01||Hà Nội
04|province|2025-07-01||Cao Bằng
08|province|2025-07-01||Tuyên Quang
11|province|2025-07-01||Điện Biên
12|province|2025-07-01||Lai Châu
14|province|2025-07-01||Sơn La
15|province|2025-07-01||Lào Cai
19|province|2025-07-01||Thái Nguyên
20|province|2025-07-01||Lạng Sơn
22|province|2025-07-01||Quảng Ninh
24|province|2025-07-01||Bắc Ninh
25|province|2025-07-01||Phú Thọ
31|city|2025-07-01||Hải Phòng
33|province|2025-07-01||Hưng Yên
37|province|2025-07-01||Ninh Bình
38|province|2025-07-01||Thanh Hóa
40|province|2025-07-01||Nghệ An
42|province|2025-07-01||Hà Tĩnh
44|province|2025-07-01||Quảng Trị
46|city|2025-07-01||Huế
48|city|2025-07-01||Đà Nẵng
51|province|2025-07-01||Quảng Ngãi
52|province|2025-07-01||Gia Lai
56|province|2025-07-01||Khánh Hòa
66|province|2025-07-01||Đắk Lắk
68|province|2025-07-01||Lâm Đồng
75|province|2025-07-01|2026-04-29|Đồng Nai
75|city|2026-04-30||Đồng Nai
79|city|2025-07-01||Hồ Chí Minh
80|province|2025-07-01||Tây Ninh
82|province|2025-07-01||Đồng Tháp
86|province|2025-07-01||Vĩnh Long
91|province|2025-07-01||An Giang
92|city|2025-07-01||Cần Thơ
96|province|2025-07-01||Cà Mau
`;
