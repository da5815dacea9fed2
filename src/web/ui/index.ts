/** The only door of the look: components, theme assets, and the words they share. */
export { type AddressInputProps, CHOOSE_PROVINCE, type Place } from "./address-input.tsx";
export { ASSETS_PATH, serveAsset } from "./assets.ts";
export { Button, type ButtonProps } from "./button.tsx";
export { type Card, Cards } from "./cards.tsx";
export { Checkboxes, type CheckboxesProps } from "./checkboxes.tsx";
export { CodeBlock } from "./code-block.tsx";
export type { Country } from "./country-select.tsx";
export { DateInput, type DateInputProps, type DateParts, DateTimeInput } from "./date-input.tsx";
export { DateText } from "./date-text.tsx";

export { DeskKeys } from "./desk-keys.tsx";
export { Details } from "./details.tsx";

export { DueBadge, type DueState } from "./due-badge.tsx";

export { ErrorSummary, errorTarget } from "./error-summary.tsx";
export { type FieldContext, FieldControl, type FieldControlProps, type RawValues } from "./field-control.tsx";
export { Fieldset } from "./fieldset.tsx";
export { type Figure, Figures } from "./figures.tsx";
export { FileUpload, type FileUploadProps, showSize, type UploadedFile } from "./file-upload.tsx";
export { type ChosenFilter, Filters } from "./filters.tsx";
export { Form, type HiddenValue } from "./form.tsx";
export type { ControlProps } from "./form-group.tsx";
export { FrontGallery, Gallery, OfficeGallery } from "./gallery.tsx";
export type { GroupItem, GroupListProps } from "./group-list.tsx";
export { Hero } from "./hero.tsx";
export { Input, type InputProps } from "./input.tsx";
export { type Crumb, Layout, type LayoutProps, type NavLink, type SignedIn } from "./layout.tsx";

export { Money } from "./money.tsx";
export { MoneyInput } from "./money-input.tsx";

export { InsetText, Notice, Warning } from "./notice.tsx";
export { OfficeLayout, type OfficeLayoutProps, type OfficerOnDuty, type Skip } from "./office-layout.tsx";
export { type Figured, Outcome } from "./outcome.tsx";
export { Pagination } from "./pagination.tsx";
export { Panel } from "./panel.tsx";
export { PasskeyForm } from "./passkey-form.tsx";
export { PaymentWatch } from "./payment-watch.tsx";
export type { PersonInputProps, PersonValue } from "./person-input.tsx";
export { Pick } from "./pick.tsx";

export type { PrefilledRow } from "./prefilled.tsx";
export { QrFigure } from "./qr-figure.tsx";
export { type ChoiceOption, Radios, type RadiosProps } from "./radios.tsx";
export { RatingScale } from "./rating-scale.tsx";
export { SearchBox } from "./search-box.tsx";
export { Select, type SelectOption, type SelectProps } from "./select.tsx";
export type { SessionEnd } from "./session-note.tsx";
export type { SharedDevice } from "./shared-device.tsx";
export { Shortcut } from "./shortcut.tsx";
export { Split } from "./split.tsx";
export { Steps } from "./steps.tsx";
export { SummaryList, type SummaryRow } from "./summary-list.tsx";
export { type Column, type Row, Table } from "./table.tsx";
export { type Tab, Tabs } from "./tabs.tsx";
export { Tag, type Tone } from "./tag.tsx";
export { Textarea } from "./text-area.tsx";
export { TicketSlip } from "./ticket.tsx";
export { Timeline, type TimelineEntry } from "./timeline.tsx";
export { Wall, type WallCounter } from "./wall.tsx";
export type { Words } from "./words.ts";
