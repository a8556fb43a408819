import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/**
 * The store as plain JavaScript in a folder of its own, for tests that need a process to kill: they write a script
 * there that imports `#store`. The caller removes the folder.
 */
export function compiledStore(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tongguan-compiled-'));
  chmodSync(folder, 0o755);
  const swc = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const sources = ['libs/kernel', 'libs/store', 'migrations'];
  execFileSync(
    process.execPath,
    [swc, ...sources, '--out-dir', join(folder, 'dist'), '--copy-files', '--quiet'],
    {
      cwd: root,
    },
  );
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
