import type { Fault, Texts } from '#kernel';
import type { Offsets } from '../charset/offsets.js';
import { syntaxFaults } from '../faults.js';
import type { Span } from '../tree.js';

/** Carries the one fault of a message out of the callbacks of the parser. Never leaves this folder. */
export class Refusal extends Error {
  constructor(
    private readonly code: keyof typeof syntaxFaults.definitions,
    private readonly span: Span,
    private readonly values: Readonly<Record<string, string | number>> = {},
    private readonly path = '',
  ) {
    super(code);
  }

  fault(offsets: Offsets): Fault {
    const place = { span: offsets(this.span), ...(this.path === '' ? {} : { path: this.path }) };
    return syntaxFaults.make(this.code, { place, values: this.values });
  }
}

const entityReason: Texts = {
  zh: '“&”或字符引用写法有误（“&”应写作“&amp;”）',
  en: 'an "&" or a character reference is written wrongly ("&" itself is "&amp;")',
};

/** What the parser says, in both languages. Anything it may say beyond these is given as "incorrect syntax". */
const reasons: readonly (readonly [RegExp, Texts])[] = [
  [
    /closing tag|close tag/,
    { zh: '结束标签与开始标签不匹配', en: 'an end tag does not match its start tag' },
  ],
  [/tag name|opening tag|malformed name/, { zh: '标签名或标签写法有误', en: 'a tag is written wrongly' }],
  [/duplicate attribute/, { zh: '同一属性出现两次', en: 'an attribute stands twice' }],
  [/attribute/, { zh: '属性写法有误', en: 'an attribute is written wrongly' }],
  [/entity/, entityReason],
  [
    /disallowed character/,
    { zh: '含有 XML 不允许的字符', en: 'there is a character that XML does not allow' },
  ],
  [/]]>/, { zh: '正文中不能出现“]]>”', en: '"]]>" must not stand in text' }],
  [
    /comment/,
    {
      zh: '注释写法有误（注释内不能有“--”）',
      en: 'a comment is written wrongly ("--" must not stand in one)',
    },
  ],
  [/outside of root/, { zh: '根元素之外有内容', en: 'there is text outside of the root element' }],
  [/one root/, { zh: '根元素多于一个', en: 'there is more than one root element' }],
  [/root element/, { zh: '没有根元素', en: 'there is no root element' }],
  [
    /declaration|version|encoding|standalone|quoted|whitespace|value/i,
    { zh: 'XML 声明有误', en: 'the XML declaration is wrong' },
  ],
  [/processing instruction/, { zh: '处理指令有误', en: 'a processing instruction is wrong' }],
];
const otherReason: Texts = { zh: '语法有误', en: 'incorrect syntax' };

const ends = /^unclosed tag|^unexpected end/;

/**
 * @param position UTF-16 offset just after the character that the parser stopped at
 * @param path the open elements, outermost first
 */
export function explain(
  message: string,
  text: string,
  position: number,
  path: string,
  element: string | undefined,
): Refusal {
  const ampersand = text.lastIndexOf('&', position - 1);
  if (ends.test(message) && !isBareAmpersand(text, ampersand)) {
    return new Refusal(
      'SYNTAX_XML_TRUNCATED',
      { from: text.length, to: text.length },
      { element: element ?? '' },
      path,
    );
  }
  const to = Math.min(Math.max(position, 0), text.length);
  if (message === 'undefined entity.') {
    const entity = text.slice(ampersand, Math.min(to, ampersand + 40));
    return new Refusal('SYNTAX_XML_ENTITY', { from: ampersand, to }, { entity }, path);
  }
  const reason = ends.test(message) ? entityReason : reasons.find(([pattern]) => pattern.test(message))?.[1];
  const from =
    reason === entityReason ? ampersand : message.includes('outside of root') ? outside(text, to) : to - 1;
  const span = { from: Math.max(from, 0), to };
  const before = text.slice(0, span.from);
  const line = before.split('\n').length;
  const column = span.from - before.lastIndexOf('\n');
  return new Refusal('SYNTAX_XML_MALFORMED', span, { line, column, ...(reason ?? otherReason) }, path);
}

/** An `&` that was meant as itself: the parser looks for its `;` to the very end. */
function isBareAmpersand(text: string, at: number): boolean {
  return at >= 0 && !text.includes(';', at) && /[^#\w]/.test(text.slice(at + 1));
}

/** Where text outside of the root element begins: behind the last tag. */
function outside(text: string, to: number): number {
  let at = text.lastIndexOf('>', to - 1) + 1;
  while (at < to && text.charCodeAt(at) <= 0x20) at++;
  return at;
}
