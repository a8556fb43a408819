/**
 * The chunks of a body. Once the head of an answer is there, fetch holds its signal weakly: in a stream that is open for
 * long it may be collected, and nothing ends the stream any more. So the reader is told here.
 *
 * @param signals each of which ends it
 * @throws the reason of the signal that ended it
 */
export async function* chunksOf(
  body: ReadableStream<Uint8Array>,
  signals: readonly (AbortSignal | undefined)[],
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = body.getReader();
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  const given = signals.filter((signal) => signal !== undefined);
  for (const signal of given) signal.addEventListener('abort', cancel, { once: true });
  try {
    for (;;) {
      for (const signal of given) signal.throwIfAborted();
      const { done, value } = await reader.read();
      for (const signal of given) signal.throwIfAborted();
      if (done) return;
      yield value;
    }
  } finally {
    for (const signal of given) signal.removeEventListener('abort', cancel);
    cancel();
  }
}
