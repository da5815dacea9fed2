/** How much of a sheet is taken. A sheet comes from outside: each of these is checked before the work it would cost. */
export type SheetLimits = {
  /** The file as sent. */
  readonly fileBytesMax: number;
  /** All parts of a workbook together once unpacked, as they declare. */
  readonly unpackedBytesMax: number;
  /** The parts that are read (sheets, strings, styles) as they turn out to be: 2,000 guests are about 3 MB. */
  readonly readBytesMax: number;
  /** Parts inside a workbook. */
  readonly partsMax: number;
  /** Unpacked to packed size of a part larger than a megabyte; a real sheet stays below 60. */
  readonly ratioMax: number;
  /** Rows with something in them, headers and examples not counted. */
  readonly rowsMax: number;
  readonly columnsMax: number;
  readonly cellCharactersMax: number;
};

export const sheetLimits: SheetLimits = {
  fileBytesMax: 10 * 1024 * 1024,
  unpackedBytesMax: 40 * 1024 * 1024,
  readBytesMax: 12 * 1024 * 1024,
  partsMax: 500,
  ratioMax: 250,
  rowsMax: 2000,
  columnsMax: 200,
  cellCharactersMax: 10_000,
};

/** A rectangle of text as a person sees it in the file. `line` is the row number the spreadsheet program shows. */
export type TextRow = { readonly line: number; readonly cells: readonly string[] };
export type TextSheet = { readonly name: string; readonly rows: readonly TextRow[] };

/** Rows above the data that may hold a title, headers, hints and examples. */
export const HEADER_ROWS_MAX = 10;
