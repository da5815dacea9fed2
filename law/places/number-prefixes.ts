/**
 * First three digits of a person number: prefix | provincial unit of today | province of 2016. The digits name where the birth was
 * registered, after Circular 07/2016/TT-BCA; the provinces that were merged: Resolution 202/2025/QH15. Evidence: reported. Never read
 * a prefix with today's province codes: seven of them now name another province (24 was Bắc Giang and is Bắc Ninh).
 */
export const numberPrefixRows = `
001|01|Hà Nội
002|08|Hà Giang
004|04|Cao Bằng
006|19|Bắc Kạn
008|08|Tuyên Quang
010|15|Lào Cai
011|11|Điện Biên
012|12|Lai Châu
014|14|Sơn La
015|15|Yên Bái
017|25|Hòa Bình
019|19|Thái Nguyên
020|20|Lạng Sơn
022|22|Quảng Ninh
024|24|Bắc Giang
025|25|Phú Thọ
026|25|Vĩnh Phúc
027|24|Bắc Ninh
030|31|Hải Dương
031|31|Hải Phòng
033|33|Hưng Yên
034|33|Thái Bình
035|37|Hà Nam
036|37|Nam Định
037|37|Ninh Bình
038|38|Thanh Hóa
040|40|Nghệ An
042|42|Hà Tĩnh
044|44|Quảng Bình
045|44|Quảng Trị
046|46|Thừa Thiên Huế
048|48|Đà Nẵng
049|48|Quảng Nam
051|51|Quảng Ngãi
052|52|Bình Định
054|66|Phú Yên
056|56|Khánh Hòa
058|56|Ninh Thuận
060|68|Bình Thuận
062|51|Kon Tum
064|52|Gia Lai
066|66|Đắk Lắk
067|68|Đắk Nông
068|68|Lâm Đồng
070|75|Bình Phước
072|80|Tây Ninh
074|79|Bình Dương
075|75|Đồng Nai
077|79|Bà Rịa - Vũng Tàu
079|79|Hồ Chí Minh
080|80|Long An
082|82|Tiền Giang
083|86|Bến Tre
084|86|Trà Vinh
086|86|Vĩnh Long
087|82|Đồng Tháp
089|91|An Giang
091|91|Kiên Giang
092|92|Cần Thơ
093|92|Hậu Giang
094|92|Sóc Trăng
095|96|Bạc Liêu
096|96|Cà Mau
`;
