/**
 * Procedures on weapons, explosives, support tools and fireworks: id | national code | name | English name | receiver |
 * days valid | fee item | portal since | VNeID since | from | until | basis | evidence.
 * Who trains and who certifies is not told apart by a file: the holder decides there as well.
 */
export const weaponProcedureRows = `
w-mil-equip||Cấp giấy phép trang bị vũ khí quân dụng|Permit to be equipped with military weapons|by-holder|60|weapon-equip-permit|||2025-01-01||42/2024/QH15@20 + 75/2024/TT-BCA@4|read
w-mil-use||Cấp, cấp lại giấy phép sử dụng vũ khí quân dụng|Permit to use military weapons|by-holder||weapon-use-permit|||2025-01-01||42/2024/QH15@21 + 75/2024/TT-BCA@4|read
w-sport-equip||Cấp giấy phép trang bị vũ khí thể thao|Permit to be equipped with sport weapons|by-holder|60|weapon-equip-permit|2025-01-01|2026-07-01|2025-01-01||42/2024/QH15@25 + 75/2024/TT-BCA@4|read
w-sport-use||Cấp, cấp lại giấy phép sử dụng vũ khí thể thao|Permit to use sport weapons|by-holder||weapon-use-permit|2025-01-01|2026-07-01|2025-01-01||42/2024/QH15@26 + 75/2024/TT-BCA@4|read
w-buy||Cấp giấy phép mua vũ khí quân dụng, vũ khí thể thao|Permit to buy weapons|c06|30|weapon-purchase|||2025-01-01||42/2024/QH15@28|read
w-move||Cấp giấy phép vận chuyển vũ khí quân dụng, vũ khí thể thao|Permit to transport weapons|by-holder|30|weapon-transport|||2025-01-01||42/2024/QH15@29 + 75/2024/TT-BCA@4|read
w-repair||Cấp giấy phép sửa chữa vũ khí|Permit to repair weapons|by-holder||weapon-repair|||2025-01-01||42/2024/QH15@30 + 75/2024/TT-BCA@4|read
w-primitive||Khai báo vũ khí thô sơ là hiện vật trưng bày, triển lãm, đồ gia bảo|Declaration of primitive weapons kept as exhibits or heirlooms|commune-police||none|2025-01-01|2026-07-01|2025-01-01||42/2024/QH15@31 + 118/2025/QH15@9(2)|read
w-cross||Cấp giấy phép mang vũ khí, công cụ hỗ trợ vào, ra lãnh thổ Việt Nam|Permit to carry weapons or support tools into or out of Viet Nam|c06||weapon-carry|||2025-01-01||42/2024/QH15@11–13 + 75/2024/TT-BCA@3–4|read
w-import||Cấp giấy phép xuất khẩu, nhập khẩu vũ khí|Permit to export or import weapons|c06|90||||2025-07-01||149/2024/NĐ-CP@10, 23|read
w-prop||Làm mất tính năng và xác nhận tình trạng vũ khí, công cụ hỗ trợ làm đạo cụ, trưng bày|Deactivation, confirmed for exhibition or props|by-holder||none|2025-01-01||2025-01-01||149/2024/NĐ-CP@6|read
t-trade||Cấp, cấp lại giấy phép kinh doanh công cụ hỗ trợ|Licence to trade in support tools|c06||none|2025-01-01||2025-01-01||42/2024/QH15@50|read
t-import||Cấp giấy phép xuất khẩu, nhập khẩu công cụ hỗ trợ|Permit to export or import support tools|c06|90||2025-01-01|2026-07-01|2025-01-01||42/2024/QH15@51|read
t-equip||Cấp giấy phép trang bị công cụ hỗ trợ|Permit to be equipped with support tools|by-holder|60|weapon-equip-permit|2025-01-01|2026-07-01|2025-01-01||42/2024/QH15@53 + 75/2024/TT-BCA@4|read
t-buy||Cấp giấy phép mua công cụ hỗ trợ|Permit to buy support tools|c06|30|weapon-purchase|2025-01-01|2026-07-01|2025-01-01||42/2024/QH15@54|read
t-use|1.000468|Cấp, cấp lại giấy phép sử dụng công cụ hỗ trợ|Permit to use support tools|by-holder||weapon-use-permit|2025-01-01|2026-07-01|2025-01-01||42/2024/QH15@55 + 75/2024/TT-BCA@5|read
t-register||Đăng ký khai báo công cụ hỗ trợ|Registration notice of support tools|by-holder||none|2025-01-01||2025-01-01||75/2024/TT-BCA@8 + 75/2024/TT-BCA@5|read
t-move||Cấp giấy phép vận chuyển công cụ hỗ trợ|Permit to transport support tools|by-holder|30|weapon-transport|2025-01-01|2026-07-01|2025-01-01||42/2024/QH15@56 + 75/2024/TT-BCA@4|read
t-repair||Cấp giấy phép sửa chữa công cụ hỗ trợ|Permit to repair support tools|by-holder||weapon-repair|2025-01-01|2026-07-01|2025-01-01||42/2024/QH15@57 + 75/2024/TT-BCA@4|read
e-move||Cấp, điều chỉnh giấy phép vận chuyển vật liệu nổ công nghiệp|Permit to transport industrial explosives|provincial-police|30|explosives-transport|2025-01-01||2025-01-01||42/2024/QH15@41 + 75/2024/TT-BCA@4(2)(đ)|read
p-move||Cấp, điều chỉnh giấy phép vận chuyển tiền chất thuốc nổ|Permit to transport precursors of explosives|provincial-police||explosives-transport|2025-01-01||2025-01-01||42/2024/QH15@47 + 75/2024/TT-BCA@4|reported
c-train||Đào tạo, huấn luyện quản lý, sử dụng vũ khí, VLN quân dụng, CCHT|Training in keeping and using weapons and support tools|by-holder||none|2025-01-01||2025-01-01||149/2024/NĐ-CP@13, 16, 17|read
c-cert||Cấp giấy chứng nhận sử dụng; chứng chỉ quản lý kho, nơi cất giữ|Certificate of use; certificate of a store keeper|by-holder||none|2025-01-01||2025-01-01||149/2024/NĐ-CP@18|read
x-return||Thu hồi vũ khí, VLN quân dụng, CCHT và giấy phép, giấy chứng nhận, chứng chỉ|Taking back of weapons, tools and papers|by-holder||none|||2025-01-01|2026-06-30|42/2024/QH15@9–10 + 149/2024/NĐ-CP@5|read
x-return||Thu hồi vũ khí, VLN quân dụng, CCHT và giấy phép, giấy chứng nhận, chứng chỉ|Taking back of weapons, tools and papers|provincial-police||none|||2026-07-01|2027-02-28|66.18/2026/NQ-CP@PL I.1 mục 1 + 42/2024/QH15@9–10|read
x-return||Thu hồi vũ khí, VLN quân dụng, CCHT và giấy phép, giấy chứng nhận, chứng chỉ|Taking back of weapons, tools and papers|by-holder||none|||2027-03-01||42/2024/QH15@9–10 + 149/2024/NĐ-CP@5|read
x-surrender||Tiếp nhận, thu gom vũ khí, vật liệu nổ, công cụ hỗ trợ|Receiving what the public hands in|commune-police||none|2025-01-01|2025-01-01|2025-01-01||42/2024/QH15@61–65 + 118/2025/QH15@9(11)–(13)|read
f-buy||Giấy phép mua, vận chuyển pháo hoa nổ, thuốc pháo; xuất khẩu, nhập khẩu pháo hoa nổ|Permits for exploding fireworks|c06||fireworks-permit|2023-08-15||2021-01-11||137/2020/NĐ-CP@toàn văn + 56/2023/NĐ-CP@3 + 58/2026/NĐ-CP@3|reported
`;

/**
 * The papers of a file: procedure | paper | from | until | basis | evidence. While Resolution 66.18/2026 runs, what the
 * superior approves and the decision on the guard force are written in the request instead. Proof of origin left the
 * files of use permits with Law 118/2025; the registration notice keeps it.
 */
export const weaponPaperRows = `
w-mil-equip|request|2025-01-01||42/2024/QH15@20|read
w-mil-equip|superior-consent|2025-01-01|2026-06-30|42/2024/QH15@20|read
w-mil-equip|superior-consent|2027-03-01||42/2024/QH15@20 + 66.18/2026/NQ-CP@PL I.1 mục 2.A.V|read
w-mil-use|request|2025-01-01||42/2024/QH15@21|read
w-mil-use|proof-of-origin|2025-01-01|2026-06-30|42/2024/QH15@21 + 118/2025/QH15@9(16)(a)|read
w-sport-equip|request|2025-01-01||42/2024/QH15@25|read
w-sport-equip|superior-consent|2025-01-01|2026-06-30|42/2024/QH15@25|read
w-sport-equip|superior-consent|2027-03-01||42/2024/QH15@25 + 66.18/2026/NQ-CP@PL I.1 mục 2.A.V|read
w-sport-use|request|2025-01-01||42/2024/QH15@26|read
w-sport-use|proof-of-origin|2025-01-01|2026-06-30|42/2024/QH15@26 + 118/2025/QH15@9(16)(a)|read
w-buy|request|2025-01-01||42/2024/QH15@28|read
w-move|request|2025-01-01||42/2024/QH15@29|read
w-repair|request|2025-01-01||42/2024/QH15@30|read
w-primitive|declaration|2025-01-01||42/2024/QH15@31|read
w-cross|request|2025-01-01||42/2024/QH15@11–13|read
w-import|request|2025-07-01||149/2024/NĐ-CP@10|read
w-prop|request|2025-01-01||149/2024/NĐ-CP@6|read
t-trade|request|2025-01-01||42/2024/QH15@50|read
t-import|request|2025-01-01||42/2024/QH15@51|read
t-equip|request|2025-01-01||42/2024/QH15@53|read
t-equip|guard-force-decision|2025-01-01|2026-06-30|42/2024/QH15@53|read
t-equip|guard-force-decision|2027-03-01||42/2024/QH15@53 + 66.18/2026/NQ-CP@PL I.1 mục 2.A|read
t-buy|request|2025-01-01||42/2024/QH15@54|read
t-use|request|2025-01-01||42/2024/QH15@55|read
t-use|proof-of-origin|2025-01-01|2026-06-30|42/2024/QH15@55 + 118/2025/QH15@9(16)(a)|read
t-register|request|2025-01-01||75/2024/TT-BCA@8|read
t-register|proof-of-origin|2025-01-01||75/2024/TT-BCA@8|read
t-move|request|2025-01-01||42/2024/QH15@56|read
t-repair|request|2025-01-01||42/2024/QH15@57|read
e-move|request|2025-01-01||42/2024/QH15@41|read
p-move|request|2025-01-01||42/2024/QH15@47|reported
c-train|request|2025-01-01||149/2024/NĐ-CP@13|read
x-return|request|2025-01-01||42/2024/QH15@9–10|read
f-buy|request|2021-01-11||137/2020/NĐ-CP@toàn văn|reported
`;
