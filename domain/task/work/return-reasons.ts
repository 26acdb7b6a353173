import data from './data/return-reasons.json' with { type: 'json' };

/** Reasons often given for returning a result, each with what is to be done. */
export const RETURN_REASONS: readonly { readonly code: string; readonly words: string }[] = data.reasons;
