import type { JsonObject, Texts } from '#kernel';

/** Members with both languages, Chinese first: titles on one line, the rest as two paragraphs; `x-texts` has them apart. */
export function described(texts: Readonly<Record<string, Texts>>): JsonObject {
  const members = Object.entries(texts);
  return {
    ...Object.fromEntries(
      members.map(([name, { zh, en }]) => [
        name,
        name === 'description' ? `${zh}\n\n${en}` : `${zh} · ${en}`,
      ]),
    ),
    'x-texts': Object.fromEntries(members.map(([name, { zh, en }]) => [name, { zh, en }])),
  };
}
