/**
 * Time limits of vehicle registration: key | national codes | count | unit | from | until | basis | evidence. They run from
 * the complete file and the confirmed fee. Each is the limit of the plain case; what differs stands in `vehicleLimitCases`.
 */
export const vehicleLimitRows = `
1.012575|1.012575|2|working-day|2025-03-01||79/2024/TT-BCA@7 + 13/2025/TT-BCA@toàn văn + 51/2025/TT-BCA@toàn văn|read
1.013066|1.013066|2|working-day|2025-03-01||79/2024/TT-BCA@7 + 13/2025/TT-BCA@toàn văn + 51/2025/TT-BCA@toàn văn|read
1.013067|1.013067|2|working-day|2025-03-01||79/2024/TT-BCA@7 + 13/2025/TT-BCA@toàn văn + 51/2025/TT-BCA@toàn văn|read
1.013076|1.013076|2|working-day|2025-03-01||79/2024/TT-BCA@7 + 13/2025/TT-BCA@toàn văn + 51/2025/TT-BCA@toàn văn|read
1.013079|1.013079|7|working-day|2025-03-01||79/2024/TT-BCA@7 + 13/2025/TT-BCA@toàn văn + 51/2025/TT-BCA@toàn văn|read
1.013080|1.013080|2|working-day|2025-03-01||79/2024/TT-BCA@7 + 13/2025/TT-BCA@toàn văn + 51/2025/TT-BCA@toàn văn|read
1.013082|1.013082|2|working-day|2025-03-01||79/2024/TT-BCA@7 + 13/2025/TT-BCA@toàn văn + 51/2025/TT-BCA@toàn văn|read
1.013083|1.013083|8|working-hour|2025-03-01||79/2024/TT-BCA@7 + 13/2025/TT-BCA@toàn văn + 51/2025/TT-BCA@toàn văn|read
1.013086|1.013086|1|working-day|2025-03-01||79/2024/TT-BCA@7 + 13/2025/TT-BCA@toàn văn + 51/2025/TT-BCA@toàn văn|read
1.013065|1.013065|8|working-hour|2025-03-01||79/2024/TT-BCA@7 + 13/2025/TT-BCA@toàn văn + 51/2025/TT-BCA@toàn văn|read
1.013123|1.013123|2|working-day|2025-03-01||79/2024/TT-BCA@7 + 13/2025/TT-BCA@toàn văn + 51/2025/TT-BCA@toàn văn|read
`;

/** Cases with another limit, which the file itself must tell: code | case | count | unit. */
export const vehicleLimitCases = `
1.012575|auction-or-identification-plate|7|working-day
1.013066|auction-or-identification-plate|7|working-day
1.013067|plate|0|working-day
1.013067|auction-or-identification-plate|7|working-day
1.013076|auction-or-identification-plate|7|working-day
1.013079|certificate|2|working-day
1.013080|verification-before|30|day
1.013082|verification-before|30|day
1.013082|plate|7|working-day
1.013065|lost-verification-before|30|day
1.013065|lost-after-verification|2|working-day
1.013123|lost-verification-before|30|day
1.013123|certificate-copy-verification-before|30|day
`;
