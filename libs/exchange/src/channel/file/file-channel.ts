import type { Fault } from '#kernel';
import type { SetupDestination } from '#store';
import type { Channel, ChannelOutcome, OutboundEvent } from '../channel.js';
import { deliveryFaults } from '../faults.js';
import { Backlog, type BacklogLimits } from './backlog.js';
import { fileOf } from './file-content.js';
import { fileNameOf } from './file-name.js';
import { codeOf, makeDropFolders } from './folders.js';
import { putFile, settleFolder } from './write-file.js';

export interface FileChannelOptions {
  /** The folder that has a folder for each participant. */
  readonly root: string;
  readonly limits: BacklogLimits;
  readonly codeOf: (participantId: string) => string | undefined;
}

interface Written {
  readonly name: string;
  readonly content: Buffer;
}

/**
 * Puts each event as a file into the `out` folder of the destination's participant. It is delivered when it lies there
 * for good; the same event again has the same name and takes its own place.
 */
export class FileChannel implements Channel<SetupDestination> {
  private readonly backlog: Backlog;

  constructor(private readonly options: FileChannelOptions) {
    this.backlog = new Backlog(options.limits);
  }

  async send(
    destination: SetupDestination,
    batch: readonly OutboundEvent[],
    signal: AbortSignal,
  ): Promise<ChannelOutcome> {
    const began = performance.now();
    const files = batch.map((event) => written(event, destination.config.filename));
    const error = await this.put(destination, files, signal);
    const request = files.map(({ name, content }) => `PUT out/${name} (${content.length} bytes)`).join('\n');
    const attempt = { ms: performance.now() - began, request: request.slice(0, 1_000) };
    return error ? { ...attempt, kind: 'retry', error } : { ...attempt, kind: 'delivered' };
  }

  close(): void {
    // Files are closed as soon as they are written.
  }

  private async put(
    { participantId }: SetupDestination,
    files: readonly Written[],
    signal: AbortSignal,
  ): Promise<Fault | undefined> {
    const participant = this.options.codeOf(participantId);
    if (participant === undefined || signal.aborted) return deliveryFaults.make('DELIVERY_INTERRUPTED');
    try {
      const { out } = await makeDropFolders(this.options.root, participant);
      const bytes = files.reduce((sum, { content }) => sum + content.length, 0);
      const written = await this.backlog.reserve(out, files.length, bytes);
      if (!written) {
        const { files: limit, bytes: most } = this.options.limits;
        return deliveryFaults.make('DELIVERY_FOLDER_FULL', { values: { participant, limit, bytes: most } });
      }
      return await putAll(out, files, signal).finally(written);
    } catch (error) {
      return folderFault(participant, error);
    }
  }
}

async function putAll(
  out: string,
  files: readonly Written[],
  signal: AbortSignal,
): Promise<Fault | undefined> {
  for (const { name, content } of files) {
    if (signal.aborted) return deliveryFaults.make('DELIVERY_INTERRUPTED');
    await putFile(out, name, content);
  }
  await settleFolder(out);
  return undefined;
}

function written(event: OutboundEvent, pattern: string | undefined): Written {
  const { content, ending, sender, type } = fileOf(event.body);
  const name = fileNameOf({ id: event.id, sender, type, time: event.time }, pattern);
  return { name: `${name}.${ending}`, content };
}

/** What the file system says, as a fault; the paths of this machine are nobody else's business. */
function folderFault(participant: string, error: unknown): Fault {
  const detail = codeOf(error) ?? (error instanceof Error ? (error.message.split(':')[0] ?? '') : '');
  const values = { participant, detail };
  return deliveryFaults.make(
    detail === 'ENOSPC' || detail === 'EDQUOT' ? 'DELIVERY_DISK_FULL' : 'DELIVERY_FOLDER_UNUSABLE',
    { values },
  );
}
