import type { Adapter } from '#adapters';
import type { UnusableMapping } from '#exchange';
import type { Fault, Json, JsonObject } from '#kernel';
import type { DryRun } from '#store';
import type { Language } from '../../http/language.js';
import { problemEntry } from '../../http/problem.js';
import type { MappingContent } from './mapping-desk.js';

export const faultList = (faults: readonly Fault[], language: Language): Json =>
  faults.map((fault): JsonObject => ({ ...problemEntry(fault, language) }));

/** An adapter with what it reads by. */
export function showMapping(
  adapter: Adapter,
  inForce: string,
  drafts: number,
  unusable: UnusableMapping | undefined,
  language: Language,
): JsonObject {
  return {
    adapter: adapter.id,
    label: { ...adapter.label },
    system: adapter.system,
    syntax: adapter.syntax,
    documentTypes: [...new Set(adapter.mapping.documents.map(({ type }) => type))],
    shipped: adapter.mapping.version,
    inForce: unusable ? adapter.mapping.version : inForce,
    drafts,
    ...(unusable
      ? { unusable: { label: unusable.version, faults: faultList(unusable.faults, language) } }
      : {}),
  };
}

/** The shipped one among the versions: it has no row. */
export const showShipped = (adapter: Adapter): JsonObject => ({
  adapter: adapter.id,
  number: 0,
  label: adapter.mapping.version,
  state: 'shipped',
});

/** With what it says and whether it may be published. */
export const showContent = (
  described: JsonObject,
  { definition, codes }: MappingContent,
  faults: readonly Fault[],
  language: Language,
): JsonObject => ({
  ...described,
  definition,
  codes,
  check: { publishable: faults.length === 0, faults: faultList(faults, language) },
});

/** @param content whether to show values of documents beside counts */
export function showDryRun(run: DryRun, content: boolean): JsonObject {
  const { senderId, from, to, last } = run.wanted;
  return {
    id: run.id,
    adapter: run.adapterId,
    candidate: run.candidate,
    state: run.state,
    wanted: {
      last,
      ...(senderId === undefined ? {} : { senderId }),
      ...(from === undefined ? {} : { from: new Date(from).toISOString() }),
      ...(to === undefined ? {} : { to: new Date(to).toISOString() }),
    },
    createdAt: run.createdAt.toISOString(),
    ...(run.result ? { result: content ? run.result : withoutContent(run.result) } : {}),
  };
}

function withoutContent({ total, counts, reach, ms, error }: JsonObject): JsonObject {
  return error === undefined ? { total, counts, reach, ms } : { error };
}
