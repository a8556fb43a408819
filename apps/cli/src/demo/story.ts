import { verifyReceipt, type CloudEvent, type Problem, type TongguanClient } from '#client';
import type { JsonObject, Result } from '#kernel';
import { clientSeqNo, coarri, declarationXml, entryId } from '../../../simulator/src/traffic/index.js';
import { mailboxOf, type City, type Seen } from './city.js';
import { until } from './waiting.js';

export type Print = (line: string) => void;

/** A promise of the demo that did not hold. */
export class BrokenPromise extends Error {}

function must(holds: boolean, what: string): void {
  if (!holds) throw new BrokenPromise(what);
}

const SEED = 20260201;
/** Of the declaration for the sandbox: none that the traffic afterwards comes to. */
const SANDBOX_NUMBER = 900_000;
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
  await answeredBySandbox(city, print);
}

async function acceptDeclaration(city: City, print: Print): Promise<string> {
  step(print, 1, '报关行发出报关单', 'the broker sends a declaration');
  const message = declarationXml(0, { seed: SEED });
  const began = performance.now();
  const { id, sha256, receipt } = given(await city.broker.send(message, { contentType: 'application/xml' }));
  const took = performance.now() - began;
  const claims = verifyReceipt(receipt, given(await city.broker.nodeKeys()));
  must(claims.ok && claims.value['sub'] === id, 'the receipt must verify and name the interchange');
  print(`   ${message.length} 字节 bytes → 202 ${id}  ${ms(took)}`);
  print(`   sha256 ${sha256}`);
  print(`   已签名回执验证通过 · signed receipt verified: ${receipt.slice(0, 48)}…`);
  return id;
}

async function normalised(city: City, print: Print, id: string): Promise<string> {
  step(print, 2, '标准化：适配器、单证、业务键', 'normalised: adapter, document, business keys');
  const view = await until('normalised', async () => {
    const one = given(await city.broker.interchange(id));
    return one.state === 'pending' ? undefined : one;
  });
  must(view.state === 'normalised', `normalised expected: ${JSON.stringify(view)}`);
  const took = Date.parse(String(view['finishedAt'])) - Date.parse(view.receivedAt);
  const { id: documentId, type, keys, body } = given(await city.broker.document(view.documents[0]?.id ?? ''));
  must(
    body['entryNumber'] === entryId(0, { seed: SEED }),
    'the document must carry the declaration number sent',
  );
  print(`   ${String(view['adapter'])} → ${type} ${documentId}  ${took} ms`);
  print(`   ${Array.isArray(keys) ? keys.join('  ') : ''}`);
  return documentId;
}

async function decisions(city: City, print: Print, document: string): Promise<void> {
  step(print, 3, '按权利与规则决定', 'decided by rights and rules');
  const candidates = given(await city.broker.decisions(document))[0]?.candidates ?? [];
  must(candidates.length === 4, 'four routes are candidates for a declaration');
  for (const { outcome, routeCode, reasons } of candidates) {
    const { zh, en } = reasons.at(-1)?.text ?? { zh: '', en: '' };
    print(`   ${outcome.padEnd(11)} ${routeCode.padEnd(26)} ${zh} · ${en}`);
  }
  const carrier = candidates.find((one) => one.routeCode === 'declarations-to-carrier');
  must(carrier?.outcome === 'denied', 'the carrier has no agreement and must be denied');
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
  const began = performance.now();
  const [event] = await eventsOf(city.terminal, 1, ({ id }) => id === document);
  const fields = Object.keys(bodyOf(event));
  must(
    fields.includes('billNumber') && !fields.includes('trader'),
    `granted fields only, got ${fields.join(', ')}`,
  );
  print(`   ${fields.join(', ')}  ${ms(performance.now() - began)}`);
}

async function dischargeReport(city: City, print: Print): Promise<void> {
  step(print, 6, '码头发出卸船报告 COARRI', 'the terminal sends a discharge report, COARRI');
  const [wall, began] = [Date.now(), performance.now()];
  const message = coarri(0, { seed: SEED, containers: 12 });
  const { interchange } = given(await city.terminal.send(message, { wait: 20 }));
  must(interchange?.state === 'normalised', `normalised expected: ${JSON.stringify(interchange)}`);
  const documents = interchange?.documents ?? [];
  print(
    `   ${message.length} 字节 bytes → ${documents.length} ContainerMove  ${ms(performance.now() - began)}`,
  );
  const last = documents.at(-1)?.id ?? '';
  const seen = await until('the webhook of the carrier', () => find(city.seenByCarrier, last));
  print(`   船公司收到整批 · the carrier has all of them, in batches: ${seen.at - wall} ms`);
  const ofBill = await eventsOf(city.broker, 1, ({ type }) => type === 'cn.tongguan.ContainerMove');
  print(`   报关行信箱中有提单的箱 · boxes under a bill in the broker's mailbox: ${ofBill.length}`);
}

async function repeatedAndBroken(city: City, print: Print): Promise<void> {
  step(print, 7, '重复与损坏的报文', 'repeated and broken messages');
  const message = declarationXml(0, { seed: SEED });
  const again = given(await city.broker.send(message));
  must(again.repeated, 'the same message again gets the same answer');
  print(`   同一报文再发一次，得到同一答复 · the same again, the same answer: ${again.id}`);
  const broken = await city.broker.send(message.subarray(0, message.length - 400), { wait: 20 });
  if (broken.ok) throw new BrokenPromise('a message that is cut off must be refused');
  must(broken.error.status === 422, `422 expected, got ${broken.error.status}`);
  for (const { code, text, span } of broken.error.errors.slice(0, 2)) {
    print(`   422 ${code}${span ? ` 字节 bytes ${span.from}–${span.to}` : ''}`);
    print(`       ${text.zh}`);
    print(`       ${text.en}`);
  }
}

async function answeredBySandbox(city: City, print: Print): Promise<void> {
  step(
    print,
    8,
    '沙箱：对方机构按报文备注作答',
    'the sandbox: a counter-agency answers as the remarks of a message ask',
  );
  const remarks = 'SANDBOX:REJECT=E123;REORDER';
  given(await city.broker.send(declarationXml(SANDBOX_NUMBER, { seed: SEED, remarks })));
  const reference = clientSeqNo(SANDBOX_NUMBER, SEED);
  const answers = await eventsOf(city.broker, 2, (event) => bodyOf(event)['clientReference'] === reference);
  const statuses = answers.map((event) => String(bodyOf(event)['status']));
  must(statuses.join() === 'E123,L', `refused with E123 before it is taken, got ${statuses.join()}`);
  print(`   ${remarks}`);
  for (const event of answers) {
    const { status, notifiedAt, remarks: said } = bodyOf(event);
    print(`   DeclarationStatus ${String(status).padEnd(5)} ${String(notifiedAt)}  ${String(said)}`);
  }
}

/** What came, or the promise that a participant is given its answers is broken. */
function given<T>(answer: Result<T, Problem>): T {
  if (answer.ok) return answer.value;
  const { status, code, title } = answer.error;
  throw new BrokenPromise(`${status} ${code} ${title}`);
}

/** The events of a mailbox that fit, once there are so many. */
function eventsOf(
  client: TongguanClient,
  count: number,
  fits: (event: CloudEvent) => boolean,
): Promise<readonly CloudEvent[]> {
  return until('the mailbox', async () => {
    const events: CloudEvent[] = [];
    for await (const next of client.events(await mailboxOf(client), { wait: 0 }))
      if (fits(given(next).event)) events.push(given(next).event);
    return events.length >= count ? events : undefined;
  });
}

const bodyOf = (event: CloudEvent | undefined): JsonObject =>
  typeof event?.data === 'object' ? event.data : {};
const find = (seen: readonly Seen[], id: string): Seen | undefined => seen.find((one) => one.event.id === id);
