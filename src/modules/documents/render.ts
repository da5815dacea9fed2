import { dayOfInstant } from "../../kernel/plain-date.ts";
import { compile, compileDrawing, type SignatureBox } from "./compiler.ts";
import {
  officialDate,
  type PaperInput,
  type PaperKind,
  paperShapes,
  type SignatureMark,
  signatureShape,
} from "./papers.ts";
import { amended, extentOf, objectText, openPdf, type PdfFile, rewrite } from "./pdf-file.ts";
import { qrDrawing } from "./qr.ts";

/**
 * Renders a paper as PDF/A-2a that is also PDF/UA-1: tagged, titled, in Vietnamese, made for keeping.
 * The same data give the same bytes; the time inside the file is the paper's own `issuedAt`.
 * @throws when the data do not fit the paper's shape: they come from our own modules, not from a person.
 */
export const renderPaper = <K extends PaperKind>(kind: K, data: PaperInput<K>): Uint8Array =>
  renderToSign(kind, data).pdf.bytes;

/** A paper, and where the marks of its signatures stand on it. */
export type Rendered = { readonly pdf: PdfFile; readonly boxes: readonly SignatureBox[] };

export function renderToSign<K extends PaperKind>(
  kind: K,
  data: PaperInput<K>,
  standard: "a-2a" | "ua-1" = "a-2a",
): Rendered {
  const paper = paperShapes[kind].parse(data);
  const content = {
    dossierCode: paper.dossier.code,
    procedureCode: paper.dossier.procedureCode,
    identifier: paper.applicant.identifier,
    paperName: paper.title,
  };
  const printed = {
    ...paper,
    issuedOn: officialDate(dayOfInstant(paper.issuedAt)),
    qr: qrDrawing(content),
    qrAlt: brief(`Mã QR: mã hồ sơ ${content.dossierCode}, mã thủ tục ${content.procedureCode}, ${content.paperName}`),
    // What the file says about itself; PDF limits such texts, papers do not.
    file: {
      title: brief(paper.title),
      author: brief(paper.office.name),
      keywords: [brief(content.dossierCode), brief(content.procedureCode)],
    },
  };
  const { pdf, boxes } = compile(kind, printed, Math.floor(paper.issuedAt / 1000), standard);
  return { pdf: standard === "a-2a" ? alsoUniversallyAccessible(openPdf(pdf)) : openPdf(pdf), boxes };
}

/** The visible mark of a signature alone, as a PDF of its size, for a paper that waits for it. */
export const renderMark = (mark: SignatureMark): Uint8Array => compileDrawing("seal-mark", signatureShape.parse(mark));

const brief = (value: string): string => [...value].slice(0, 300).join("");

/**
 * Typst writes one standard at a time. PDF/A-2a asks for the same tags, language and alternatives as PDF/UA-1
 * (ISO 14289-1); what is left is to say so in the metadata, with the schema PDF/A wants described (ISO 19005-2, 6.6.2),
 * and to show the title instead of the file name (ISO 14289-1, 7.1). The tests have Typst judge every template as UA-1.
 */
export function alsoUniversallyAccessible(pdf: PdfFile): PdfFile {
  const titled = rewriteObject(pdf, pdf.root, (text) =>
    amended(text, /\/ViewerPreferences <</, (found) => `${found} /DisplayDocTitle true`),
  );
  const metadata = Number(/\/Metadata (\d+) 0 R/.exec(objectText(titled, titled.root))?.[1]);
  return rewriteObject(titled, metadata, (text) => {
    const described = amended(
      amended(
        amended(text, / xmlns:pdfaid=/, (found) => ` xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"${found}`),
        /<pdfaid:part>/,
        (found) => `<pdfuaid:part>1</pdfuaid:part>${found}`,
      ),
      /<pdfaExtension:schemas><rdf:Bag>/,
      (found) => found + UA_SCHEMA,
    );
    return amended(described, /\/Length \d+/, () => `/Length ${lengthOfStream(described)}`);
  });
}

const UA_SCHEMA =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>' +
  "<pdfaProperty:description>Part of PDF/UA the file conforms to</pdfaProperty:description><pdfaProperty:name>part</pdfaProperty:name>" +
  "<pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>";

function rewriteObject(pdf: PdfFile, number: number, change: (text: string) => string): PdfFile {
  const { from, until } = extentOf(pdf, number);
  return rewrite(pdf, from, until, Buffer.from(change(pdf.bytes.toString("latin1", from, until)), "latin1"));
}

function lengthOfStream(text: string): number {
  const body = /stream\r?\n/.exec(text);
  const end = text.lastIndexOf("endstream");
  if (!body || end < 0) throw new Error("the metadata are no stream");
  const start = body.index + body[0].length;
  // One line feed before `endstream` does not belong to the data.
  return text.slice(start, end).replace(/\r?\n$/, "").length;
}
