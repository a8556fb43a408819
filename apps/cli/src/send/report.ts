import { isRecord, type SendAnswer } from './post-interchange.js';

/** What became of a file that the hub took. */
export function outcomeLines(file: string, { body, repeated }: SendAnswer): string[] {
  const lines = [
    `${file}: ${text(body['id'])} ${repeated ? '此前已受理 accepted before' : '已受理 accepted'}`,
  ];
  const { state } = body;
  if (typeof state === 'string') lines.push(`  ${stateTexts[state] ?? ''} ${state}`);
  for (const document of records(body['documents'])) lines.push(`  document ${text(document['id'])}`);
  for (const fault of records(body['faults'])) lines.push(...entryLines(fault));
  lines.push(`  receipt ${text(body['receipt'])}`);
  return lines;
}

/** A problem (RFC 9457) with every violation, in both languages. */
export function problemLines(file: string, { status, body }: SendAnswer): string[] {
  const lines = [`${file}: ${status} ${text(body['code'])}`];
  const entries = records(body['errors']);
  for (const entry of entries) lines.push(...entryLines(entry));
  if (entries.length === 0) lines.push(`  ${text(body['title']) || text(body['body'])}`);
  const interchange = body['interchange'];
  if (isRecord(interchange)) lines.push(`  interchange ${text(interchange['id'])}`);
  if (typeof body['traceId'] === 'string') lines.push(`  traceId ${body['traceId']}`);
  return lines;
}

const stateTexts: Readonly<Record<string, string>> = {
  pending: '待处理',
  normalised: '已标准化',
  duplicate: '重复',
  held: '暂挂',
  rejected: '拒收',
};

function entryLines(entry: Readonly<Record<string, unknown>>): string[] {
  const { zh, en } = isRecord(entry['text']) ? entry['text'] : { zh: entry['message'], en: '' };
  const place = [text(entry['path']), text(entry['pointer'])].filter((one) => one !== '').join(' ');
  return [
    `  ${text(entry['severity'])} ${text(entry['code'])}${place === '' ? '' : ` @ ${place}`}`,
    ...[text(zh), text(en)].filter((one) => one !== '').map((line) => `    ${line}`),
    `    → ${text(entry['advice'])}`,
  ];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const records = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];
