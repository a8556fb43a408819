const hour = 3_600_000;

/** The province counts its days in UTC+8, without summer time. */
const offset = 8 * hour;

/**
 * The moments, in Unix milliseconds, at which a day of the province begins and ends.
 *
 * @param day `yyyy-MM-dd`
 * @returns `undefined` for what is no day
 */
export function rangeOfDay(day: string): { readonly from: number; readonly to: number } | undefined {
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) return undefined;
  return { from: midnight - offset, to: midnight - offset + 24 * hour };
}

/** The day of the province at a moment. */
export const dayOf = (at: number): string => new Date(at + offset).toISOString().slice(0, 10);
