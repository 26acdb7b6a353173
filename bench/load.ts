import { Agent, request } from 'node:http';

export interface Load {
  readonly readers: number;
  readonly seconds: number;
  /** Seconds between two requests of one reader; 0 asks again as soon as it is answered. */
  readonly thinking: number;
  /** Cookies of the session they read in. */
  readonly cookie?: string;
}

export interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly perSecond: number;
}

/**
 * Many readers at once, each on a connection of its own. Those that think begin spread over their pause, and an
 * answer is timed from when it was due, so that a slow server is not spared by readers who wait for it.
 */
export async function loadWith(url: string, { readers, seconds, thinking, cookie }: Load): Promise<Latency> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  const took: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  const read = async (reader: number) => {
    let due = start + (thinking * 1000 * reader) / readers;
    while (due < end) {
      const wait = due - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      await get(url, agent, cookie);
      took.push(performance.now() - due);
      due = thinking === 0 ? performance.now() : due + thinking * 1000;
    }
  };
  await Promise.all(Array.from({ length: readers }, (_, reader) => read(reader)));
  agent.destroy();
  const lasted = (performance.now() - start) / 1000;
  took.sort((one, other) => one - other);
  const at = (share: number) =>
    Math.round(took[Math.min(took.length - 1, Math.floor(share * took.length))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), perSecond: Math.round(took.length / lasted) };
}

function get(url: string, agent: Agent, cookie = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: { 'accept-encoding': 'gzip', cookie } }, (answer) => {
      answer.resume();
      answer.on('error', reject);
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${answer.statusCode}`)),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}
