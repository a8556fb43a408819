const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/** AIS has been carried since 2000; a clock beyond these years is not set. */
export const plausible = (at: number): number | undefined => (at >= earliest && at < latest ? at : undefined);
