/**
 * The twelve policies: number | slug | name | English name | paid | received until | from | until | basis | evidence.
 * Amounts of policy 4, and whatever else is marked recalled, come from memory.
 */
export const policyRows = `
1|giam-dong-tnld-bnn|Giảm mức đóng BH tai nạn lao động, bệnh nghề nghiệp|Lower contribution to work-accident insurance|elsewhere||2021-07-01||68/NQ-CP@II.1 + 23/2021/QĐ-TTg@Chương I|recalled
2|tam-dung-huu-tri|Tạm dừng đóng vào quỹ hưu trí và tử tuất|Pause of contributions to pensions|elsewhere|2022-06-30|2021-07-01||68/NQ-CP@II.2 + 23/2021/QĐ-TTg@Chương II + 126/NQ-CP@toàn văn|recalled
3|dao-tao|Hỗ trợ đào tạo duy trì việc làm|Training to keep jobs|elsewhere|2022-06-30|2021-07-01||68/NQ-CP@II.3 + 23/2021/QĐ-TTg@Chương III + 126/NQ-CP@toàn văn|recalled
4|tam-hoan-hdld|Hỗ trợ người lao động tạm hoãn hợp đồng lao động, nghỉ việc không hưởng lương|Workers with a suspended contract or on unpaid leave|by-days|2022-01-31|2021-07-01||68/NQ-CP@II.4 + 23/2021/QĐ-TTg@13–16|recalled
5|ngung-viec|Hỗ trợ người lao động ngừng việc|Workers in a work stoppage|once|2022-01-31|2021-07-01||68/NQ-CP@II.5 + 23/2021/QĐ-TTg@17–20|read
6|cham-dut-hdld|Hỗ trợ người lao động chấm dứt hợp đồng lao động nhưng không đủ điều kiện hưởng trợ cấp thất nghiệp|Workers whose contract ended without unemployment benefit|once|2022-01-31|2021-07-01||68/NQ-CP@II.6 + 23/2021/QĐ-TTg@21–24|recalled
7|bo-sung-tre-em|Hỗ trợ bổ sung và trẻ em|Supplement for pregnancy and children|supplement|2022-01-31|2021-07-01||68/NQ-CP@II.7 + 23/2021/QĐ-TTg@14, 18, 22|reported
8|tien-an-f0-f1|Hỗ trợ tiền ăn F0, F1|Meals of patients and people in quarantine|per-day|2022-01-31|2021-07-01||68/NQ-CP@II.8 + 23/2021/QĐ-TTg@Chương VIII|recalled
9|nghe-si-hdv|Hỗ trợ viên chức hoạt động nghệ thuật và hướng dẫn viên du lịch|Artists of public units and tour guides|once|2022-01-31|2021-07-01||68/NQ-CP@II.9 + 23/2021/QĐ-TTg@Chương IX|recalled
10|ho-kinh-doanh|Hỗ trợ hộ kinh doanh|Household businesses|once|2022-01-31|2021-07-01||68/NQ-CP@II.10 + 23/2021/QĐ-TTg@35–38|reported
11|vay-tra-luong|Cho vay trả lương ngừng việc, trả lương phục hồi sản xuất|Loans for wages|elsewhere|2022-03-25|2021-07-01||68/NQ-CP@II.11 + 23/2021/QĐ-TTg@Chương XI|recalled
12|lao-dong-tu-do|Hỗ trợ lao động không có giao kết hợp đồng (lao động tự do) và đối tượng đặc thù khác|Workers without a contract and special cases|elsewhere||2021-07-01||68/NQ-CP@II.12|recalled
`;

/**
 * Conditions in the order of the sheet: policy | alternative | fact | wanted | from | until. Two policies were eased by
 * Resolution 126/NQ-CP as of 08/10/2021.
 */
export const conditionRows = `
1|1|participatesWorkAccidentFund|yes|2021-07-01|
1|1|isStateBudgetPayroll|no|2021-07-01|
2|1|contributionsPaidUntil|2021-04,2021-01|2021-07-01|
2|1|workerReductionPercent|>= 15|2021-07-01|2021-10-07
2|1|workerReductionPercent|>= 10|2021-10-08|
3|1|unemploymentInsuranceMonths|>= 12|2021-07-01|
3|1|changedStructureOrTechnology|yes|2021-07-01|
3|1|revenueDropPercentVs2019Or2020Quarter|>= 10|2021-07-01|
3|1|trainingPlan|yes|2021-07-01|
4|1|employerMustStopByAuthority|yes|2021-07-01|
4|1|compulsorySocialInsurance|yes|2021-07-01|
4|1|consecutiveDays|>= 15|2021-07-01|
4|1|eventStart|2021-05-01..2021-12-31|2021-07-01|
5|1|stoppageBasis|labour-code-99-3|2021-07-01|
5|1|isolatedOrBlockedDays|>= 14|2021-07-01|
5|1|compulsorySocialInsurance|yes|2021-07-01|
5|1|eventStart|2021-05-01..2021-12-31|2021-07-01|
6|1|compulsorySocialInsurance|yes|2021-07-01|
6|1|eligibleForUnemploymentBenefit|no|2021-07-01|
6|1|unlawfulUnilateralTermination|no|2021-07-01|
6|1|receivesPensionOrMonthlyDisability|no|2021-07-01|
6|1|eventStart|2021-05-01..2021-12-31|2021-07-01|
7|1|entitledPolicy|4,5,6|2021-07-01|
7|1|pregnant|yes|2021-07-01|
7|2|entitledPolicy|4,5,6|2021-07-01|
7|2|childrenUnder6|>= 1|2021-07-01|
7|3|age|< 16|2021-07-01|
7|3|f0OrF1|yes|2021-07-01|
8|1|status|F0|2021-07-01|
8|1|periodFrom|>= 2021-04-27|2021-07-01|
8|2|status|F1|2021-07-01|
8|2|periodFrom|>= 2021-04-27|2021-07-01|
9|1|publicArtUnitClosedDays|>= 15|2021-07-01|
9|1|artistTitleGrade|IV|2021-07-01|
9|2|tourGuideCardValid|yes|2021-07-01|
9|2|guideContractOrAssociation|yes|2021-07-01|
10|1|businessRegistered|yes|2021-07-01|
10|1|taxRegistered|yes|2021-07-01|
10|1|stopDaysConsecutive|>= 15|2021-07-01|
10|1|stopOrderedByAuthority|yes|2021-07-01|
10|1|eventStart|2021-05-01..2021-12-31|2021-07-01|
11|1|noBadDebt|yes|2021-07-01|
11|1|compulsorySocialInsuranceWorkers|>= 1|2021-07-01|
12|1|provinceRuleMet|yes|2021-07-01|
`;

/**
 * Amounts in đồng: policy | for what | days | amount. `from-day`: from so many days on; `F0`, `F1`: a day, for so many
 * days at most. Of the policies paid elsewhere stand the figures that are no amount of a file: a ceiling for each
 * worker and month, and the least that a province pays.
 */
export const amountRows = `
3|per-worker-and-month-at-most||1500000
4|from-day|15|1855000
4|from-day|30|3710000
5|once||1000000
6|once||3710000
7|pregnant||1000000
7|child-under-6||1000000
7|child-under-16-f0-f1||1000000
8|F0|45|80000
8|F1|21|80000
9|once||3710000
10|once||3000000
12|once-at-least||1500000
12|per-day-at-least||50000
`;
