/** Asks the person for their password; answers whether it was given. Set by the page that can ask. */
type Ask = () => Promise<boolean>;

let ask: Ask | undefined;

export function setProofAsker(asker: Ask | undefined): void {
  ask = asker;
}

export function askProof(): Promise<boolean> {
  return ask?.() ?? Promise.resolve(false);
}
