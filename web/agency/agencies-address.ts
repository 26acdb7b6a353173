/** What of the agencies is shown, as the address keeps it. */
export interface AgenciesAddress {
  readonly view?: string | undefined;
  /** The ISO day of the tree. */
  readonly ngay?: string | undefined;
  readonly plan?: string | undefined;
  readonly search?: string | undefined;
  readonly level?: string | undefined;
  readonly sort?: string | undefined;
}

export interface AgenciesViewProps {
  readonly address: AgenciesAddress;
  readonly onAddress: (changes: Partial<AgenciesAddress>) => void;
}
