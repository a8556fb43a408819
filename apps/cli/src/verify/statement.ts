import type { Texts } from '#kernel';

/** What something that was verified shows, and what it does not: for whoever has to rely on it. */
export interface Statement {
  readonly kind: string;
  /** What was verified, in a line. */
  readonly title: Texts;
  readonly proves: readonly Texts[];
  readonly not: readonly Texts[];
  /** What a program may want of it. */
  readonly values: Readonly<Record<string, unknown>>;
}

export function statementLines({ title, proves, not }: Statement): string[] {
  return [
    `通过 verified: ${title.zh} · ${title.en}`,
    ...proves.flatMap(({ zh, en }) => [`  ✓ ${zh}`, `    ${en}`]),
    ...not.flatMap(({ zh, en }) => [`  – 不证明 not proven: ${zh}`, `    ${en}`]),
  ];
}

export const text = (zh: string, en: string): Texts => ({ zh, en });
