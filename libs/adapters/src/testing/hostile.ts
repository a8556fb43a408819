/** XML that is made to harm its reader. None of it may be taken, slow the hub down or reach out of it. */
export function hostileXml(root: string): readonly (readonly [string, Uint8Array])[] {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
  const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
  const cases: readonly (readonly [string, string])[] = [
    [
      'an external entity',
      `${declaration}<!DOCTYPE ${root} [<!ENTITY x SYSTEM "file:///etc/hostname">]><${root}>&x;</${root}>`,
    ],
    [
      'a parameter entity',
      `${declaration}<!DOCTYPE ${root} [<!ENTITY % p SYSTEM "http://127.0.0.1/p"> %p;]><${root}/>`,
    ],
    ['an entity bomb', `${declaration}<!DOCTYPE ${root} [<!ENTITY e0 "x">${lol}]><${root}>&e9;</${root}>`],
    ['a bare DOCTYPE', `${declaration}<!DOCTYPE ${root}><${root}><DecHead/></${root}>`],
    ['an undeclared entity', `${declaration}<${root}><DecHead><NoteS>&nbsp;</NoteS></DecHead></${root}>`],
    ['deep nesting', `${declaration}<${root}>${'<a>'.repeat(100_000)}`],
    [
      'deep nesting that is closed',
      `${declaration}<${root}><DecHead/>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</${root}>`,
    ],
    [
      'ten thousand attributes',
      `${declaration}<${root} ${Array.from({ length: 10_000 }, (_, i) => `a${i}="1"`).join(' ')}><DecHead/></${root}>`,
    ],
    ['one attribute twice', `${declaration}<${root} a="1" a="2"><DecHead/></${root}>`],
    ['a character that is none', `${declaration}<${root}><DecHead><NoteS>&#0;</NoteS></DecHead></${root}>`],
    ['a comment without end', `${declaration}<${root}><!-- ${'-'.repeat(100_000)}`],
  ];
  return cases.map(([what, text]) => [what, new Uint8Array(Buffer.from(text))] as const);
}
