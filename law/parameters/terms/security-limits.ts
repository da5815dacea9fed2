/**
 * Time limits of the certificate of security conditions: key | national codes | count | unit | from | until | basis | evidence.
 * Codes of the province, the commune and the central unit. Decree 58/2026/NĐ-CP keeps four days for some cases of art.
 * 22(2)–(4), which are not told apart here; portal pages of 1523/QĐ-BCA-C06 still print five and four days.
 */
export const securityLimitRows = `
security-condition-certificate-new|2.001478 3.000243 1.003204|5|working-day|2016-07-01|2026-03-14|96/2016/NĐ-CP@23(3)(a)|read
security-condition-certificate-new|2.001478 3.000243 1.003204|4|working-day|2026-03-15||96/2016/NĐ-CP@23(3)(a) + 58/2026/NĐ-CP@1|read
security-condition-certificate-exchange|2.001402 3.000244 1.003176|4|working-day|2016-07-01|2026-03-14|96/2016/NĐ-CP@23(3)(b)|read
security-condition-certificate-exchange|2.001402 3.000244 1.003176|3|working-day|2026-03-15||96/2016/NĐ-CP@23(3)(b) + 58/2026/NĐ-CP@1|read
security-condition-certificate-reissue|2.001551 3.000245 2.001531|4|working-day|2016-07-01|2026-03-14|96/2016/NĐ-CP@23(3)(b)|read
security-condition-certificate-reissue|2.001551 3.000245 2.001531|3|working-day|2026-03-15||96/2016/NĐ-CP@23(3)(b) + 58/2026/NĐ-CP@1|read
`;
