import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { startEmbedded } from '#store';
import { nextMessage, stopProcess } from './child.js';
import { postmasterOf } from './processes.js';
import type { Subject } from './subject.js';

/** The bare pipeline, on an embedded PostgreSQL with the hub's own settings. */
export const limitSubject: Subject = {
  name: 'limit',
  async start(sinkUrls, dataDir) {
    const embedded = await startEmbedded({ dataDir });
    if (!embedded.ok) throw new Error(`${embedded.error.text.en} ${embedded.error.advice.en}`);
    const key = randomBytes(32).toString('base64url');
    const sinks = sinkUrls.map((url) => ({ url, secret: `whsec_${randomBytes(24).toString('base64')}` }));
    const child = fork(fileURLToPath(new URL('limit/main.js', import.meta.url)), {
      env: {
        ...process.env,
        DATABASE_URL: embedded.value.url,
        LIMIT_KEY: key,
        LIMIT_SINKS: JSON.stringify(sinks),
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const { url } = await nextMessage<{ url: string }>(child);
    return {
      url: `${url}/v1/interchanges`,
      headers: [`Authorization: Bearer ${key}`],
      secrets: sinks.map((sink) => sink.secret),
      pid: child.pid ?? 0,
      postmaster: await postmasterOf(`${dataDir}/postgres`),
      async stop() {
        await stopProcess(child);
        await embedded.value.stop();
      },
    };
  },
};
