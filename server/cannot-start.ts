/** What stops the server and an operator can mend: printed without a stack, in Vietnamese and in English. */
export class CannotStart extends Error {}
