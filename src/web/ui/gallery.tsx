import type { Child } from "hono/jsx";
import { day, instantAt } from "../../kernel/plain-date.ts";
import type { Language } from "../../kernel/text.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { GalleryContent } from "./gallery-content.tsx";
import { GalleryFields } from "./gallery-fields.tsx";
import { GalleryForms } from "./gallery-forms.tsx";
import { GalleryWork } from "./gallery-work.tsx";
import { Hero } from "./hero.tsx";
import { Layout } from "./layout.tsx";
import { OfficeLayout } from "./office-layout.tsx";
import { SearchBox } from "./search-box.tsx";

const NAVIGATION = [
  { label: { vi: "Thủ tục", en: "Procedures" }, href: "/procedures", current: true },
  { label: { vi: "Hồ sơ của tôi", en: "My dossiers" }, href: "/dossiers" },
  { label: { vi: "Tra cứu", en: "Track" }, href: "/track" },
];
const SESSION = { endsAt: instantAt(day("2099-11-23"), 875), extendUrl: "/session/extend" };

/** Every component of the portal with examples, for review and for tests; shown in demo mode only. */
export const Gallery = (props: { lang: Language; path?: string | undefined }) => (
  <Layout
    title={{ vi: "Bộ thành phần giao diện", en: "Component gallery" }}
    lang={props.lang}
    path={props.path ?? "/gallery"}
    navigation={NAVIGATION}
    signedIn={{
      name: "Nguyễn Thị Minh Khai",
      organisation: "Khách sạn Sông Hồng",
      accountHref: "/account",
      signOutAction: "/sign-out",
      session: SESSION,
    }}
    demo
    crumbs={[
      { label: { vi: "Trang chủ", en: "Home" }, href: "/" },
      { label: { vi: "Bộ thành phần giao diện", en: "Component gallery" } },
    ]}
    footerLinks={[
      {
        title: { vi: "Công khai", en: "In the open" },
        links: [
          { label: { vi: "Bảo vệ dữ liệu cá nhân", en: "Personal data protection" }, href: "/privacy" },
          { label: { vi: "Trợ năng", en: "Accessibility" }, href: "/accessibility" },
        ],
      },
    ]}
  >
    <h1 class="govuk-heading-xl">{props.lang === "vi" ? "Bộ thành phần giao diện" : "Component gallery"}</h1>
    <ErrorSummary
      errors={{
        "sample-date.month": { vi: "Tháng phải là số từ 1 đến 12", en: "The month must be a number from 1 to 12" },
        "sample-phone": { vi: "Nhập số điện thoại có 10 chữ số", en: "Enter a phone number of 10 digits" },
      }}
      lang={props.lang}
    />
    <GalleryForms lang={props.lang} />
    <GalleryFields lang={props.lang} />
    <GalleryContent lang={props.lang} />
  </Layout>
);

/** The front page's frame with its hero, in both languages. */
export const FrontGallery = (props: { lang: Language; path?: string | undefined; children?: Child }) => (
  <Layout
    title={{ vi: "Trang chủ", en: "Home" }}
    lang={props.lang}
    path={props.path ?? "/gallery/front"}
    navigation={NAVIGATION}
    signInHref="/sign-in"
    demo
    wide
    lead={
      <Hero
        title={{
          vi: "Một cửa cho mọi thủ tục hành chính của ngành Công an",
          en: "One door for every public security procedure",
        }}
        lead={{
          vi: "Nộp hồ sơ trong vài phút, thanh toán bằng mã QR, biết rõ ngày trả kết quả.",
          en: "File in minutes, pay by QR code, know the day of the result.",
        }}
        lang={props.lang}
      >
        <SearchBox
          action="/procedures"
          label={{ vi: "Tìm thủ tục", en: "Find a procedure" }}
          hint={{ vi: "Ví dụ: tạm trú, lưu trú, con dấu", en: "For example: temporary residence, stay, seal" }}
          lang={props.lang}
          large
        />
      </Hero>
    }
  >
    {props.children}
  </Layout>
);

/** Every component of the office with examples. */
export const OfficeGallery = (props: { lang: Language; path?: string | undefined }) => (
  <OfficeLayout
    title={{ vi: "Hồ sơ cần xử lý", en: "Dossiers to handle" }}
    lang={props.lang}
    path={props.path ?? "/gallery/office"}
    demo
    officer={{
      name: "Trần Quốc Toản",
      post: { vi: "Cán bộ thụ lý", en: "Case officer" },
      unit: { vi: "Công an phường Ba Đình", en: "Ba Đình Ward Police" },
      signOutAction: "/sign-out",
      session: SESSION,
      changePostHref: "/office/posts",
    }}
    navigation={[
      { label: { vi: "Việc của tôi", en: "My work" }, href: "/office", current: true, count: 12 },
      { label: { vi: "Tiếp nhận", en: "Reception" }, href: "/office/reception", count: 4 },
      { label: { vi: "Tra cứu", en: "Search" }, href: "/office/search" },
      { label: { vi: "Báo cáo", en: "Reports" }, href: "/office/reports" },
    ]}
  >
    <GalleryWork lang={props.lang} />
  </OfficeLayout>
);
