import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { NodeCompiler, NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { fontPaths, templatesFolder } from "./places.ts";

/**
 * The one Typst compiler of the process. It is loaded with the first paper: a process that prints none does not pay
 * the forty megabytes. Templates and fonts are read once; a paper's data come as a file of their own beside them,
 * so that what does not depend on the data stays compiled.
 */
let compiler: NodeCompiler | null = null;

const DATA = "paper.json";
/** Results not used by the last papers leave the cache: memory stays level however many papers are made. */
const CACHE_AGE_MOST = 8;

function start(): NodeCompiler {
  const typst = createRequire(import.meta.url)(
    "@myriaddreamin/typst-ts-node-compiler",
  ) as typeof import("@myriaddreamin/typst-ts-node-compiler");
  const workspace = templatesFolder();
  const made = typst.NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: fontPaths().map((path) => readFileSync(path)) }],
  });
  for (const name of readdirSync(workspace).filter((file) => file.endsWith(".typ"))) {
    made.addSource(join(workspace, name), readFileSync(join(workspace, name), "utf8"));
  }
  return made;
}

/** Where a signature stands on its page, in points from the top left corner; pages count from 1. */
export type SignatureBox = { page: number; x: number; y: number; width: number; height: number };

export type Compiled = { pdf: Buffer; boxes: SignatureBox[] };

/**
 * Compiles a template with data that are already words to print.
 * @param standard `a-2a` is what is delivered; `ua-1` lets the tests have Typst enforce the rules of PDF/UA too.
 * @throws when the template does not compile: the data were checked before, so that is our own mistake.
 */
export function compile(
  template: string,
  data: object,
  createdAtSeconds: number,
  standard: "a-2a" | "ua-1" = "a-2a",
): Compiled {
  const { paper, boxes } = laidOut(template, data);
  const pdf = running().pdf(paper, { pdfStandard: standard, creationTimestamp: createdAtSeconds });
  running().evictCache(CACHE_AGE_MOST);
  return { pdf, boxes };
}

/** A drawing without tags or standard of its own, to be set into a file that has them. */
export function compileDrawing(template: string, data: object): Buffer {
  const pdf = running().pdf(laidOut(template, data).paper, {
    pdfStandard: "1.7",
    pdfTags: false,
    creationTimestamp: 0,
  });
  running().evictCache(CACHE_AGE_MOST);
  return pdf;
}

function laidOut(template: string, data: object): { paper: NodeTypstDocument; boxes: SignatureBox[] } {
  const typst = running();
  const workspace = templatesFolderOnce();
  typst.mapShadow(join(workspace, DATA), Buffer.from(JSON.stringify(data)));
  const outcome = typst.compile({ mainFilePath: join(workspace, `${template}.typ`) });
  const paper: NodeTypstDocument | null = outcome.result;
  if (!paper || outcome.hasError()) {
    const trouble = outcome.takeDiagnostics();
    throw new Error(`template ${template}: ${JSON.stringify(trouble?.shortDiagnostics ?? "no document")}`);
  }
  return { paper, boxes: typst.query(paper, { selector: "<signature>", field: "value" }) as SignatureBox[] };
}

function running(): NodeCompiler {
  compiler ??= start();
  return compiler;
}

let folder: string | null = null;
function templatesFolderOnce(): string {
  folder ??= templatesFolder();
  return folder;
}
