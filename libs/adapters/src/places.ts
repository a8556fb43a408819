import type { Fault } from '#kernel';
import type { LineageEntry } from '#mapping';

/**
 * Adds to each fault about a place of the document where the value stood in the message. The lineage is asked for only
 * when a fault is about a value that is there, and of the pointers that the faults name.
 */
export function withPlaces(
  faults: readonly Fault[],
  lineage: (pointers: ReadonlySet<string | undefined>) => readonly LineageEntry[],
): readonly Fault[] {
  if (!faults.some(isAboutValue)) return faults;
  const asked = new Set(faults.map(({ place }) => place?.pointer));
  const byPointer = new Map(
    lineage(asked).flatMap((entry) => (asked.has(entry.pointer) ? [[entry.pointer, entry] as const] : [])),
  );
  return faults.map((fault) => {
    const entry = byPointer.get(fault.place?.pointer ?? '');
    if (!entry) return fault;
    const { path, span } = entry;
    return {
      ...fault,
      place: { ...fault.place, ...(path === undefined ? {} : { path }), ...(span ? { span } : {}) },
    };
  });
}

const isAboutValue = ({ code, place, values }: Fault): boolean =>
  place?.pointer !== undefined && code !== 'CANONICAL_EXPECTED_MISSING' && values?.keyword !== 'required';
