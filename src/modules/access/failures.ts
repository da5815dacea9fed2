import type { IdentityFailure } from "../../gateways/identity/index.ts";
import { type Text, text } from "../../kernel/text.ts";

/**
 * What may go wrong while signing in, besides what the provider says (see the identity gateway).
 * - `unknown-sign-in`: nobody went out with this state from this browser, or too long ago, or they are back already.
 * - `other-account`: a step-up or a confirmation came back as somebody else than went out.
 * - `helper-is-filer`: whoever helps and whoever files are one person.
 * - `account-disabled`: the operator lets nobody in under this account.
 * - `no-post`: the officer is who they say, but works nowhere today. `signOutUrl` ends the provider's session.
 */
export type SignInFailure =
  | IdentityFailure
  | { readonly tag: "unknown-sign-in" }
  | { readonly tag: "other-account" }
  | { readonly tag: "helper-is-filer" }
  | { readonly tag: "account-disabled" }
  | { readonly tag: "no-post"; readonly signOutUrl: string | null };

const SENTENCES: Record<SignInFailure["tag"], Text> = {
  "unknown-sign-in": text(
    "Lần đăng nhập này đã hết hạn hoặc đã được sử dụng. Vui lòng đăng nhập lại từ đầu.",
    "This sign-in has expired or was used already. Please sign in again from the start.",
  ),
  "other-account": text(
    "Lần xác thực này thuộc về một tài khoản khác với tài khoản đang làm dở. Vui lòng xác thực lại bằng đúng tài khoản của mình; nội dung đã nhập vẫn được giữ.",
    "Another account came back than the one that went out. Please prove yourself with your own account; what you entered is kept.",
  ),
  "helper-is-filer": text(
    "Người hỗ trợ và người nộp phải là hai người khác nhau. Công dân đăng nhập bằng tài khoản định danh của chính mình.",
    "Whoever helps and whoever files must be two people. The citizen signs in with their own electronic identity.",
  ),
  "account-disabled": text(
    "Tài khoản này đang bị tạm khóa trên hệ thống. Vui lòng liên hệ cơ quan quản lý để được mở lại.",
    "This account is shut out here for now. Please ask the office in charge to open it again.",
  ),
  "no-post": text(
    "Tài khoản cán bộ này hiện chưa được phân công tại đơn vị nào. Vui lòng liên hệ quản trị viên của đơn vị.",
    "This officer account is not assigned to any unit today. Please ask your unit's administrator.",
  ),
  "provider-unreachable": text(
    "Hệ thống định danh đang không phản hồi. Vui lòng thử lại sau ít phút; thông tin đã nhập vẫn được giữ.",
    "The identity service does not answer at the moment. Please try again in a few minutes; what you entered is kept.",
  ),
  refused: text(
    "Quý vị chưa đăng nhập. Có thể thử lại bất cứ lúc nào.",
    "You have not been signed in. You may try again at any time.",
  ),
  expired: text(
    "Lần đăng nhập này đã hết hạn. Vui lòng đăng nhập lại.",
    "This sign-in has expired. Please sign in again.",
  ),
  "untrusted-answer": text(
    "Không kiểm tra được câu trả lời của hệ thống định danh nên chưa cho đăng nhập. Vui lòng đăng nhập lại từ đầu.",
    "The identity service's answer could not be verified, so nobody was signed in. Please sign in again from the start.",
  ),
  "claims-missing": text(
    "Hệ thống định danh chưa cung cấp đủ thông tin để xác định tài khoản. Vui lòng kiểm tra tài khoản định danh điện tử.",
    "The identity service did not say enough to know the account. Please check your electronic identity.",
  ),
  "assurance-too-low": text(
    "Dịch vụ này cần tài khoản định danh điện tử ở mức độ cao hơn. Vui lòng nâng mức tại cơ quan Công an nơi thuận tiện.",
    "This service needs an electronic identity of a higher level. Any police office issuing identities can raise it.",
  ),
};

/** The sentence for the person in front of the screen. */
export const signInFailureText = (failure: SignInFailure): Text => SENTENCES[failure.tag];

/** Why an order to end sessions was not obeyed: it cannot be believed, or it was obeyed before. */
export type LogoutFailure = IdentityFailure | { readonly tag: "replayed" };

/** Why posted answers were not kept: nobody known posted them, the form was not ours, or they are larger than any form. */
export type ParkFailure =
  | { readonly tag: "no-session" }
  | { readonly tag: "forged" }
  | { readonly tag: "too-large"; readonly bytesMax: number };
