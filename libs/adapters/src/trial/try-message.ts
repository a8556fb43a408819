import { unfilledFields } from '#canonical';
import { ok, type Fault, type Result } from '#kernel';
import type { CompiledMapping, Reading } from '#mapping';
import type { Adapter, DocumentBody, Hints, Normalised } from '../contract.js';
import { normaliseLimits } from '../limits.js';
import { createNormaliser } from '../normaliser.js';
import { formsOf, mappingsOf } from '../variants.js';
import { unreadValues, type UnreadValue } from './unread.js';

/** All that whoever writes a mapping wants to know about one message. */
export interface MessageTrial {
  /** What would be stored, with lineage; no documents when it would be refused. */
  readonly normalised: Normalised;
  /** What the rules gave, also where it is not good enough to be stored. */
  readonly read: Reading | undefined;
  /** Values of the message that no rule does anything with, the first of them. */
  readonly unread: readonly UnreadValue[];
  /** How many more there are. */
  readonly unreadMore: number;
  /** Fields that a document must have and that no rule fills. */
  readonly unfilled: readonly { readonly type: string; readonly pointer: string }[];
  /** The documents written as a message again; the faults where they cannot be, undefined where there are none. */
  readonly written: Result<Uint8Array, readonly Fault[]> | undefined;
}

/**
 * Reads a message as it would be read with this adapter among the others, and looks at what became of every part.
 *
 * @param adapters those of the build; one of the same id gives way to `adapter`
 */
export function tryMessage(
  adapter: Adapter,
  adapters: readonly Adapter[],
  bytes: Uint8Array,
  hints: Hints,
): MessageTrial {
  const all = adapters.map((one) => (one.id === adapter.id ? adapter : one));
  const normaliser = createNormaliser(all);
  const normalised = normaliser.normalise(bytes, { ...hints, adapter: adapter.id }, { lineage: true });
  const forms = formsOf(adapter);
  const tree = forms.main.compiled.parse(bytes);
  const unfilled = unfilledOf(adapter, forms.main.compiled);
  if (!tree.ok)
    return { normalised, read: undefined, unread: [], unreadMore: 0, unfilled, written: undefined };
  const root = tree.value.root.name;
  const read = forms.ofRoot(root).compiled.read(tree.value, { lineage: true, traces: true });
  const at = adapter.variants?.findIndex((variant) => variant.root === root) ?? -1;
  const mapping = mappingsOf(adapter)[Math.max(0, at)] ?? adapter.mapping;
  const { values, dropped } = unreadValues(adapter, mapping, tree.value, read.documents);
  const shown = values.slice(0, normaliseLimits.faults);
  return {
    normalised,
    read,
    unread: shown,
    unreadMore: values.length - shown.length + dropped,
    unfilled,
    written: normalised.documents.length === 0 ? undefined : written(adapter.id, normalised.documents),
  };

  function written(id: string, documents: readonly DocumentBody[]): Result<Uint8Array, readonly Fault[]> {
    const message = normaliser.write(id, documents);
    return message.ok ? ok(message.value) : message;
  }
}

function unfilledOf(adapter: Adapter, compiled: CompiledMapping): MessageTrial['unfilled'] {
  const types = [...new Set(adapter.mapping.documents.map(({ type }) => type))];
  return types.flatMap((type) => {
    const filled = compiled
      .fields(type)
      .filter(({ way }) => way !== 'write')
      .map(({ pointer }) => pointer);
    const named = (adapter.variants?.length ?? 0) > 0 ? ['/message/type'] : [];
    return unfilledFields(type, [...filled, ...named]).map((pointer) => ({ type, pointer }));
  });
}
