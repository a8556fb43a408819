/**
 * Runs the work of all, beside each other where they do not share a key and in sequence where they do; what stands
 * behind a failure of its key is not tried.
 *
 * @param parallel keys at once
 * @param run whether it went well
 */
export async function inKeyOrder<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
  parallel: number,
  run: (one: T) => Promise<boolean>,
): Promise<void> {
  const byKey = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const known = byKey.get(key);
    if (known) known.push(one);
    else byKey.set(key, [one]);
  }
  const sequences = [...byKey.values()];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let own = sequences[next++]; own; own = sequences[next++])
      for (const one of own) if (!(await run(one))) break;
  };
  await Promise.all(Array.from({ length: Math.min(parallel, sequences.length) }, worker));
}
