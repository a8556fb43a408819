import type { Fault } from '#kernel';

/** A fault as the command line shows it to programs. */
export const shownFault = ({ code, severity, disposition, place, text, advice, values }: Fault) => ({
  code,
  severity,
  disposition,
  place,
  text,
  advice,
  values,
});
