/**
 * Time limits of procedures on weapons, explosives, support tools and fireworks: key | national codes | count | unit | from | until | basis | evidence.
 * 0 is at once.
 */
export const weaponLimitRows = `
w-mil-equip||3|working-day|2025-01-01||42/2024/QH15@20 + 66.18/2026/NQ-CP@PL I.1 mục 2.A.V|read
w-mil-use||7|working-day|2025-01-01||42/2024/QH15@21|read
w-sport-equip||3|working-day|2025-01-01||42/2024/QH15@25|read
w-sport-use||7|working-day|2025-01-01||42/2024/QH15@26|read
w-buy||3|working-day|2025-01-01||42/2024/QH15@28|read
w-move||3|working-day|2025-01-01||42/2024/QH15@29|read
w-repair||3|working-day|2025-01-01||42/2024/QH15@30|read
w-primitive||3|working-day|2025-01-01||42/2024/QH15@31 + 118/2025/QH15@9(2)|read
w-cross||3|working-day|2025-01-01||42/2024/QH15@11–13 + 75/2024/TT-BCA@3–4|read
w-import||3|working-day|2025-07-01||149/2024/NĐ-CP@10, 23|read
w-prop||3|working-day|2025-01-01||149/2024/NĐ-CP@6|read
t-trade||3|working-day|2025-01-01||42/2024/QH15@50|read
t-import||3|working-day|2025-01-01||42/2024/QH15@51|read
t-equip||3|working-day|2025-01-01||42/2024/QH15@53|read
t-buy||3|working-day|2025-01-01||42/2024/QH15@54|read
t-use|1.000468|7|working-day|2025-01-01||42/2024/QH15@55|read
t-register||7|working-day|2025-01-01||75/2024/TT-BCA@5, 8|read
t-move||3|working-day|2025-01-01||42/2024/QH15@56|read
t-repair||3|working-day|2025-01-01||42/2024/QH15@57|read
e-move||3|working-day|2025-01-01||42/2024/QH15@41 + 75/2024/TT-BCA@4(2)(đ)|read
p-move||3|working-day|2025-01-01||42/2024/QH15@47 + 75/2024/TT-BCA@4|reported
c-train||3|working-day|2025-01-01||149/2024/NĐ-CP@13, 16, 17|read
c-cert||5|working-day|2025-01-01||149/2024/NĐ-CP@18|read
x-return||3|working-day|2025-01-01||42/2024/QH15@9–10 + 149/2024/NĐ-CP@5 + 66.18/2026/NQ-CP@PL I.1 mục 1|read
x-surrender||0|working-day|2025-01-01||42/2024/QH15@61–65 + 118/2025/QH15@9(11)–(13)|read
f-buy||4|working-day|2021-01-11||137/2020/NĐ-CP@toàn văn + 56/2023/NĐ-CP@3 + 58/2026/NĐ-CP@3|recalled
`;
