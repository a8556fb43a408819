import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Adapter } from '../contract.js';

/** One folder of an adapter's `cases/`: a message, and what must come of it. */
export interface Case {
  readonly name: string;
  readonly folder: string;
  readonly bytes: Uint8Array;
  /** The message is refused; its faults stand in `fault.json` and not its documents in `documents.json`. */
  readonly bad: boolean;
  /** The message is written as this project writes it: writing its documents gives the same bytes. */
  readonly canonical: boolean;
}

export function casesOf(adapter: Adapter): readonly Case[] {
  const root = join('libs/adapters/src', adapter.id, 'cases');
  return readdirSync(root)
    .sort()
    .map((name) => {
      const folder = join(root, name);
      const message = readdirSync(folder).find((file) => file.startsWith('in.'));
      if (message === undefined) throw new Error(`${folder} has no message`);
      return {
        name,
        folder,
        bytes: new Uint8Array(readFileSync(join(folder, message))),
        bad: name.startsWith('bad-'),
        canonical: name.startsWith('canonical-'),
      };
    });
}
