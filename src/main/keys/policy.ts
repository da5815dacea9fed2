import { type Text, text } from "../../kernel/text.ts";
import { SECRETS } from "../partners.ts";

/**
 * How long each key or secret may stay as it is, in days; null for those of a trial, which guard nothing. The terms are
 * our own choice, within the cryptoperiods of NIST SP 800-57 part 1 rev. 5, table 1 (from memory: 1 to 3 years for keys
 * that sign, up to 2 years for those that authenticate). How each is changed: docs/operating/keys.md.
 */
export type Policy = { readonly what: Text; readonly days: number | null };

const YEAR = 365;
const TRIAL = null;

const POLICIES: Readonly<Record<string, Policy>> = {
  postgres_superuser: { what: text("mật khẩu quản trị cơ sở dữ liệu", "database superuser's password"), days: YEAR },
  postgres_owner: { what: text("mật khẩu chủ sở hữu cơ sở dữ liệu", "database owner's password"), days: YEAR },
  postgres_app: { what: text("mật khẩu ứng dụng của cơ sở dữ liệu", "application's database password"), days: YEAR },
  log_signing_key: { what: text("khóa ký nhật ký minh bạch", "key of the transparency log"), days: 2 * YEAR },
  [SECRETS.messages]: { what: text("khóa ký thông điệp liên thông", "key of messages to agencies"), days: YEAR },
  [SECRETS.verifications]: { what: text("khóa băm yêu cầu đối chiếu", "key of request hashes"), days: 2 * YEAR },
  [SECRETS.admission]: { what: text("khóa ký vé chờ", "key of admission tickets"), days: YEAR },
  [SECRETS.bankApi]: { what: text("khóa hỏi ngân hàng", "key for asking the bank"), days: YEAR },
  [SECRETS.citizenClient]: { what: text("khóa của hệ thống giả lập", "secret of a stand-in"), days: TRIAL },
  [SECRETS.officerClient]: { what: text("khóa của hệ thống giả lập", "secret of a stand-in"), days: TRIAL },
  [SECRETS.bankNotices]: { what: text("khóa của hệ thống giả lập", "secret of a stand-in"), days: TRIAL },
  [SECRETS.population]: { what: text("khóa của hệ thống giả lập", "secret of a stand-in"), days: TRIAL },
  [SECRETS.mail]: { what: text("khóa của hệ thống giả lập", "secret of a stand-in"), days: TRIAL },
  [SECRETS.smsApi]: { what: text("khóa của hệ thống giả lập", "secret of a stand-in"), days: TRIAL },
  [SECRETS.smsReports]: { what: text("khóa của hệ thống giả lập", "secret of a stand-in"), days: TRIAL },
  [SECRETS.remoteSigning]: { what: text("khóa của hệ thống giả lập", "secret of a stand-in"), days: TRIAL },
  OIDC_CLIENT_SECRET: { what: text("khóa tại nơi xác thực người dân", "secret at the citizens' provider"), days: YEAR },
  OIDC_OFFICER_CLIENT_SECRET: {
    what: text("khóa tại nơi xác thực cán bộ", "secret at the officers' provider"),
    days: YEAR,
  },
  BANK_API_KEY: { what: text("khóa hỏi ngân hàng", "key for asking the bank"), days: YEAR },
  BANK_CALLBACK_SECRET: { what: text("khóa thông báo của ngân hàng", "secret of the bank's notices"), days: YEAR },
  POPULATION_SECRET: { what: text("khóa dịch vụ dân cư", "secret at the population service"), days: YEAR },
  SMS_API_KEY: { what: text("khóa gửi tin nhắn", "key at the provider of texts"), days: YEAR },
  SMS_CALLBACK_SECRET: { what: text("khóa báo cáo tin nhắn", "secret of reports about texts"), days: YEAR },
  CSC_CLIENT_SECRET: { what: text("khóa tại dịch vụ ký số từ xa", "secret at the signing service"), days: YEAR },
  LOG_SIGNING_KEY: { what: text("khóa ký nhật ký minh bạch", "key of the transparency log"), days: 2 * YEAR },
};
const OTHER: Policy = { what: text("khóa khác", "another secret"), days: YEAR };

/** A secret this page does not know yet is to be changed once a year. */
export const policyOf = (name: string): Policy => POLICIES[name] ?? OTHER;

/** Public keys of agencies: they choose and keep them, we ask for a new one. */
export const AGENCY_KEY_DAYS = 2 * YEAR;
/** Warned so many days before. */
export const WARN_DAYS = 30;
