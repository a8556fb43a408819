import { parseXml, type SourceNode } from '#syntax';
import type { Outcome } from '../contract.js';
import { rootElement, headText } from '../head.js';
import { recognitionLimits } from '../limits.js';
import { xmlText } from '../xml/element-values.js';
import { cebAnswers, type CebAnswer } from './answers.js';

const namespace = 'http://www.chinaport.gov.cn/ceb';

/** Characters of returnInfo by the schema of the format. */
const maxInformation = 1000;

/** What is answered: taken and on its way, or not taken. A number below 0 is a fault, by the code list of the format. */
const statuses = { taken: '2', refused: '-1' };

/**
 * The answer that a sender of cross-border commerce expects: one receipt for each record of the message, naming it by
 * the numbers that the format gives its receipts; for a message that cannot be read, CEB900.
 */
export function acknowledgeCeb({ interchange, faults, now }: Outcome): Uint8Array {
  const errors = faults.filter(({ severity }) => severity === 'error');
  const time = localTime(now);
  const status = errors.length > 0 ? statuses.refused : statuses.taken;
  const information = errors.map(({ code, text }) => `${code} ${text.zh}`).join('；');
  const parsed = parseXml(interchange, {});
  const root = parsed.ok ? parsed.value.root : undefined;
  const answer = root && answerTo(root.name);
  if (!root || !answer) return unreadable(interchange, { status, information, time });
  const records = root.children.filter(({ name }) => !aside.has(name));
  const lines = records.flatMap((record) => {
    const values = [record, ...record.children.filter(({ name }) => name.endsWith('Head'))];
    const guid = valueOf(values, 'guid') ?? '';
    const said = errors.length > 0 ? information : `已接收[${guid}]`;
    return [
      `  <${answer.element}>`,
      element('guid', guid),
      ...answer.keys.flatMap((key) => {
        const value = valueOf(values, key);
        return value === undefined ? [] : [element(key, value)];
      }),
      element('returnStatus', status),
      element('returnTime', time),
      element('returnInfo', said.slice(0, maxInformation)),
      `  </${answer.element}>`,
    ];
  });
  return message(answer.message, root.attributes.get('guid') ?? '', lines);
}

/** What a message holds beside its records. */
const aside: ReadonlySet<string> = new Set(['BaseTransfer', 'BaseSubscribe', 'ExtendMessage', 'Signature']);

function unreadable(
  interchange: Uint8Array,
  { status, information, time }: { status: string; information: string; time: string },
): Uint8Array {
  const text = headText(interchange.subarray(0, recognitionLimits.head));
  const guid = /\bguid\s*=\s*["']([\w-]{1,64})["']/.exec(text)?.[1] ?? '';
  return message('CEB900Message', guid, [
    '  <MessageReturn>',
    element('guid', guid),
    element('returnStatus', status),
    element('returnInfo', information.slice(0, maxInformation)),
    element('returnTime', time),
    element('oriCopMsgId', ''),
    element('oriMessageType', rootElement(text)?.name ?? 'Unknown'),
    element('oriBizMessage', ''),
    '  </MessageReturn>',
  ]);
}

function message(root: string, guid: string, lines: readonly string[]): Uint8Array {
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="${namespace}" guid="${xmlText(guid).replaceAll('"', '&quot;')}" version="1.0">`,
    ...lines,
    `</${root}>`,
    '',
  ];
  return Buffer.from(text.join('\n'), 'utf8');
}

const element = (name: string, value: string): string => `    <${name}>${xmlText(value)}</${name}>`;

const answerTo = (root: string): CebAnswer | undefined => cebAnswers[/^CEB(\d{3})/.exec(root)?.[1] ?? ''];

function valueOf(nodes: readonly SourceNode[], name: string): string | undefined {
  for (const node of nodes) {
    const text = node.first(name)?.text.trim();
    if (text) return text;
  }
  return undefined;
}

/** `yyyyMMddHHmmssSSS` on the clocks of Beijing, as the format has it. */
function localTime(now: number): string {
  return new Date(now + 8 * 3_600_000).toISOString().replace(/\D/g, '');
}
