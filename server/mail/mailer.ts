/** A letter as plain text and as simple HTML; both say the same. */
export interface Letter {
  readonly to: { readonly name: string; readonly email: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Fixed by whoever may have to send it again, so that a repetition can be told: "<…@…>". */
  readonly messageId?: string;
}

/** `refused`: the server would not take it for this address; `unreachable`: nobody took anything. */
export type MailAnswer =
  | { readonly sent: true }
  | {
      readonly sent: false;
      readonly why: 'not-configured' | 'refused' | 'unreachable';
      /** Of a refusal: the server would take it later. */
      readonly isTemporary?: true;
      /** The line broke after it was spoken on: whether the letter was taken is not known. */
      readonly mayHaveLeft?: true;
    };

/** Sends letters, or says why it could not; a letter that fails is no failure of the act that wrote it. */
export interface Mailer {
  readonly isConfigured: boolean;
  readonly send: (letter: Letter) => Promise<MailAnswer>;
  readonly close: () => void;
}

/** Where no mail server is configured: links are shown to whoever asked for the letter. */
export const NO_MAILER: Mailer = {
  isConfigured: false,
  send: async () => ({ sent: false, why: 'not-configured' }),
  close: () => undefined,
};
