// The package brings no types of its own; these are the parts the tests use.
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  export class Provider {
    constructor(
      issuer: string,
      configuration: {
        readonly clients: readonly Readonly<Record<string, unknown>>[];
        readonly claims: Readonly<Record<string, readonly string[]>>;
        readonly pkce: { readonly required: () => boolean };
        readonly features: Readonly<Record<string, { readonly enabled: boolean }>>;
        readonly findAccount: (
          context: unknown,
          id: string,
        ) => {
          readonly accountId: string;
          readonly claims: () => Promise<Readonly<Record<string, unknown>>>;
        };
      },
    );
    callback(): RequestListener;
  }
}
