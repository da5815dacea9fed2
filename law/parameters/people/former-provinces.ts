/**
 * The provincial units before 01/07/2025, a row a state: code | kind | from | until | code of the unit that has held its land since |
 * text that gave the code | name. No first day stands where the list of 2004 was already in use. Huế became a centrally run city
 * on 01/01/2025 and kept the code of Thừa Thiên Huế, so 46 has two rows. Mergers: Resolution 202/2025/QH15. Evidence: reported.
 */
export const formerProvinceRows = `
01|city||2025-06-30|01|124/2004/QĐ-TTg|Hà Nội
02|province||2025-06-30|08|124/2004/QĐ-TTg|Hà Giang
04|province||2025-06-30|04|124/2004/QĐ-TTg|Cao Bằng
06|province||2025-06-30|19|124/2004/QĐ-TTg|Bắc Kạn
08|province||2025-06-30|08|124/2004/QĐ-TTg|Tuyên Quang
10|province||2025-06-30|15|124/2004/QĐ-TTg|Lào Cai
11|province||2025-06-30|11|124/2004/QĐ-TTg|Điện Biên
12|province||2025-06-30|12|124/2004/QĐ-TTg|Lai Châu
14|province||2025-06-30|14|124/2004/QĐ-TTg|Sơn La
15|province||2025-06-30|15|124/2004/QĐ-TTg|Yên Bái
17|province||2025-06-30|25|124/2004/QĐ-TTg|Hòa Bình
19|province||2025-06-30|19|124/2004/QĐ-TTg|Thái Nguyên
20|province||2025-06-30|20|124/2004/QĐ-TTg|Lạng Sơn
22|province||2025-06-30|22|124/2004/QĐ-TTg|Quảng Ninh
24|province||2025-06-30|24|124/2004/QĐ-TTg|Bắc Giang
25|province||2025-06-30|25|124/2004/QĐ-TTg|Phú Thọ
26|province||2025-06-30|25|124/2004/QĐ-TTg|Vĩnh Phúc
27|province||2025-06-30|24|124/2004/QĐ-TTg|Bắc Ninh
30|province||2025-06-30|31|124/2004/QĐ-TTg|Hải Dương
31|city||2025-06-30|31|124/2004/QĐ-TTg|Hải Phòng
33|province||2025-06-30|33|124/2004/QĐ-TTg|Hưng Yên
34|province||2025-06-30|33|124/2004/QĐ-TTg|Thái Bình
35|province||2025-06-30|37|124/2004/QĐ-TTg|Hà Nam
36|province||2025-06-30|37|124/2004/QĐ-TTg|Nam Định
37|province||2025-06-30|37|124/2004/QĐ-TTg|Ninh Bình
38|province||2025-06-30|38|124/2004/QĐ-TTg|Thanh Hóa
40|province||2025-06-30|40|124/2004/QĐ-TTg|Nghệ An
42|province||2025-06-30|42|124/2004/QĐ-TTg|Hà Tĩnh
44|province||2025-06-30|44|124/2004/QĐ-TTg|Quảng Bình
45|province||2025-06-30|44|124/2004/QĐ-TTg|Quảng Trị
46|province||2024-12-31|46|124/2004/QĐ-TTg|Thừa Thiên Huế
46|city|2025-01-01|2025-06-30|46|175/2024/QH15|Huế
48|city||2025-06-30|48|124/2004/QĐ-TTg|Đà Nẵng
49|province||2025-06-30|48|124/2004/QĐ-TTg|Quảng Nam
51|province||2025-06-30|51|124/2004/QĐ-TTg|Quảng Ngãi
52|province||2025-06-30|52|124/2004/QĐ-TTg|Bình Định
54|province||2025-06-30|66|124/2004/QĐ-TTg|Phú Yên
56|province||2025-06-30|56|124/2004/QĐ-TTg|Khánh Hòa
58|province||2025-06-30|56|124/2004/QĐ-TTg|Ninh Thuận
60|province||2025-06-30|68|124/2004/QĐ-TTg|Bình Thuận
62|province||2025-06-30|51|124/2004/QĐ-TTg|Kon Tum
64|province||2025-06-30|52|124/2004/QĐ-TTg|Gia Lai
66|province||2025-06-30|66|124/2004/QĐ-TTg|Đắk Lắk
67|province||2025-06-30|68|124/2004/QĐ-TTg|Đắk Nông
68|province||2025-06-30|68|124/2004/QĐ-TTg|Lâm Đồng
70|province||2025-06-30|75|124/2004/QĐ-TTg|Bình Phước
72|province||2025-06-30|80|124/2004/QĐ-TTg|Tây Ninh
74|province||2025-06-30|79|124/2004/QĐ-TTg|Bình Dương
75|province||2025-06-30|75|124/2004/QĐ-TTg|Đồng Nai
77|province||2025-06-30|79|124/2004/QĐ-TTg|Bà Rịa - Vũng Tàu
79|city||2025-06-30|79|124/2004/QĐ-TTg|Hồ Chí Minh
80|province||2025-06-30|80|124/2004/QĐ-TTg|Long An
82|province||2025-06-30|82|124/2004/QĐ-TTg|Tiền Giang
83|province||2025-06-30|86|124/2004/QĐ-TTg|Bến Tre
84|province||2025-06-30|86|124/2004/QĐ-TTg|Trà Vinh
86|province||2025-06-30|86|124/2004/QĐ-TTg|Vĩnh Long
87|province||2025-06-30|82|124/2004/QĐ-TTg|Đồng Tháp
89|province||2025-06-30|91|124/2004/QĐ-TTg|An Giang
91|province||2025-06-30|91|124/2004/QĐ-TTg|Kiên Giang
92|city||2025-06-30|92|124/2004/QĐ-TTg|Cần Thơ
93|province||2025-06-30|92|124/2004/QĐ-TTg|Hậu Giang
94|province||2025-06-30|92|124/2004/QĐ-TTg|Sóc Trăng
95|province||2025-06-30|96|124/2004/QĐ-TTg|Bạc Liêu
96|province||2025-06-30|96|124/2004/QĐ-TTg|Cà Mau
`;
