import { endings, putFile, settleFolder, type Exchange, type Rulebook, type Rules } from '#exchange';
import type { Fault } from '#kernel';
import {
  dueAnswers,
  forgetAnswered,
  interchangeBodies,
  interchangesByIds,
  type DroppedFile,
  type InterchangeView,
  type Sql,
} from '#store';
import { showInterchange } from '../gateway/views.js';
import { jsonFile, problemFile } from './problem-file.js';
import type { Sender } from './sender.js';
import { unusable } from './taking.js';

/** Answers written in one go; bytes of messages read for them, past the first; files written at once. */
const TOGETHER = { answers: 200, bytes: 16 * 1024 * 1024, writing: 16 };
/** ISO 9735: an interchange reference has 14 characters at most. */
const ANSWER_REFERENCE = 14;

export interface AnswersParts {
  readonly sql: Sql;
  readonly exchange: Exchange;
  readonly rulebook: Rulebook;
  readonly trouble: (sender: Sender, fault: Fault) => void;
}

interface Owed {
  readonly file: DroppedFile;
  readonly view: InterchangeView;
}

/** Says beside each file that was taken what became of it, once that is known. */
export class Answers {
  constructor(private readonly parts: AnswersParts) {}

  /** @param senders by the id of the participant */
  async write(senders: ReadonlyMap<string, Sender>, over: () => Promise<boolean>): Promise<void> {
    const { sql } = this.parts;
    const open = new Set(senders.keys());
    while (open.size > 0 && !(await over())) {
      const due = await dueAnswers(sql, [...open], TOGETHER.answers);
      if (due.length === 0) return;
      const views = new Map(
        (await interchangesByIds(sql, [...new Set(due.map((one) => one.interchangeId))])).map((one) => [
          one.id,
          one,
        ]),
      );
      const owed = due.flatMap((file): Owed[] => {
        const view = views.get(file.interchangeId);
        return view ? [{ file, view }] : [];
      });
      for (const chunk of chunks(owed)) await this.writeChunk(senders, chunk, open);
      if (due.length < TOGETHER.answers) return;
    }
  }

  /** @param open those whose folders can be written to; one that cannot has its answers later */
  private async writeChunk(
    senders: ReadonlyMap<string, Sender>,
    owed: readonly Owed[],
    open: Set<string>,
  ): Promise<void> {
    const { sql } = this.parts;
    const rules = await this.parts.rulebook.current();
    const needed = owed.filter((one) => needsBody(one.view, rules)).map(({ view }) => view.id);
    const bodies = needed.length === 0 ? new Map<string, Buffer>() : await interchangeBodies(sql, needed);
    const written: DroppedFile[] = [];
    for (const [id, own] of bySender(owed)) {
      const sender = senders.get(id);
      if (!sender || !open.has(id)) continue;
      try {
        for (let at = 0; at < own.length; at += TOGETHER.writing)
          await Promise.all(
            own
              .slice(at, at + TOGETHER.writing)
              .map((one) => this.answer(sender, one, bodies.get(one.view.id), rules)),
          );
        await Promise.all([settleFolder(sender.folders.ack), settleFolder(sender.folders.error)]);
        written.push(...own.map(({ file }) => file));
      } catch (error) {
        open.delete(id);
        this.parts.trouble(sender, unusable(sender, error));
      }
    }
    if (written.length > 0) await forgetAnswered(sql, written);
  }

  private async answer(sender: Sender, owed: Owed, body: Buffer | undefined, rules: Rules): Promise<void> {
    const { file, view } = owed;
    const { ack, error } = sender.folders;
    const { signer } = this.parts.exchange;
    const shown = showInterchange(view, sender.participant.code, 'zh', signer);
    await putFile(ack, `${file.name}.receipt.json`, jsonFile({ file: file.name, ...shown }));
    const answer = body && answerTo(view, body, rules);
    if (answer) {
      const ending = endings[answer.mediaType] ?? 'txt';
      await putFile(ack, `${file.name}.answer.${ending}`, answer.bytes);
    }
    if (!isRefused(view)) return;
    if (body) await putFile(error, file.name, body);
    const { faults, ...interchange } = shown;
    await putFile(
      error,
      `${file.name}.problem.json`,
      problemFile(file.name, view.id, view.faults, { interchange, faults: faults.length }),
    );
  }
}

const isRefused = ({ state, faults }: InterchangeView): boolean =>
  (state === 'rejected' || state === 'held') && faults.length > 0;

const needsBody = (view: InterchangeView, { mappings }: Rules): boolean =>
  isRefused(view) || mappings.normaliser.answerForms(view.adapterId ?? '').length > 0;

/** The answer that the sender's own system reads, dated with when the message was settled: the same each time. */
const answerTo = (view: InterchangeView, interchange: Buffer, { mappings }: Rules) =>
  mappings.normaliser.answer(view.adapterId ?? '', {
    interchange,
    faults: view.faults,
    now: view.finishedAt ?? view.receivedAt,
    reference: view.id.replaceAll('-', '').slice(-ANSWER_REFERENCE).toUpperCase(),
  });

function bySender(owed: readonly Owed[]): Map<string, Owed[]> {
  const groups = new Map<string, Owed[]>();
  for (const one of owed) {
    const group = groups.get(one.file.participantId);
    if (group) group.push(one);
    else groups.set(one.file.participantId, [one]);
  }
  return groups;
}

function chunks(owed: readonly Owed[]): Owed[][] {
  const made: Owed[][] = [];
  let current: Owed[] = [];
  let bytes = 0;
  for (const one of owed) {
    if (current.length > 0 && bytes + one.view.size > TOGETHER.bytes) {
      made.push(current);
      current = [];
      bytes = 0;
    }
    current.push(one);
    bytes += one.view.size;
  }
  if (current.length > 0) made.push(current);
  return made;
}
