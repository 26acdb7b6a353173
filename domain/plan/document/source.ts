// A document as any of its file formats gives it: paragraphs and tables in order, each cell with its exact words
// and the place where they stood. What the words mean is decided later; nothing is dropped here.

/** Line of a text, page of a PDF, cell of a sheet ("B12"), or table, row and column (from 1) of a document. */
export interface Place {
  readonly line?: number;
  readonly page?: number;
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
  readonly cell?: string;
}

export interface SourceCell {
  /** Exact words; line breaks inside the cell are \n. */
  readonly text: string;
  readonly place: Place;
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

export interface SourceRow {
  readonly cells: readonly SourceCell[];
  readonly place: Place;
}

export type SourceBlock =
  | { readonly type: 'paragraph'; readonly text: string; readonly place: Place }
  | { readonly type: 'table'; readonly rows: readonly SourceRow[] };

export interface SourceDocument {
  readonly kind: 'text' | 'docx' | 'xlsx' | 'pdf';
  readonly blocks: readonly SourceBlock[];
  /** Names of sheets their author hid: not read, but told. */
  readonly hiddenSheets?: readonly string[];
}
