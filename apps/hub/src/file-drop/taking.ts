import { lstat, rename, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, putFile, type Accepted, type Exchange } from '#exchange';
import { uuidv7, type Fault } from '#kernel';
import { oweAnswers, type Sql } from '#store';
import { fileDropFaults } from './faults.js';
import { sameLook, type Found, type Odd } from './in-folder.js';
import { asidePrefix } from './names.js';
import { jsonFile, problemFile } from './problem-file.js';
import { readFound } from './read-file.js';
import type { Sender } from './sender.js';

/** Files accepted together: as many as go into one commit of the door, so that their order is kept. */
const TOGETHER = { files: 100, bytes: 4 * 1024 * 1024 };

export interface TakingParts {
  readonly sql: Sql;
  readonly exchange: Exchange;
  /** Bytes of one file at most. */
  readonly most: number;
  /** Whether one more file of this participant may be taken now. */
  readonly allows: (participantId: string) => boolean;
  /** Told of what the operator must look at. */
  readonly trouble: (sender: Sender, fault: Fault) => void;
}

interface Read {
  readonly file: Found;
  readonly content: Buffer;
}

interface Taken {
  readonly file: Found;
  readonly accepted: Accepted;
}

/**
 * Takes complete files in. A file leaves the folder `in` once its content is committed and its answer is owed, and not
 * before: what happens in between happens again, and content that was seen before is the same interchange.
 */
export class Taking {
  constructor(private readonly parts: TakingParts) {}

  /** @returns `later` when files were left for another time: the rate is used up, or the hub cannot take more now */
  async take(
    sender: Sender,
    files: readonly Found[],
    over: () => Promise<boolean>,
  ): Promise<'done' | 'later'> {
    for (let at = 0; at < files.length;) {
      if (await over()) return 'later';
      const chunk = this.chunk(sender, files, at);
      if (chunk.length === 0) return 'later';
      at += chunk.length;
      if (!(await this.takeTogether(sender, chunk))) return 'later';
    }
    return 'done';
  }

  /** Moves what is no message out of the way, as far as it can be moved, and says why. */
  async refuse(sender: Sender, odd: Odd): Promise<void> {
    const values = { name: odd.shown, limit: 200 };
    const { why } = odd;
    if (why.kind === 'name') {
      await this.moveToError(sender, odd.path, odd.name, fileDropFaults.make('FILE_NAME_ODD', { values }));
      return;
    }
    const fault = fileDropFaults.make('FILE_NOT_PLAIN', { values: { name: odd.shown, what: why.what } });
    await this.tell(sender, odd.name, fault);
  }

  private chunk({ participant }: Sender, files: readonly Found[], from: number): Found[] {
    const chunk: Found[] = [];
    let bytes = 0;
    for (const file of files.slice(from, from + TOGETHER.files)) {
      bytes += file.size;
      if (chunk.length > 0 && bytes > TOGETHER.bytes) break;
      if (!this.parts.allows(participant.id)) break;
      chunk.push(file);
    }
    return chunk;
  }

  /** @returns false when the hub cannot take more now */
  private async takeTogether(sender: Sender, files: readonly Found[]): Promise<boolean> {
    const read = (await Promise.all(files.map((file) => this.read(sender, file)))).filter(
      (one) => one !== undefined,
    );
    const answers = await Promise.all(read.map(({ content }) => this.accept(sender, content)));
    const taken: Taken[] = [];
    let busy = false;
    for (const [index, answer] of answers.entries()) {
      const file = read[index]?.file;
      if (!file) continue;
      if (answer.ok) taken.push({ file, accepted: answer.value });
      else if (answer.error.disposition === 'retry') busy = true;
      else await this.moveToError(sender, file.path, file.name, answer.error);
    }
    if (taken.length > 0) await this.settle(sender, taken);
    return !busy;
  }

  private accept({ participant }: Sender, body: Buffer) {
    return this.parts.exchange.accept({
      participantId: participant.id,
      participantCode: participant.code,
      channel: 'file',
      body,
    });
  }

  private async settle(sender: Sender, taken: readonly Taken[]): Promise<void> {
    const participantId = sender.participant.id;
    await oweAnswers(
      this.parts.sql,
      taken.map(({ file, accepted }) => ({ interchangeId: accepted.id, name: file.name, participantId })),
    );
    await Promise.all(taken.map(({ file, accepted }) => this.acknowledge(sender, file.name, accepted)));
    for (const { file } of taken) await this.remove(sender, file);
  }

  private async acknowledge({ folders }: Sender, name: string, accepted: Accepted): Promise<void> {
    const { id, sha256, receivedAt, receipt } = accepted;
    const status = `/v1/interchanges/${id}`;
    const answer = { file: name, id, state: 'pending', receivedAt, sha256, status, receipt };
    await putFile(folders.ack, `${name}.receipt.json`, jsonFile(answer), 'made again');
  }

  private async read(sender: Sender, file: Found): Promise<Read | undefined> {
    const { name, size } = file;
    const refused = this.refusal(file);
    if (refused) {
      await this.moveToError(sender, file.path, name, refused);
      return undefined;
    }
    try {
      const content = await readFound(file);
      return content && { file, content };
    } catch (error) {
      const detail = codeOf(error) ?? String(error);
      // Fetched back or renamed by its sender: it will be found under whatever name it has now.
      if (detail === 'ENOENT') return undefined;
      await this.tell(
        sender,
        name,
        fileDropFaults.make('FILE_UNREADABLE', { values: { name, size, detail } }),
      );
      return undefined;
    }
  }

  private refusal({ name, size }: Found): Fault | undefined {
    const limit = this.parts.most;
    if (size === 0) return fileDropFaults.make('FILE_EMPTY', { values: { name } });
    if (size > limit) return fileDropFaults.make('FILE_TOO_LARGE', { values: { name, size, limit } });
    return undefined;
  }

  /**
   * Its sender may have put another file in its place since it was read. Set aside, it cannot be replaced any more: what
   * is not what was read stays there, to be taken as a file of its own.
   */
  private async remove({ folders }: Sender, file: Found): Promise<void> {
    const aside = join(folders.in, `${asidePrefix}${file.name}`);
    try {
      if (!file.aside) await rename(file.path, aside);
      if (sameLook(await lstat(aside), file)) await unlink(aside);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }

  private async moveToError(sender: Sender, path: Buffer, name: string, fault: Fault): Promise<void> {
    const { folders } = sender;
    const into = join(folders.error, name);
    try {
      await rm(into, { force: true });
      await rename(path, into);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return;
      this.parts.trouble(sender, unusable(sender, error));
    }
    await this.tell(sender, name, fault);
  }

  private async tell(sender: Sender, name: string, fault: Fault): Promise<void> {
    const problem = problemFile(name, uuidv7(Date.now()), [fault]);
    try {
      await putFile(sender.folders.error, `${name}.problem.json`, problem, 'made again');
    } catch (error) {
      this.parts.trouble(sender, unusable(sender, error));
    }
  }
}

export const unusable = ({ participant }: Pick<Sender, 'participant'>, error: unknown): Fault => {
  const detail = codeOf(error) ?? (error instanceof Error ? error.message : String(error));
  return fileDropFaults.make('FILE_FOLDER_UNUSABLE', { values: { participant: participant.code, detail } });
};
