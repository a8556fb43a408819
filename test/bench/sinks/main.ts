import { startReceiver } from '../../../apps/simulator/src/receiver/index.js';
import type { CloudEvent, Receiver } from '../../../apps/simulator/src/receiver/index.js';
import { numberOfEntry } from '../../../apps/simulator/src/traffic/index.js';
import { answerParent } from '../child.js';
import { clock } from '../clock.js';
import type { SinkAnswer, SinkQuestion } from './protocol.js';

/**
 * The three webhook sinks as one process: notes when each declaration first came, how often each came, and checks
 * one signature of so many, because the reference verifier costs more than all the rest.
 */
const verifyEach = 50;
/** Declaration numbers noted; past them an event only counts. */
const capacity = 2_000_000;

const receivers: Receiver[] = [];
let seed = 1;
let times = new Float64Array(4_096);
let repeats = 0;
let distinct = 0;
let strangers = 0;
let bytes = 0;

answerParent<SinkQuestion, SinkAnswer>(async (question) => {
  if (question.ask === 'start') {
    seed = question.seed;
    for (const port of question.ports) {
      receivers.push(await startReceiver({ port, verifyEach, remember: 0, onEvents: note }));
    }
  } else if (question.ask === 'trust') {
    question.secrets.forEach((secret, at) => receivers[at]?.trust(secret));
  } else if (question.ask === 'times') {
    return { ...summary(), times: times.slice(question.first, question.first + question.count) };
  }
  return summary();
});

function note(events: readonly CloudEvent[], size: number): void {
  const now = clock();
  bytes += size;
  for (const event of events) {
    const at = numberOfEntry(entryOf(event), seed);
    if (!(at < capacity)) {
      strangers++;
      continue;
    }
    if (at >= times.length) grow(at);
    if (times[at] === 0) {
      times[at] = now;
      distinct++;
    } else repeats++;
  }
}

/** The 18 digits of the declaration: where they stand in the document is the sender's matter. */
function entryOf(event: CloudEvent): string {
  return /"(\d{18})"/.exec(JSON.stringify(event.data))?.[1] ?? '';
}

function grow(at: number): void {
  const larger = new Float64Array(Math.min(capacity, Math.max(at + 1, times.length * 2)));
  larger.set(times);
  times = larger;
}

function summary(): SinkAnswer {
  const counts = receivers.map((receiver) => receiver.ledger.counts);
  const sum = (of: 'requests' | 'badSignatures' | 'malformed'): number =>
    counts.reduce((total, each) => total + each[of], 0);
  return {
    urls: receivers.map((receiver) => receiver.url),
    distinct,
    repeats,
    strangers,
    bytes,
    requests: sum('requests'),
    refused: sum('badSignatures') + sum('malformed'),
    times: new Float64Array(0),
  };
}
