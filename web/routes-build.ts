import { type AnyContractRouter, minifyContractRouter } from '@orpc/contract';
import type { Plugin } from 'vite';
import { contract } from '#contract/router.ts';

const NAME = 'virtual:routes';
const RESOLVED = `\0${NAME}`;

/**
 * Gives the pages of the contract only where each act is reached: its schemas, and the library they are written in,
 * would be a fifth of what a slow line has to carry before the first page stands.
 */
export function sendRoutes(): Plugin {
  return {
    name: 'send-routes',
    resolveId: (name) => (name === NAME ? RESOLVED : undefined),
    load: (name) =>
      name === RESOLVED
        ? `export default ${JSON.stringify(minifyContractRouter(contract as AnyContractRouter), leaveOutWords)};`
        : undefined,
  };
}

/** What only readers of the documentation need. */
function leaveOutWords(key: string, value: unknown): unknown {
  return key === 'summary' || key === 'tags' || key === 'description' ? undefined : value;
}
