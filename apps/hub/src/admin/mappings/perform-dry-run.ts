import type { Adapter } from '#adapters';
import { dryRun, Normalisers, Rulebook } from '#exchange';
import { fail, type JsonObject } from '#kernel';
import { dryRunById, reportDryRun, SetupSnapshot, storeFaults, type Sql } from '#store';

/**
 * Does a dry run that was added. What it has come to so far is told in its row, the end of it to the caller.
 *
 * @returns `undefined` when it was cancelled
 */
export async function performDryRun(
  sql: Sql,
  databaseUrl: string,
  shipped: readonly Adapter[],
  id: string,
): Promise<JsonObject | undefined> {
  const run = await dryRunById(sql, id);
  if (!run) return undefined;
  const normalisers = new Normalisers(shipped);
  const candidate = await normalisers.version(sql, run.adapterId, run.candidate);
  if (!candidate.ok) throw new Error(candidate.error[0]?.text.en);
  return dryRun({
    sql,
    rules: await rulesOf(databaseUrl, normalisers),
    candidate: candidate.value,
    wanted: run.wanted,
    now: Date.now,
    report: (result) => reportDryRun(sql, id, 'running', result),
  });
}

/** The rules of the moment it begins: a dry run says what would happen now. It opens no secrets. */
async function rulesOf(url: string, normalisers: Normalisers) {
  const closed = storeFaults.make('STORE_NO_SECRET', { values: { kind: 'dry run' } });
  const snapshot = await SetupSnapshot.open({ url, open: () => fail(closed) });
  try {
    return await new Rulebook(snapshot, normalisers, () => undefined).current();
  } finally {
    await snapshot.close();
  }
}
