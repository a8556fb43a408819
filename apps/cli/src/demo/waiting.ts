/** Looks until there is something, every few milliseconds; an error when nothing comes within the time. */
export async function until<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  ms = 20_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > end) throw new Error(`${what}: nothing within ${ms / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
