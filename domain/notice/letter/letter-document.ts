/** A letter as plain data: the page, the Word file and the test read the same object. */
export interface LetterDocument {
  /** What the file is called and what the register shows: "Công văn số 05/SNV-CCHC". */
  readonly name: string;
  readonly head: LetterHead;
  readonly addressees: {
    readonly label: string;
    /** One is written beside the label, several as a list below it. */
    readonly lines: readonly string[];
  };
  readonly body: readonly LetterBlock[];
  readonly recipients: { readonly label: string; readonly lines: readonly string[] };
  readonly signature: { readonly lines: readonly string[]; readonly name: string };
  readonly annexes: readonly LetterAnnex[];
}

export interface LetterHead {
  readonly superior: string;
  readonly issuer: string;
  readonly nation: string;
  readonly motto: string;
  readonly number: string;
  readonly subject: string;
  readonly placeAndDate: string;
}

export type LetterBlock = { readonly kind: 'paragraph'; readonly text: string } | LetterTable;

export interface LetterTable {
  readonly kind: 'table';
  readonly columns: readonly LetterColumn[];
  readonly rows: readonly (readonly string[])[];
}

export interface LetterColumn {
  readonly header: string;
  /** Width beside the others. */
  readonly share: number;
  readonly centred: boolean;
}

export interface LetterAnnex {
  readonly heading: string;
  readonly title: string;
  /** "(Kèm theo Công văn số …)". */
  readonly attachment: string;
  readonly table: LetterTable;
}
