import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { openKeptReads } from '../../kept-reads.ts';
import { type HeldOutbox, openOutbox, type Senders, type WaitingOutbox } from './held-outbox.ts';

const Held = createContext<HeldOutbox | undefined>(undefined);

/** Opens what one person left in this browser: the pages they opened, and what they wrote that is not sent yet. */
export function OutboxProvider({
  personId,
  senders,
  children,
}: {
  readonly personId: string;
  readonly senders: Senders;
  readonly children: ReactNode;
}) {
  const queries = useQueryClient();
  const [outbox, setOutbox] = useState<HeldOutbox>();
  // The database of the browser and its other windows are outside React.
  useEffect(() => {
    const opened = openOutbox(personId, senders, () => void loadAnew(queries));
    setOutbox(opened);
    const stop = openKeptReads(queries, personId);
    return () => {
      stop();
      opened.close();
    };
  }, [personId, senders, queries]);
  return outbox === undefined ? null : <Held value={outbox}>{children}</Held>;
}

/** What an act changed is asked for again; an answer on its way for the first time may be from before the act. */
async function loadAnew(queries: QueryClient): Promise<void> {
  const isFirst = queries.isFetching({ predicate: ({ state }) => state.data === undefined }) > 0;
  await queries.invalidateQueries();
  if (isFirst) await queries.invalidateQueries();
}

export function useOutbox(): HeldOutbox {
  const outbox = useContext(Held);
  if (outbox === undefined) throw new Error('no outbox was opened');
  return outbox;
}

/** What waits to be sent, drawn anew at each change. */
export function useWaiting(): WaitingOutbox {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.watch, outbox.list);
}
