import type { Answer } from './client.js';

/** Asks for English. */
export const english = { 'accept-language': 'en' };

/** Every refusal is a problem with one stable code, in the language asked for, both languages beside it. */
export function expectProblem(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, code: answer.at('/code') }).toEqual({ status, code });
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const language = answer.headers.get('content-language') ?? '';
  const first = answer.list('/errors').find((one) => one['code'] === code);
  const texts = first?.['text'] as Readonly<Record<string, string>> | undefined;
  expect(texts?.['zh']).toMatch(/\p{Script=Han}/u);
  expect(texts?.['en']).not.toMatch(/\p{Script=Han}/u);
  expect(answer.at('/title')).toBe(texts?.[language]);
  expect(answer.string('/traceId')).toBe(answer.headers.get('x-request-id'));
  expect(answer.string('/detail')).not.toBe('');
}

/** The same request gets its answer in Chinese, and in English where that is preferred. */
export async function inBothLanguages(
  status: number,
  code: string,
  ask: (headers: Readonly<Record<string, string>>) => Promise<Answer>,
): Promise<Answer> {
  const chinese = await ask({});
  expectProblem(chinese, status, code);
  expect(chinese.headers.get('content-language')).toBe('zh');
  const answer = await ask(english);
  expectProblem(answer, status, code);
  expect(answer.headers.get('content-language')).toBe('en');
  return answer;
}
