import type { Fault, Texts } from '#kernel';
import type { Offsets } from '../charset/offsets.js';
import { syntaxFaults } from '../faults.js';
import type { Span } from '../tree.js';
import type { JsonNode } from './json-node.js';

type Code = keyof typeof syntaxFaults.definitions;
type Values = Readonly<Record<string, string | number>>;

/** Carries the one fault of a text out of the scan. Never leaves this folder. */
export class JsonRefusal extends Error {
  constructor(
    private readonly code: Code,
    private readonly span: Span,
    private readonly values: Values,
    private readonly inside: JsonNode | undefined,
  ) {
    super(code);
  }

  fault(offsets: Offsets): Fault {
    const names: string[] = [];
    for (let node = this.inside; node?.parent; node = node.parent) names.unshift(node.name);
    const path = names.length === 0 ? {} : { path: names.join('/') };
    return syntaxFaults.make(this.code, {
      place: { span: offsets(this.span), ...path },
      values: this.values,
    });
  }
}

/** What is wrong with a text that is no JSON, and what should stand there (RFC 8259). */
export const reasons = {
  value: {
    zh: '应为一个值：对象、数组、字符串、数字、true、false 或 null',
    en: 'a value is expected: an object, a list, a string, a number, true, false or null',
  },
  number: {
    zh: '数字写法有误（不能有前导零、加号，小数点两边都要有数字）',
    en: 'a number is written wrongly (no leading zero or plus sign, digits on both sides of the point)',
  },
  name: {
    zh: '应为用双引号括起的成员名（最后一个成员后不能有逗号）',
    en: 'a member name in double quotes is expected (no comma follows the last member)',
  },
  colon: { zh: '成员名之后应为冒号', en: 'a colon is expected after the name of a member' },
  member: { zh: '成员之间应为逗号，对象应以“}”结束', en: 'a comma or "}" is expected after a member' },
  item: { zh: '各项之间应为逗号，数组应以“]”结束', en: 'a comma or "]" is expected after an item' },
  escape: {
    zh: '转义写法有误（只能用 \\" \\\\ \\/ \\b \\f \\n \\r \\t 和 \\uXXXX）',
    en: 'an escape is written wrongly (only \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uXXXX)',
  },
  control: {
    zh: '字符串中不能直接出现控制字符或换行，应转义',
    en: 'a control character or line break stands in a string: it must be escaped',
  },
  quote: { zh: '字符串应使用双引号', en: 'strings stand in double quotes' },
  comment: { zh: 'JSON 不能有注释', en: 'JSON has no comments' },
  rest: { zh: '一个 JSON 值之后还有内容', en: 'there is something after the one value' },
} as const satisfies Readonly<Record<string, Texts>>;
