import { text } from "../../../src/kernel/text.ts";
import { namesOf } from "../names.ts";

/** What the terms of health certificates are called: key | Vietnamese | English. */
export const healthFigureName = namesOf(`
vaccine-passport-qr|Mã QR của hộ chiếu vắc xin, giá trị|Validity of the QR code of a vaccine passport
negative-test|Kết quả xét nghiệm âm tính, giá trị|How long a negative test counts
yellow-card-test|Thẻ vàng: thời hạn của kết quả xét nghiệm|Yellow card: how old a test may be
dependant-below-age|Trẻ em đi cùng người có thẻ, dưới tuổi|Age below which a child travels with a card holder
`);

/** Who set the rules of the cards, and when: set | Vietnamese | English. */
export const ruleSetName = namesOf(`
C06-2021-10|Quy tắc chung của C06, tháng 10/2021|Common rules of C06, October 2021
HCMC-DOH-2021-09-08-draft|Dự thảo của Sở Y tế Hồ Chí Minh, 08/09/2021|Draft of the Health Department of Hồ Chí Minh City, 08/09/2021
HCMC-2021-09-20|Quy tắc của Hồ Chí Minh, 20/09/2021|Rules of Hồ Chí Minh City, 20/09/2021
`);

export const RESOLUTION_NAME = text("Các chính sách của Nghị quyết 68/NQ-CP", "The policies of Resolution 68/NQ-CP");
