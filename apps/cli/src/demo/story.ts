import { coarri, declarationXml, entryId } from '../../../simulator/src/traffic/index.js';
import { verifyReceipt } from '#evidence';
import type { City, Seen } from './city.js';
import { isObject, listOf, textOf, type Answer } from './hub-client.js';
import { until } from './waiting.js';

export type Print = (line: string) => void;

/** A promise of the demo that did not hold. */
export class BrokenPromise extends Error {}

function must(holds: boolean, what: string): void {
  if (!holds) throw new BrokenPromise(what);
}

const SEED = 20260201;
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const step = (print: Print, number: number, zh: string, en: string): void =>
  print(`\n${number}. ${zh} · ${en}`);

/** One declaration's life and what follows from a discharge report, each step with its time. */
export async function tellStory(city: City, print: Print): Promise<void> {
  const began = Date.now();
  const accepted = await acceptDeclaration(city, print);
  const document = await normalised(city, print, accepted);
  await decisions(city, print, document);
  await deliveredToCustoms(city, print, document, began);
  await projectedForTerminal(city, print, document);
  await dischargeReport(city, print);
  await repeatedAndBroken(city, print);
}

async function acceptDeclaration(city: City, print: Print): Promise<string> {
  step(print, 1, '报关行发出报关单', 'the broker sends a declaration');
  const message = declarationXml(0, { seed: SEED });
  const answer = await city.broker.post('/v1/interchanges', message, { 'content-type': 'application/xml' });
  must(answer.status === 202, `202 expected, got ${answer.status} ${JSON.stringify(answer.body)}`);
  const id = textOf(answer.body['id']);
  const keys = await city.broker.get('/.well-known/jwks.json');
  const receipt = verifyReceipt(textOf(answer.body['receipt']), publicKeys(keys));
  must(receipt.ok && receipt.value['sub'] === id, 'the receipt must verify and name the interchange');
  print(`   ${message.length} 字节 bytes → 202 ${id}  ${ms(answer.ms)}`);
  print(`   sha256 ${textOf(answer.body['sha256'])}`);
  print(`   已签名回执验证通过 · signed receipt verified: ${textOf(answer.body['receipt']).slice(0, 48)}…`);
  return id;
}

function publicKeys(answer: Answer) {
  return listOf(answer.body['keys']).map((key) => ({
    kty: textOf(key['kty']),
    crv: textOf(key['crv']),
    x: textOf(key['x']),
  }));
}

async function normalised(city: City, print: Print, id: string): Promise<string> {
  step(print, 2, '标准化：适配器、单证、业务键', 'normalised: adapter, document, business keys');
  const view = await until('normalised', async () => {
    const { body } = await city.broker.get(`/v1/interchanges/${id}`);
    return body['state'] === 'pending' ? undefined : body;
  });
  must(view['state'] === 'normalised', `normalised expected: ${JSON.stringify(view)}`);
  const took = Date.parse(textOf(view['finishedAt'])) - Date.parse(textOf(view['receivedAt']));
  const document = textOf(listOf(view['documents'])[0]?.['id']);
  const { body } = await city.broker.get(`/v1/documents/${document}`);
  const declaration = isObject(body['body']) ? body['body'] : {};
  must(
    declaration['entryNumber'] === entryId(0, { seed: SEED }),
    'the document must carry the declaration number sent',
  );
  print(`   ${textOf(view['adapter'])} → ${textOf(body['type'])} ${document}  ${took} ms`);
  print(`   ${Array.isArray(body['keys']) ? body['keys'].join('  ') : ''}`);
  return document;
}

async function decisions(city: City, print: Print, document: string): Promise<void> {
  step(print, 3, '按权利与规则决定', 'decided by rights and rules');
  const { body } = await city.broker.get(`/v1/documents/${document}/decisions`);
  const candidates = listOf(listOf(body['items'])[0]?.['candidates']);
  must(candidates.length === 3, 'three routes are candidates for a declaration');
  for (const one of candidates) {
    const reasons = listOf(one['reasons']).map((reason) =>
      isObject(reason['text']) ? `${textOf(reason['text']['zh'])} · ${textOf(reason['text']['en'])}` : '',
    );
    print(
      `   ${textOf(one['outcome']).padEnd(8)} ${textOf(one['routeCode']).padEnd(26)} ${reasons.at(-1) ?? ''}`,
    );
  }
  const carrier = candidates.find((one) => one['routeCode'] === 'declarations-to-carrier');
  must(carrier?.['outcome'] === 'denied', 'the carrier has no agreement and must be denied');
}

async function deliveredToCustoms(city: City, print: Print, document: string, began: number): Promise<void> {
  step(
    print,
    4,
    '送达海关的 webhook，签名验证通过',
    'delivered to the webhook of customs, signature verified',
  );
  const seen = await until('the webhook of customs', () => find(city.seenByCustoms, document));
  print(`   CloudEvent ${seen.event.type} id ${seen.event.id}`);
  print(
    `   从发送到送达 · from sending to delivery: ${seen.at - began} ms (含以上查询 with the look-ups above)`,
  );
}

async function projectedForTerminal(city: City, print: Print, document: string): Promise<void> {
  step(
    print,
    5,
    '码头从信箱取件，只见协议授予的字段',
    'the terminal pulls from its mailbox and sees the granted fields alone',
  );
  const inbox = await city.destination('dalian-terminal/inbox');
  const answer = await city.terminal.get(`/v1/feeds/${inbox}?wait=10`);
  const event = listOf(answer.body['events']).find((one) => one['id'] === document);
  const fields = Object.keys(isObject(event?.['data']) ? event['data'] : {});
  must(
    fields.includes('billNumber') && !fields.includes('trader'),
    `granted fields only, got ${fields.join(', ')}`,
  );
  print(`   ${fields.join(', ')}  (cursor ${textOf(answer.body['cursor']).slice(0, 16)}…)  ${ms(answer.ms)}`);
}

async function dischargeReport(city: City, print: Print): Promise<void> {
  step(print, 6, '码头发出卸船报告 COARRI', 'the terminal sends a discharge report, COARRI');
  const began = Date.now();
  const message = coarri(0, { seed: SEED, containers: 12 });
  const answer = await city.terminal.post('/v1/interchanges', message, { prefer: 'wait=20' });
  must(
    answer.status === 200 && answer.body['state'] === 'normalised',
    `normalised expected: ${JSON.stringify(answer.body)}`,
  );
  const documents = listOf(answer.body['documents']);
  print(`   ${message.length} 字节 bytes → ${documents.length} ContainerMove  ${ms(answer.ms)}`);
  const last = textOf(documents.at(-1)?.['id']);
  const seen = await until('the webhook of the carrier', () => find(city.seenByCarrier, last));
  print(`   船公司收到整批 · the carrier has all of them, in batches: ${seen.at - began} ms`);
  const inbox = await city.destination('haitong-broker/inbox');
  const feed = await until('the mailbox of the broker', async () => {
    const { body } = await city.broker.get(`/v1/feeds/${inbox}?wait=5`);
    return listOf(body['events']).length > 0 ? body : undefined;
  });
  print(
    `   报关行信箱中有提单的箱 · boxes under a bill in the broker's mailbox: ${listOf(feed['events']).length}`,
  );
}

async function repeatedAndBroken(city: City, print: Print): Promise<void> {
  step(print, 7, '重复与损坏的报文', 'repeated and broken messages');
  const message = declarationXml(0, { seed: SEED });
  const again = await city.broker.post('/v1/interchanges', message);
  must(again.headers.get('idempotent-replayed') === 'true', 'the same message again gets the same answer');
  print(`   同一报文再发一次，得到同一答复 · the same again, the same answer: ${textOf(again.body['id'])}`);
  const cut = message.subarray(0, message.length - 400);
  const broken = await city.broker.post('/v1/interchanges', cut, { prefer: 'wait=20' });
  must(broken.status === 422, `422 expected, got ${broken.status}`);
  for (const fault of listOf(broken.body['errors']).slice(0, 2)) {
    const text = isObject(fault['text']) ? fault['text'] : {};
    const span = isObject(fault['span'])
      ? ` 字节 bytes ${String(fault['span']['from'])}–${String(fault['span']['to'])}`
      : '';
    print(`   422 ${textOf(fault['code'])}${span}`);
    print(`       ${textOf(text['zh'])}`);
    print(`       ${textOf(text['en'])}`);
  }
}

const find = (seen: readonly Seen[], id: string): Seen | undefined => seen.find((one) => one.event.id === id);
