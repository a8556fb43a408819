import { createHash } from 'node:crypto';
import type { Normalised } from '#adapters';
import { fail, ok, type Fault, type Result } from '#kernel';
import { interchangeBody, interchangeById, type DocumentView, type Sql } from '#store';
import { exchangeFaults } from './faults.js';
import { readVersions, writeVersions } from './mappings-used.js';
import type { Normalisers } from './normalisers.js';

export interface DocumentLineage {
  readonly adapter: string;
  readonly mappingVersion: string;
  readonly fields: NonNullable<Normalised['documents'][number]['lineage']>;
}

/**
 * Where each field of a stored document came from: read again from the bytes as they were received, with the mappings
 * of then, which gives the same document or, if the program has changed since, none at all. `undefined`: the interchange is gone.
 */
export async function lineageOf(
  sql: Sql,
  normalisers: Normalisers,
  view: DocumentView,
): Promise<Result<DocumentLineage, Fault> | undefined> {
  const { interchangeId } = view.document;
  const interchange = await interchangeById(sql, interchangeId);
  const stored = await interchangeBody(sql, interchangeId);
  if (!interchange || !stored) return undefined;
  const { adapterId = '' } = interchange;
  const mappingVersion = view.mappingVersion ?? interchange.mappingVersion ?? '';
  const values = { adapter: adapterId, version: mappingVersion };
  const changed = fail(exchangeFaults.make('EXCHANGE_LINEAGE_CHANGED', { values }));
  const normaliser = await normalisers.asOf(sql, readVersions(adapterId, mappingVersion));
  if (!normaliser.ok) return changed;
  const again = normaliser.value.normalise(
    stored.body,
    {
      ...(interchange.contentType === undefined ? {} : { contentType: interchange.contentType }),
      ...(interchange.adapterHint === undefined ? {} : { adapter: interchange.adapterHint }),
    },
    { lineage: true },
  );
  const document = again.documents[view.ordinal];
  const same =
    document && createHash('sha256').update(JSON.stringify(document.body)).digest().equals(view.sha256);
  if (!same) return changed;
  return ok({
    adapter: again.adapter ?? '',
    mappingVersion: writeVersions(again) ?? '',
    fields: document.lineage ?? [],
  });
}
