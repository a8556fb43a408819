/** Where the time comes from: given to whatever needs it, so that nothing pure looks at the clock. */
export interface Clock {
  /** Unix time in milliseconds. */
  now(): number;
}

export const systemClock = (now: () => number): Clock => ({ now });
