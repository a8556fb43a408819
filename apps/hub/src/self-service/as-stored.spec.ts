import type { Setup, SetupDestination } from '#store';
import { asStored } from './as-stored.js';

const inVersion = (version: number): Setup => {
  const destination: SetupDestination = {
    id: 'd-1',
    participantId: 'p-1',
    code: 'hook',
    kind: 'webhook',
    state: 'unverified',
    config: { url: `https://v${version}.receiver.example/hook` },
    secrets: [],
    version,
  };
  return {
    version: String(version),
    participants: new Map(),
    keys: new Map(),
    agreements: [],
    routes: [],
    destinations: new Map([['d-1', destination]]),
    receiptPreferences: new Map(),
    mappings: new Map(),
  };
};

/** A process that knows one version while the database has another. */
const knowing = (known: number, stored: number) => ({
  current: () => inVersion(known),
  refresh: () => Promise.resolve(inVersion(stored)),
});

const row = (version: number) => ({ id: 'd-1', version });

it('never gives the address of another version than the one that was read', async () => {
  const urlOf = async (known: number, stored: number, version: number): Promise<unknown> => {
    const found = await asStored(knowing(known, stored), row(version));
    return found.ok ? found.value.config.url : found.error.code;
  };
  expect(await urlOf(2, 2, 2)).toBe('https://v2.receiver.example/hook');
  expect(await urlOf(1, 2, 2)).toBe('https://v2.receiver.example/hook');
  expect(await urlOf(1, 3, 2)).toBe('DESTINATION_CHANGING');
  expect(await urlOf(3, 3, 2)).toBe('DESTINATION_CHANGING');
});
