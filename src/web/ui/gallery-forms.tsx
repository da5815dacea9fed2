import type { Language } from "../../kernel/text.ts";
import { AddressInput } from "./address-input.tsx";
import { Button } from "./button.tsx";
import { Checkboxes } from "./checkboxes.tsx";
import { CountrySelect } from "./country-select.tsx";
import { DateInput, DateTimeInput, PartialDateInput } from "./date-input.tsx";
import { Declaration } from "./declaration.tsx";
import { EmailInput } from "./email-input.tsx";
import { Fieldset } from "./fieldset.tsx";
import { FileUpload } from "./file-upload.tsx";
import { Form } from "./form.tsx";
import { Example } from "./gallery-example.tsx";
import { GroupList } from "./group-list.tsx";
import { Input } from "./input.tsx";
import { MoneyInput } from "./money-input.tsx";
import { PersonInput } from "./person-input.tsx";
import { PhoneInput } from "./phone-input.tsx";
import { Radios } from "./radios.tsx";
import { RatingScale } from "./rating-scale.tsx";
import { Select } from "./select.tsx";
import { Steps } from "./steps.tsx";
import { Textarea } from "./text-area.tsx";

export const PROVINCES = [
  { code: "01", name: "Thành phố Hà Nội" },
  { code: "79", name: "Thành phố Hồ Chí Minh" },
  { code: "46", name: "Thành phố Huế" },
];
export const COMMUNES = [
  { code: "00004", name: "Phường Ba Đình" },
  { code: "00070", name: "Phường Hoàn Kiếm" },
];
export const COUNTRIES = [
  { code: "VNM", name: { vi: "Việt Nam", en: "Viet Nam" } },
  { code: "JPN", name: { vi: "Nhật Bản", en: "Japan" } },
];
const person = { number: "001190000123", name: "Lê Văn Tám", birth: "05/02/1990", sex: "M" };

/** Controls of forms, each as it stands in a page. */
export const GalleryForms = ({ lang }: { lang: Language }) => (
  <>
    <Steps step={2} of={5} title={{ vi: "Người lưu trú", en: "Guests" }} lang={lang} />
    <Form action="/gallery" files csrf={{ name: "_csrf", value: "example" }}>
      <Example name="Input">
        <Input
          name="sample-name"
          label={{ vi: "Họ, chữ đệm và tên", en: "Full name" }}
          lang={lang}
          value="Nguyễn Thị Minh Khai"
          autocomplete="name"
        />
        <Input name="sample-room" label={{ vi: "Số phòng", en: "Room number" }} lang={lang} width={5} optional />
      </Example>
      <Example name="Textarea">
        <Textarea
          name="sample-reason"
          label={{ vi: "Lý do tạm trú", en: "Reason for staying" }}
          lang={lang}
          lines={3}
          optional
        />
      </Example>
      <Example name="Select">
        <Select
          name="sample-kind"
          label={{ vi: "Loại hình cơ sở lưu trú", en: "Kind of lodging" }}
          lang={lang}
          value="hotel"
          options={[
            { value: "hotel", label: { vi: "Khách sạn", en: "Hotel" } },
            { value: "home", label: { vi: "Nhà ở", en: "Private home" } },
          ]}
        />
      </Example>
      <Example name="Radios">
        <Radios
          name="sample-who"
          label={{ vi: "Ông/bà khai cho ai?", en: "Who are you filing for?" }}
          lang={lang}
          value="other"
          options={[
            { value: "self", label: { vi: "Bản thân tôi", en: "Myself" } },
            {
              value: "other",
              label: { vi: "Người khác", en: "Somebody else" },
              hint: { vi: "Con, cha mẹ hoặc người được giám hộ", en: "A child, parent or ward" },
              conditional: (
                <Input
                  name="sample-other"
                  label={{ vi: "Số định danh của người đó", en: "Their identification number" }}
                  lang={lang}
                  inputmode="numeric"
                  width={20}
                />
              ),
            },
          ]}
        />
      </Example>
      <Example name="Checkboxes">
        <Checkboxes
          name="sample-news"
          label={{ vi: "Nhận thông báo qua", en: "Send notices by" }}
          lang={lang}
          values={["sms"]}
          options={[
            { value: "sms", label: { vi: "Tin nhắn", en: "Text message" } },
            { value: "email", label: { vi: "Thư điện tử", en: "E-mail" } },
          ]}
        />
      </Example>
      <Example name="DateInput, PartialDateInput, DateTimeInput">
        <DateInput
          name="sample-date"
          label={{ vi: "Ngày đến", en: "Arrival" }}
          lang={lang}
          value={{ day: "23", month: "13", year: "2026" }}
          error={{ vi: "Tháng phải là số từ 1 đến 12", en: "The month must be a number from 1 to 12" }}
          wrong={["month"]}
        />
        <PartialDateInput
          name="sample-birth"
          label={{ vi: "Ngày sinh", en: "Date of birth" }}
          lang={lang}
          value={{ year: "1956" }}
        />
        <DateTimeInput
          name="sample-time"
          label={{ vi: "Thời gian đến", en: "Time of arrival" }}
          lang={lang}
          value={{ day: "23", month: "11", year: "2026" }}
          time="22:30"
        />
      </Example>
      <Example name="AddressInput">
        <AddressInput
          name="sample-address"
          label={{ vi: "Nơi đề nghị đăng ký tạm trú", en: "Address to register" }}
          lang={lang}
          provinces={PROVINCES}
          communes={COMMUNES}
          value={{ province: "01", commune: "00004", line: "Số 5, phố Đội Cấn" }}
        />
      </Example>
      <Example name="PersonInput">
        <PersonInput
          name="sample-me"
          label={{ vi: "Người khai", en: "Applicant" }}
          lang={lang}
          value={person}
          prefilled={{ wrongHref: "/help/wrong-data" }}
        />
        <PersonInput
          name="sample-child"
          label={{ vi: "Người cùng tạm trú", en: "Person staying with you" }}
          lang={lang}
          value={{ name: "Lê Thị Hồng Gấm" }}
          errors={{ number: { vi: "Nhập đủ 12 chữ số", en: "Enter all 12 digits" } }}
        />
      </Example>
      <Example name="MoneyInput, PhoneInput, EmailInput, CountrySelect">
        <MoneyInput
          name="sample-money"
          label={{ vi: "Số tiền đã nộp", en: "Amount paid" }}
          lang={lang}
          value="1.234.000"
        />
        <PhoneInput
          name="sample-phone"
          label={{ vi: "Số điện thoại", en: "Phone number" }}
          lang={lang}
          value="0912 345"
          error={{ vi: "Nhập số điện thoại có 10 chữ số", en: "Enter a phone number of 10 digits" }}
        />
        <EmailInput name="sample-email" label={{ vi: "Thư điện tử", en: "E-mail" }} lang={lang} optional />
        <CountrySelect
          name="sample-country"
          label={{ vi: "Quốc tịch", en: "Nationality" }}
          lang={lang}
          countries={COUNTRIES}
          value="JPN"
        />
      </Example>
      <Example name="FileUpload">
        <FileUpload
          name="sample-files"
          label={{ vi: "Giấy tờ chứng minh chỗ ở hợp pháp", en: "Proof of lawful accommodation" }}
          lang={lang}
          accept=".pdf,.jpg,.png"
          sizeBytesMost={10 * 1024 * 1024}
          most={3}
          uploadName="_upload"
          files={[
            { id: "a", name: "Hợp đồng thuê nhà.pdf", sizeBytes: 1_468_006, href: "/files/a" },
            { id: "b", name: "ảnh-chụp-giấy-chứng-nhận-quyền-sử-dụng-đất-trang-1.jpg", sizeBytes: 640_000 },
          ]}
        />
      </Example>
      <Example name="GroupList">
        <GroupList
          name="sample-guests"
          title={{ vi: "Người lưu trú", en: "Guests" }}
          item={{ vi: "người lưu trú", en: "guest" }}
          lang={lang}
          most={20}
          add={{ name: "_add", value: "guests" }}
          items={[
            {
              title: "Lê Văn Tám",
              detail: { vi: "Sinh 05/02/1990, phòng 204", en: "Born 05/02/1990, room 204" },
              editHref: "/gallery?1",
              remove: { name: "_remove", value: "guests:0" },
            },
            {
              title: "Nguyễn Hoàng Anh Thư",
              detail: { vi: "Sinh 1987, phòng 204", en: "Born 1987, room 204" },
              editHref: "/gallery?2",
              remove: { name: "_remove", value: "guests:1" },
            },
          ]}
        />
        <GroupList
          name="sample-empty"
          title={{ vi: "Thành viên hộ", en: "Household members" }}
          item={{ vi: "thành viên", en: "member" }}
          lang={lang}
          items={[]}
          addHref="/gallery?add"
        />
      </Example>
      <Example name="RatingScale">
        <RatingScale
          name="sample-rating"
          label={{
            vi: "Ông/bà hài lòng thế nào về thái độ của công chức?",
            en: "How satisfied are you with the officer's manner?",
          }}
          lang={lang}
          value="4"
        />
      </Example>
      <Example name="Fieldset, Declaration">
        <Fieldset legend={{ vi: "Cam đoan", en: "Declaration" }} lang={lang}>
          <Declaration
            name="sample-declaration"
            label={{ vi: "Tôi đã đọc và cam đoan", en: "I have read this and declare it" }}
            hint={{
              vi: "Tôi cam đoan các thông tin kê khai là đúng sự thật và chịu trách nhiệm trước pháp luật về nội dung đã khai.",
              en: "I declare that what I have stated is true and I answer for it before the law.",
            }}
            lang={lang}
          />
        </Fieldset>
      </Example>
      <Example name="Button">
        <div class="govuk-button-group">
          <Button label={{ vi: "Tiếp tục", en: "Continue" }} lang={lang} />
          <Button
            label={{ vi: "Lưu và quay lại sau", en: "Save and come back later" }}
            lang={lang}
            kind="secondary"
            name="_save"
            value="later"
            skipChecks
          />
          <Button label={{ vi: "Rút hồ sơ", en: "Withdraw" }} lang={lang} kind="warning" />
          <Button label={{ vi: "Đã khóa", en: "Locked" }} lang={lang} disabled />
        </div>
      </Example>
    </Form>
  </>
);
