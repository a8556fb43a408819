import type { Fault } from '#kernel';

/** One line on standard output. */
export const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export const printError = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** A fault for a person: code, both languages, what to do. */
export function faultLines(
  fault: Pick<Fault, 'code' | 'severity' | 'text' | 'advice'>,
  indent = '',
): string[] {
  const mark = fault.severity === 'warning' ? '警告 warning' : '错误 error';
  return [
    `${indent}${mark} ${fault.code}`,
    `${indent}  ${fault.text.zh}`,
    `${indent}  ${fault.text.en}`,
    `${indent}  → ${fault.advice.zh} · ${fault.advice.en}`,
  ];
}

export function printFaults(faults: readonly Fault[]): void {
  for (const fault of faults) faultLines(fault).forEach(printError);
}

/** A reader of our output that went away, such as `head`, is no failure. */
export function endWithItsReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
