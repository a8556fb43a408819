import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json, JsonObject } from '#kernel';
import { eventually } from './eventually.js';

type DropName = 'in' | 'out' | 'ack' | 'error';

const roots = new Set<string>();

/** A folder for the files of all participants of a test; removed by {@link endDrops}. */
export function newDropRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'tongguan-drop-'));
  roots.add(root);
  return root;
}

export function endDrops(): void {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
  roots.clear();
}

/** A participant's end of its folders, as an SFTP server shows them to it. */
export class Drop {
  constructor(
    private readonly root: string,
    private readonly code: string,
  ) {}

  path(folder: DropName, name = ''): string {
    return join(this.root, this.code, folder, name);
  }

  /** What can be seen: files that are being written begin with a dot. */
  list(folder: DropName): readonly string[] {
    return readdirSync(this.path(folder))
      .filter((name) => !name.startsWith('.'))
      .sort();
  }

  /** Puts a file in as a careful client does: under another name first. */
  put(name: string, content: Buffer | string): void {
    writeFileSync(this.path('in', `${name}.filepart`), content);
    renameSync(this.path('in', `${name}.filepart`), this.path('in', name));
  }

  read(folder: DropName, name: string): Buffer {
    return readFileSync(this.path(folder, name));
  }

  /** A file once it is there. */
  file(folder: DropName, name: string, ms?: number): Promise<Buffer> {
    return eventually(`${folder}/${name} is there`, () => this.read(folder, name), ms);
  }

  /** The receipt of a file once it says what became of it. */
  async outcome(name: string): Promise<JsonObject> {
    return eventually(`the outcome of ${name}`, () => {
      const receipt = jsonOf(this.read('ack', `${name}.receipt.json`));
      return receipt['state'] !== 'pending' && receipt;
    });
  }

  async problem(name: string): Promise<JsonObject> {
    return jsonOf(await this.file('error', `${name}.problem.json`));
  }
}

export function jsonOf(bytes: Buffer): JsonObject {
  const value = JSON.parse(bytes.toString('utf8')) as Json;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('no object');
  return value as JsonObject;
}
