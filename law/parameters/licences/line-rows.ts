/**
 * Conditional business lines: number in art. 3 | slug | name | English name | security plan | VSIC 2025 hint | from |
 * until | basis | evidence. Debt collection ends with Investment Law 61/2020.
 */
export const lineRows = `
1|san-xuat-con-dau|Sản xuất con dấu|Making of seals|none|3290|2016-07-01||96/2016/NĐ-CP@3(1)|reported
2|cong-cu-ho-tro|Kinh doanh công cụ hỗ trợ|Trade in support tools|all||2016-07-01||96/2016/NĐ-CP@3(2) + 96/2016/NĐ-CP@8(1)(a)|read
3|phao|Kinh doanh các loại pháo|Trade in fireworks|all||2016-07-01||96/2016/NĐ-CP@3(3) + 137/2020/NĐ-CP@14|read
4|cam-do|Kinh doanh dịch vụ cầm đồ|Pawnbroking|none|6495|2016-07-01||96/2016/NĐ-CP@3(4) + 96/2016/NĐ-CP@9|read
5|xoa-bop|Kinh doanh dịch vụ xoa bóp|Massage service|none|9690?|2016-07-01||96/2016/NĐ-CP@3(5)|read
6|thiet-bi-uu-tien|Kinh doanh thiết bị phát tín hiệu của xe được quyền ưu tiên|Trade in signals of priority vehicles|none||2016-07-01||96/2016/NĐ-CP@3(6)|read
7|dich-vu-bao-ve|Kinh doanh dịch vụ bảo vệ|Guard service|none|8011?|2016-07-01||96/2016/NĐ-CP@3(7) + 96/2016/NĐ-CP@11|read
8|sung-ban-son|Kinh doanh súng bắn sơn (và cung ứng dịch vụ sử dụng)|Paintball guns and paintball service|all||2016-07-01||96/2016/NĐ-CP@3(8) + 96/2016/NĐ-CP@8(1)(c)|read
9|tro-choi-dien-tu-nuoc-ngoai|Kinh doanh trò chơi điện tử có thưởng dành cho người nước ngoài|Electronic games with prizes for foreigners|all|9200|2016-07-01||96/2016/NĐ-CP@3(9) + 96/2016/NĐ-CP@8(1)(d)|read
10|casino|Kinh doanh casino|Casino|all|9200|2016-07-01||96/2016/NĐ-CP@3(10) + 96/2016/NĐ-CP@8(1)(đ)|read
11|dat-cuoc|Kinh doanh dịch vụ đặt cược|Betting|all|9200|2016-07-01||96/2016/NĐ-CP@3(11) + 96/2016/NĐ-CP@8(1)(e)|read
12|kinh-doanh-khi|Kinh doanh khí|Gas trade|none|4671?|2016-07-01||96/2016/NĐ-CP@3(12)|read
13|vat-lieu-no-cong-nghiep|Kinh doanh vật liệu nổ công nghiệp|Industrial explosives|all||2016-07-01||96/2016/NĐ-CP@3(13)|read
14|tien-chat-thuoc-no|Kinh doanh tiền chất thuốc nổ|Precursors of explosives|all||2016-07-01||96/2016/NĐ-CP@3(14)|read
15|su-dung-vat-lieu-no|Kinh doanh ngành, nghề có sử dụng vật liệu nổ công nghiệp và tiền chất thuốc nổ|Businesses that use explosives or precursors|all||2016-07-01||96/2016/NĐ-CP@3(15)|read
16|no-min|Kinh doanh dịch vụ nổ mìn|Blasting service|all|4312|2016-07-01||96/2016/NĐ-CP@3(16)|read
17|dich-vu-in|Kinh doanh dịch vụ in|Printing service|none|1811|2016-07-01||96/2016/NĐ-CP@3(17)|read
18|doi-no|Kinh doanh dịch vụ đòi nợ|Debt collection|none||2016-07-01|2020-12-31|96/2016/NĐ-CP@3(18)|read
19|gay-nhieu-pha-song|Kinh doanh các thiết bị gây nhiễu, phá sóng thông tin di động|Jammers of mobile signals|none||2016-07-01||96/2016/NĐ-CP@3(19)|read
20|phau-thuat-tham-my|Kinh doanh dịch vụ phẫu thuật thẩm mỹ|Cosmetic surgery|none|8620?|2016-07-01||96/2016/NĐ-CP@3(20)|reported
21|karaoke|Kinh doanh dịch vụ karaoke|Karaoke|none|9329?|2016-07-01||96/2016/NĐ-CP@3(21)|read
21b|vu-truong|Kinh doanh dịch vụ vũ trường|Discotheque|all|9329?|2016-07-01||96/2016/NĐ-CP@3(21) + 96/2016/NĐ-CP@8(1)(l)|read
22|luu-tru|Kinh doanh dịch vụ lưu trú|Lodging|enterprise|5510;5520;5590|2016-07-01||96/2016/NĐ-CP@3(22) + 96/2016/NĐ-CP@8(1)(m)|read
23|quan-trang-quan-dung|Kinh doanh quân trang, quân dụng, vũ khí quân dụng, trang thiết bị, khí tài chuyên dùng quân sự, công an|Military and police equipment|part|3040|2016-07-01||96/2016/NĐ-CP@3(23) + 96/2016/NĐ-CP@8(1)(n)|read
`;

/**
 * Who is competent in the four readings of art. 24 (their days stand in lines.ts): slug | to 14/08/2023 | to 28/02/2025 |
 * to 14/03/2026 | since | exceptions that no fact of a file tells | readings whose text was read.
 * The first case that holds decides; `?` where the text leaves it open. Trade in paintball guns is for units of the
 * two ministries alone, so a household can only offer the service. Printing keeps the split of its first reading.
 */
export const authorityRows = `
san-xuat-con-dau|provincial-police|provincial-police|provincial-police|provincial-police||fourth
cong-cu-ho-tro|c06|c06|provincial-police|provincial-police|fourth:central|third fourth
phao|?|?|provincial-police|commune-police||fourth
cam-do|district-police|district-police|commune-police|commune-police||fourth
xoa-bop|district-police|district-police|commune-police|commune-police||fourth
thiet-bi-uu-tien|district-police|district-police|commune-police|provincial-police||fourth
dich-vu-bao-ve|provincial-police|provincial-police|provincial-police|provincial-police|fourth:foreign-or-training|fourth
sung-ban-son|household-business:district-police ?|household-business:district-police ?|household-business:commune-police ?|household-business:commune-police ?||fourth
tro-choi-dien-tu-nuoc-ngoai|c06|c06|provincial-police|?||fourth
casino|c06|c06|provincial-police|?||fourth
dat-cuoc|c06|c06|provincial-police|provincial-police||fourth
kinh-doanh-khi|?|household-business:commune-police ?|household-business:commune-police ?|?||second fourth
vat-lieu-no-cong-nghiep|c06|c06|provincial-police|provincial-police|fourth:central|fourth
tien-chat-thuoc-no|c06|c06|provincial-police|provincial-police|fourth:central|fourth
su-dung-vat-lieu-no|provincial-police|provincial-police|provincial-police|provincial-police|first:shelf second:shelf|fourth
no-min|c06|c06|provincial-police|provincial-police|fourth:central|fourth
dich-vu-in|enterprise:provincial-police district-police|enterprise:provincial-police district-police|enterprise:provincial-police commune-police|commune-police||fourth
doi-no|provincial-police|provincial-police|provincial-police|provincial-police||
gay-nhieu-pha-song|provincial-police|provincial-police|provincial-police|provincial-police||fourth
phau-thuat-tham-my|provincial-police|provincial-police|provincial-police|provincial-police||fourth
karaoke|district-police|district-police|commune-police|commune-police||first second fourth
vu-truong|provincial-police|provincial-police|provincial-police|provincial-police||fourth
luu-tru|enterprise:provincial-police district-police|stars>=5:c06 rooms>=21:provincial-police rooms>=10:district-police commune-police|stars>=5:provincial-police rooms>=21:provincial-police commune-police|stars>=5:provincial-police rooms>=30:provincial-police commune-police|fourth:central|second fourth
quan-trang-quan-dung|c06|c06|provincial-police|provincial-police|fourth:hand-guns|fourth
`;
