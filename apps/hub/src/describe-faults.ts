import type { Fault } from '#kernel';

/** Faults for an operator at a terminal: code, both languages, what to do. */
export function describeFaults(faults: readonly Fault[]): string {
  return faults
    .map(
      (fault) =>
        `${fault.code}\n  ${fault.text.zh}\n  ${fault.text.en}\n  → ${fault.advice.zh}\n  → ${fault.advice.en}`,
    )
    .join('\n');
}
