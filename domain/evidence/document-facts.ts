/** What a document says of itself. Days are ISO dates. */
export const FACT_NAMES = [
  'number',
  'issuedOn',
  'issuer',
  'signer',
  'type',
  'title',
  'validFrom',
  'validTo',
] as const;
export type FactName = (typeof FACT_NAMES)[number];

/** A fact as it was read, with the words of the document it was read from. */
export interface ReadFact {
  readonly value: string;
  readonly words: string;
}

export type ReadFacts = Readonly<Partial<Record<FactName, ReadFact>>>;

/** A fact as it stands: read, or set right by a person, who may also say that there is none. */
export interface StandingFact {
  readonly value: string | null;
  readonly read: ReadFact | null;
  readonly isCorrected: boolean;
}

export interface FactCorrection {
  readonly fact: FactName;
  /** Null says that the document does not say it. */
  readonly value: string | null;
}

/** The facts as they stand: the last correction of each wins over what was read. */
export function foldFacts(
  read: ReadFacts,
  corrections: readonly FactCorrection[],
): Readonly<Record<FactName, StandingFact>> {
  const facts = Object.fromEntries(
    FACT_NAMES.map((fact) => {
      const last = corrections.findLast((one) => one.fact === fact);
      const held = read[fact] ?? null;
      return [
        fact,
        {
          value: last === undefined ? (held?.value ?? null) : last.value,
          read: held,
          isCorrected: last !== undefined && last.value !== (held?.value ?? null),
        },
      ];
    }),
  );
  return facts as Record<FactName, StandingFact>;
}
