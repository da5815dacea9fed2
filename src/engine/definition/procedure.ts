import { z } from "zod";
import { PageShape } from "./fields.ts";
import { CitationShape, ConditionShape, dated, EvidenceShape, KeyShape, TextShape } from "./words.ts";

/** A procedure as a value: plain, serialisable, dated. docs/architecture.md tells who reads it. */

/** `telephone`: told to an officer who enters it, as the stay notification may be. `api`: another system of trust. */
const ChannelShape = z.enum(["online", "desk", "post", "kiosk", "mobile", "telephone", "api"]);
export type Channel = z.infer<typeof ChannelShape>;

const PaperShape = z.strictObject({
  key: KeyShape,
  title: TextShape,
  hint: TextShape.optional(),
  /** Asked only where it holds. */
  when: ConditionShape.optional(),
  required: z.boolean(),
  /** The register or database whose data make the paper unnecessary, in words for the person. */
  notNeededBecause: TextShape.optional(),
  /** Evaluated by the office's registers: the paper is not asked where the check answers `match`. */
  replacedBy: z
    .enum(["dwelling-register", "organisation-register", "representative-register", "population-register"])
    .optional(),
  most: z.number().int().positive().max(20),
  basis: z.array(CitationShape),
});
export type Paper = z.infer<typeof PaperShape>;

const FeeShape = z.strictObject({
  key: KeyShape,
  title: TextShape,
  /** Key of the dated figure in law/parameters/fees, read for the channel and day. */
  parameter: z.string(),
  when: ConditionShape.optional(),
  /** Multiplied by the number of entries of this group, plus one for the person who files, where named. */
  perEntryOf: z.string().optional(),
});

/** When an answer is due. `clock` is a rule of its own (the stay notice's 23:00 and 08:00). */
const DeadlineShape = z.discriminatedUnion("unit", [
  z.strictObject({ unit: z.literal("immediate"), basis: z.array(CitationShape).min(1) }),
  z.strictObject({
    /** `days` and `months` are those of the calendar: a last day of rest moves to the next working day. */
    unit: z.enum(["working-days", "working-hours", "days", "months"]),
    count: z.number().int().positive(),
    /** Counted from acceptance, or from the later of acceptance and the fee confirmed paid. */
    from: z.enum(["accepted", "accepted-and-paid"]),
    basis: z.array(CitationShape).min(1),
    /** Keys of grounds on which the law of its field lets the time stand still, besides those that hold for all. */
    pauses: z.array(KeyShape).optional(),
  }),
]);
export type Deadline = z.infer<typeof DeadlineShape>;

const RoleShape = z.enum(["deskOfficer", "caseOfficer", "unitLead", "signer", "clerk"]);
export type Role = z.infer<typeof RoleShape>;

const StepShape = z.strictObject({
  key: z.enum(["accept", "assign", "propose", "decide", "sign", "number", "issue", "return"]),
  role: RoleShape,
  title: TextShape,
});

const ResultShape = z.strictObject({
  key: KeyShape,
  title: TextShape,
  /** The Typst template beside the definition or in the documents module. */
  template: z.string(),
  /** Symbol printed after the number: "…/TB-CAP". */
  symbol: z.string(),
  /** The book in which the office numbers it. */
  book: KeyShape,
  officialForm: z.string().optional(),
  evidence: EvidenceShape,
});

/** What a decision writes, by the register's own name; answers are picked by path, of several the first answered. */
const RegisterEffectShape = z.strictObject({
  register: z.enum(["stays", "temporary-residence", "seals", "notes"]),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])),
});

const CompetenceShape = z.strictObject({
  level: z.enum(["commune", "province", "ministry"]),
  /** Key of the address field that decides the place. */
  byAddress: z.string(),
  /** Short name of the unit that handles it, where the level has several: "PC06", "C06". */
  unit: z.string().optional(),
  basis: z.array(CitationShape).min(1),
});

const RefusalGroundShape = z.strictObject({ key: KeyShape, title: TextShape, basis: z.array(CitationShape).min(1) });

/** One agency of an interlinked procedure (một cửa liên thông), in its turn, with its share of the working days. */
const LegShape = z.strictObject({
  key: KeyShape,
  title: TextShape,
  level: z.enum(["commune", "province", "ministry"]),
  unit: z.string().optional(),
  share: z.number().int().positive(),
});

const EditionShape = z.strictObject({
  id: KeyShape,
  ...dated,
  /** National code of the procedure in this edition. */
  code: z.string().regex(/^\d\.\d{6}$/),
  basis: z.array(CitationShape).min(1),
  applicants: z.array(z.enum(["person", "organisation"])).min(1),
  /** Whoever may file, in words. */
  who: TextShape,
  channels: z.array(ChannelShape).min(1),
  /** Assurance of the sign-in needed to file, 1 to 4 (Decree 69/2024/NĐ-CP art. 20). */
  assurance: z.number().int().min(1).max(4),
  competence: CompetenceShape,
  pages: z.array(PageShape).min(1),
  papers: z.array(PaperShape),
  fees: z.array(FeeShape),
  deadline: DeadlineShape,
  /** Handled at once by the system (`on-the-spot`), or examined by officers in the steps below. */
  handling: z.enum(["on-the-spot", "examined"]),
  steps: z.array(StepShape),
  /** Agencies that do a part each, one after another; every result comes back to the receiving desk. */
  interlinked: z.array(LegShape).min(1).optional(),
  refusalGrounds: z.array(RefusalGroundShape),
  result: ResultShape,
  /** The result of a refusal on the merits; the office's form 03 where absent. */
  register: RegisterEffectShape.optional(),
  survey: z.array(z.strictObject({ key: KeyShape, title: TextShape })).min(1),
  /** A named check over all answers that the field rules cannot say; the engine knows the names. */
  checks: z.array(z.enum(["stay-order", "stay-at-most-30-days", "temporary-residence-term", "seal-scope"])).optional(),
  questions: z.array(z.strictObject({ question: z.string(), assumed: z.string() })).optional(),
});
export type Edition = z.infer<typeof EditionShape>;
export type Competence = z.infer<typeof CompetenceShape>;
export type Step = z.infer<typeof StepShape>;

export const ProcedureShape = z.strictObject({
  key: KeyShape,
  title: TextShape,
  summary: TextShape,
  field: z.strictObject({ key: KeyShape, title: TextShape }),
  /** Words people search by besides the title, with or without accents. */
  searchWords: z.array(z.string()),
  editions: z.array(EditionShape).min(1),
});
export type Procedure = z.infer<typeof ProcedureShape>;
export type ProcedureInput = z.input<typeof ProcedureShape>;
