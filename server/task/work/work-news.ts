import { sql } from 'kysely';
import pg from 'pg';
import type { Scope, Tx } from '../../db/executor.ts';

const CHANNEL = 'don_doc_work';
/** A database that went away is looked for again after this. */
const AGAIN_MS = 2_000;

/** That something was done, and whose it was; not what. */
interface News {
  readonly provinceId: string;
  readonly agencyId: string;
}

/** Tells every server, once the transaction is through, that an agency's work changed. */
export async function tellWork(tx: Tx, news: News): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(news)})`.execute(tx);
}

export interface WorkNews {
  /** Calls back whenever work the scope reaches changed, on whichever server; answers with the way to stop. */
  readonly follow: (scope: Scope, tell: () => void) => () => void;
  readonly close: () => Promise<void>;
}

/** Listens to the database while anybody follows; one connection however many they are. */
export function openWorkNews(url: string): WorkNews {
  const followers = new Set<{ readonly scope: Scope; readonly tell: () => void }>();
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  const hear = ({ payload = '' }: pg.Notification) => {
    const news = JSON.parse(payload) as News;
    for (const { scope, tell } of followers) if (reaches(scope, news)) tell();
  };
  const start = () => {
    if (client !== undefined || followers.size === 0) return;
    const opened = new pg.Client({ connectionString: url });
    client = opened;
    const lost = () => {
      if (client !== opened) return;
      client = undefined;
      retry = setTimeout(() => {
        start();
        // What happened in between is not known.
        for (const { tell } of followers) tell();
      }, AGAIN_MS);
    };
    opened.on('notification', hear).on('error', lost).on('end', lost);
    opened
      .connect()
      .then(() => opened.query(`listen ${CHANNEL}`), lost)
      .catch(lost);
  };
  const stop = async () => {
    clearTimeout(retry);
    const held = client;
    client = undefined;
    await held?.end().catch(() => undefined);
  };
  return {
    follow: (scope, tell) => {
      const follower = { scope, tell };
      followers.add(follower);
      start();
      return () => {
        followers.delete(follower);
        if (followers.size === 0) void stop();
      };
    },
    close: () => {
      followers.clear();
      return stop();
    },
  };
}

function reaches({ provinceId, figures, agencyIds }: Scope, news: News): boolean {
  return (
    provinceId === news.provinceId &&
    (figures === 'province' || (figures === 'agency' && agencyIds.includes(news.agencyId)))
  );
}
