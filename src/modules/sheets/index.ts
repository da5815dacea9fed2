/** The only door of sheets: lists that people send as XLSX or CSV, and the templates they fill. */

export { type ExportColumn, type ExportFormat, type ExportList, exportList, exportMediaTypes } from "./export.ts";
export { type Cell, countCell, dayCell, momentCell, moneyCell, textCell } from "./export-cells.ts";
export { type SheetFailure, sheetFailureText } from "./failures.ts";
export { type SheetLimits, sheetLimits } from "./limits.ts";
export { readSheet, type SheetProblem, type SheetRow, type SheetRows } from "./read-sheet.ts";
export { makeCsvTemplate, makeTemplate } from "./template.ts";
