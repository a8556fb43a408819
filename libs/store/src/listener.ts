import type pg from 'pg';

/** Called with the payload of a notice, or with '' when notices may have been missed. */
export type OnNotice = (payload: string) => void;

export interface Listener {
  listen(channel: string, onNotice: OnNotice): Promise<() => Promise<void>>;
  end(): Promise<void>;
}

/** First and longest pause before a broken connection is made again, in milliseconds. */
const firstPause = 100;
const longestPause = 5_000;

/** One connection for all channels, made at the first `listen` and made again for as long as somebody listens. */
export function listener(newClient: () => pg.Client, onBroken: (error: Error) => void): Listener {
  const channels = new Map<string, Set<OnNotice>>();
  let client: pg.Client | undefined;
  let connecting: Promise<pg.Client> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let pause = firstPause;
  let ended = false;

  async function connect(): Promise<pg.Client> {
    const fresh = newClient();
    fresh.on('error', onBroken);
    fresh.on('notification', ({ channel, payload }) => tell(channel, payload ?? ''));
    fresh.on('end', () => {
      if (client === fresh) client = undefined;
      again();
    });
    await fresh.connect();
    for (const channel of channels.keys()) await fresh.query(`LISTEN ${fresh.escapeIdentifier(channel)}`);
    client = fresh;
    pause = firstPause;
    return fresh;
  }

  const connected = (): Promise<pg.Client> => {
    if (client) return Promise.resolve(client);
    connecting ??= connect().finally(() => (connecting = undefined));
    return connecting;
  };

  function again(): void {
    if (ended || timer || client || channels.size === 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      if (channels.size === 0) return;
      connected().then(
        () => channels.forEach((_, channel) => tell(channel, '')),
        (error: unknown) => {
          onBroken(error instanceof Error ? error : new Error(String(error)));
          again();
        },
      );
    }, pause);
    timer.unref();
    pause = Math.min(pause * 2, longestPause);
  }

  const tell = (channel: string, payload: string): void =>
    channels.get(channel)?.forEach((onNotice) => onNotice(payload));

  return {
    async listen(channel, onNotice) {
      const listeners = channels.get(channel) ?? new Set();
      const isNew = listeners.size === 0;
      channels.set(channel, listeners.add(onNotice));
      const forget = (): boolean => {
        listeners.delete(onNotice);
        return listeners.size === 0 && channels.delete(channel);
      };
      try {
        const current = await connected();
        if (isNew) await current.query(`LISTEN ${current.escapeIdentifier(channel)}`);
      } catch (error) {
        forget();
        throw error;
      }
      return async () => {
        if (!forget() || !client) return;
        await client.query(`UNLISTEN ${client.escapeIdentifier(channel)}`).catch(() => undefined);
      };
    },
    async end() {
      ended = true;
      clearTimeout(timer);
      channels.clear();
      await connecting?.catch(() => undefined);
      await client?.end();
    },
  };
}
