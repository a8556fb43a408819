/** Thrown when something took longer than it may. The thing itself may still end later. */
export class TookTooLong extends Error {
  constructor(limitMs: number) {
    super(`took longer than ${String(limitMs)} ms`);
    this.name = 'TookTooLong';
  }
}

/** Gives what the promise gives, or fails when that takes too long. */
export async function within<T>(limitMs: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TookTooLong(limitMs));
    }, limitMs);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
