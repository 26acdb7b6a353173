/** Says whom a window takes for signed in, so that nothing is done in the name of who has signed in beside it since. */
export const ACTOR_HEADER = 'don-doc-person';
