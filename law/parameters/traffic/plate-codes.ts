import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { dayCell, lazily, parseTable } from "../table.ts";

/**
 * A two-digit code of a number plate. A code did not move when provinces merged on 01/07/2025: a merged province uses
 * all of its forerunners'. `former` is the name in the annex before; 75 keeps the older name there. `province` is the
 * code of the province since.
 */
export type PlateCode = {
  readonly code: string;
  readonly allotted: boolean;
  readonly former: string | null;
  readonly province: string | null;
};

/** Code, allotted or not, former holder, code of the province since 01/07/2025. 80: central bodies and missions. */
const ROWS = `
10|not-allotted||
11|allotted|Cao Bằng|04
12|allotted|Lạng Sơn|20
13|not-allotted||
14|allotted|Quảng Ninh|22
15|allotted|Hải Phòng|31
16|allotted|Hải Phòng|31
17|allotted|Thái Bình|33
18|allotted|Nam Định|37
19|allotted|Phú Thọ|25
20|allotted|Thái Nguyên|19
21|allotted|Yên Bái|15
22|allotted|Tuyên Quang|08
23|allotted|Hà Giang|08
24|allotted|Lào Cai|15
25|allotted|Lai Châu|12
26|allotted|Sơn La|14
27|allotted|Điện Biên|11
28|allotted|Hòa Bình|25
29|allotted|Hà Nội|01
30|allotted|Hà Nội|01
31|allotted|Hà Nội|01
32|allotted|Hà Nội|01
33|allotted|Hà Nội|01
34|allotted|Hải Dương|31
35|allotted|Ninh Bình|37
36|allotted|Thanh Hóa|38
37|allotted|Nghệ An|40
38|allotted|Hà Tĩnh|42
39|allotted|Đồng Nai|75
40|allotted|Hà Nội|01
41|allotted|Hồ Chí Minh|79
42|not-allotted||
43|allotted|Đà Nẵng|48
44|not-allotted||
45|not-allotted||
46|not-allotted||
47|allotted|Đắk Lắk|66
48|allotted|Đắk Nông|68
49|allotted|Lâm Đồng|68
50|allotted|Hồ Chí Minh|79
51|allotted|Hồ Chí Minh|79
52|allotted|Hồ Chí Minh|79
53|allotted|Hồ Chí Minh|79
54|allotted|Hồ Chí Minh|79
55|allotted|Hồ Chí Minh|79
56|allotted|Hồ Chí Minh|79
57|allotted|Hồ Chí Minh|79
58|allotted|Hồ Chí Minh|79
59|allotted|Hồ Chí Minh|79
60|allotted|Đồng Nai|75
61|allotted|Bình Dương|79
62|allotted|Long An|80
63|allotted|Tiền Giang|82
64|allotted|Vĩnh Long|86
65|allotted|Cần Thơ|92
66|allotted|Đồng Tháp|82
67|allotted|An Giang|91
68|allotted|Kiên Giang|91
69|allotted|Cà Mau|96
70|allotted|Tây Ninh|80
71|allotted|Bến Tre|86
72|allotted|Bà Rịa - Vũng Tàu|79
73|allotted|Quảng Bình|44
74|allotted|Quảng Trị|44
75|allotted|Thừa Thiên Huế|46
76|allotted|Quảng Ngãi|51
77|allotted|Bình Định|52
78|allotted|Phú Yên|66
79|allotted|Khánh Hòa|56
80|allotted|(central) Cục Cảnh sát giao thông|
81|allotted|Gia Lai|52
82|allotted|Kon Tum|51
83|allotted|Sóc Trăng|92
84|allotted|Trà Vinh|86
85|allotted|Ninh Thuận|56
86|allotted|Bình Thuận|68
87|not-allotted||
88|allotted|Vĩnh Phúc|25
89|allotted|Hưng Yên|33
90|allotted|Hà Nam|37
91|not-allotted||
92|allotted|Quảng Nam|48
93|allotted|Bình Phước|75
94|allotted|Bạc Liêu|96
95|allotted|Hậu Giang|92
96|not-allotted||
97|allotted|Bắc Kạn|19
98|allotted|Bắc Giang|24
99|allotted|Bắc Ninh|24
`;

/** Every code from 10 to 99. */
export const plateCodes: () => ReadonlyMap<string, PlateCode> = lazily(
  () =>
    new Map(
      parseTable(["code", "allotment", "former", "province"], ROWS).map((cells) => [
        cells.code,
        {
          code: cells.code,
          allotted: cells.allotment === "allotted",
          former: cells.former === "" ? null : cells.former,
          province: cells.province === "" ? null : cells.province,
        },
      ]),
    ),
);

/** The first day of the annex entered, and the day since which a code belongs to one of the 34 provinces. */
export const plateAnnex = (): {
  readonly from: PlainDate;
  readonly provincesFrom: PlainDate;
  readonly source: string;
  readonly article: string;
  readonly amendedBy: string;
  /** The circulars that printed the codes before, newest first; each while it was in force. */
  readonly formerSource: string;
  readonly formerSources: readonly { readonly from: PlainDate; readonly source: string }[];
} => ({
  from: dayCell("2020-08-01"),
  provincesFrom: dayCell("2025-07-01"),
  source: "79/2024/TT-BCA",
  article: "Phụ lục 02",
  amendedBy: "51/2025/TT-BCA",
  formerSource: "24/2023/TT-BCA",
  formerSources: [
    { from: dayCell("2025-01-01"), source: "79/2024/TT-BCA" },
    { from: dayCell("2023-08-15"), source: "24/2023/TT-BCA" },
    { from: dayCell("2020-08-01"), source: "58/2020/TT-BCA" },
  ],
});
