/** `yyyy-MM-dd HH:mm:ss` on the clocks of Beijing. */
export function beijingTime(now: number): string {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
