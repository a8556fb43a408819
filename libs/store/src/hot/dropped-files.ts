import type { Tx } from '../sql.js';
import { plainArray } from './packed.js';

/** A file that was taken in as an interchange and whose sender is owed an answer beside it. */
export interface DroppedFile {
  readonly interchangeId: string;
  /** Its name in the folder of its sender. */
  readonly name: string;
  readonly participantId: string;
}

/** Written before the file is taken away: from then on the answer is owed whatever happens. */
export async function oweAnswers(tx: Tx, files: readonly DroppedFile[]): Promise<void> {
  await tx.execute(
    {
      name: 'owe-answers',
      text: `
      INSERT INTO dropped_file (interchange_id, name, participant_id)
      SELECT DISTINCT * FROM unnest($1::uuid[], $2::text[], $3::uuid[]) ON CONFLICT DO NOTHING`,
    },
    [
      plainArray(files.map((file) => file.interchangeId)),
      files.map((file) => file.name),
      plainArray(files.map((file) => file.participantId)),
    ],
  );
}

/** Files of these participants whose interchange is settled, the oldest first. */
export async function dueAnswers(
  tx: Tx,
  participantIds: readonly string[],
  limit: number,
): Promise<DroppedFile[]> {
  const rows = await tx.query<{ interchange_id: string; name: string; participant_id: string }>(
    {
      name: 'due-answers',
      text: `
      SELECT f.interchange_id, f.name, f.participant_id
      FROM dropped_file f JOIN normalisation n ON n.interchange_id = f.interchange_id AND n.state <> 'pending'
      WHERE f.participant_id = ANY ($1::uuid[]) ORDER BY f.interchange_id LIMIT $2`,
    },
    [plainArray(participantIds), limit],
  );
  return rows.map((row) => ({
    interchangeId: row.interchange_id,
    name: row.name,
    participantId: row.participant_id,
  }));
}

/** Forgets files whose answers were written. */
export async function forgetAnswered(tx: Tx, files: readonly DroppedFile[]): Promise<void> {
  await tx.execute(
    {
      name: 'forget-answered',
      text: `
      DELETE FROM dropped_file f USING unnest($1::uuid[], $2::text[]) AS t (id, name)
      WHERE f.interchange_id = t.id AND f.name = t.name`,
    },
    [plainArray(files.map((file) => file.interchangeId)), files.map((file) => file.name)],
  );
}
