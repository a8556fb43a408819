import { parseArgs } from 'node:util';
import { startControl } from './control.js';
import { startReceiver } from './receiver.js';

/**
 * A receiver as a process: prints `{"url", "control"}` on one line once it listens, and the counts when it is ended.
 *
 * @example node dist/apps/simulator/src/receiver/main.js --port 9001 --control 9101 --secret whsec_…
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    control: { type: 'string', default: '0' },
    secret: { type: 'string' },
  },
});
const receiver = await startReceiver({ port: Number(values.port), secret: values.secret });
const control = await startControl(receiver, Number(values.control));
const print = (value: unknown): boolean => process.stdout.write(`${JSON.stringify(value)}\n`);
print({ url: receiver.url, control: control.url });

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    print(receiver.ledger.counts);
    void Promise.all([receiver.close(), control.close()]);
  });
}
