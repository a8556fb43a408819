/**
 * JSON that is made to harm its reader, or that readers understand differently. None of it may be taken.
 *
 * @param message a whole message, so that what is put into it is met after it has been recognised
 */
export function hostileJson(message: string): readonly (readonly [string, Uint8Array])[] {
  const inserted = (members: string): string => message.replace('{', () => `{${members},`);
  const [, member = '"x": 1'] = /(\{\s*)("[^"]*"\s*:\s*(?:"[^"]*"|[^,{["\s]+))/.exec(message)?.slice(1) ?? [];
  const cases: readonly (readonly [string, string])[] = [
    ['deep lists', inserted(`"x":${'['.repeat(100_000)}`)],
    ['deep objects', inserted(`"x":${'{"a":'.repeat(100_000)}`)],
    ['deep lists that are closed', inserted(`"x":${'['.repeat(5000)}${']'.repeat(5000)}`)],
    ['one member twice', inserted('"x":1,"x":2')],
    ['one member twice, once with an escape', inserted('"x":1,"\\u0078":2')],
    ['a member of its own twice', message.replace(member, () => `${member},${member}`)],
    ['half of a surrogate pair', inserted('"x":"\\ud83d"')],
    ['a pair the wrong way round', inserted('"x":"\\ude00\\ud83d"')],
    ['a control character', inserted('"x":"a\u0000b"')],
    ['a line break in a text', inserted('"x":"a\nb"')],
    ['a comment', inserted('/* */"x":1')],
    ['a number that is none', inserted('"x":NaN')],
    ['a number with a leading zero', inserted('"x":007')],
    ['single quotes', inserted("'x':1")],
    ['a comma too many', message.replace(/([}\]])\s*$/, ',$1')],
    ['bytes that are no text', inserted('"x":"\ufffe"').replace('\ufffe', '\u0001')],
  ];
  return cases.map(([what, text]) => [what, new Uint8Array(Buffer.from(text))] as const);
}
