import type { Fault } from '#kernel';
import { brokerFaults } from '../faults.js';
import { TimedOut } from '../within.js';

const refusals =
  /authori[sz]|authenti|access.?refused|permission|not allowed|bad user|credentials|ACCESS-REFUSED|SASL|\b403\b/i;
/** NATS: a stream answers; without one nobody does. AMQP: the exchange does not exist. Kafka: nor does the topic. */
const unroutable =
  /jetstream is not enabled|no responders|no exchange|does not host this topic|UNKNOWN_TOPIC/i;
const unreachable = /^(?:E[A-Z]{3,}|CONNECTION|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_)/;
const lost = /closed|disconnect|connection (?:lost|refused|error|timeout)|offline/i;

/** What the error of a client says, whichever client it is. No message of an error goes out: it may quote anything. */
export function brokerFault(error: unknown, broker: string, topic: string, ms: number): Fault {
  if (error instanceof TimedOut || nameOf(error) === 'TimeoutError')
    return brokerFaults.make('BROKER_TIMEOUT', { values: { broker, ms } });
  const { code, text } = described(error);
  const values = { broker, detail: code };
  if (refusals.test(text)) return brokerFaults.make('BROKER_REFUSED', { values });
  if (unroutable.test(text)) return brokerFaults.make('BROKER_UNROUTABLE', { values: { broker, topic } });
  if (unreachable.test(code) || lost.test(text)) return brokerFaults.make('BROKER_UNREACHABLE', { values });
  return brokerFaults.make('BROKER_NOT_TAKEN', { values });
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** The code and the words of an error and of what caused it: clients wrap what the socket said. */
function described(error: unknown): { code: string; text: string } {
  let text = '';
  let code = '';
  let at: unknown = error;
  for (let depth = 0; depth < CAUSES && at !== undefined && at !== null; depth++) {
    if (typeof at === 'string') text += ` ${at}`;
    if (typeof at !== 'object') break;
    const {
      name,
      message,
      code: own,
      errors,
    } = { name: '', message: '', code: '', errors: [], ...at, ...said(at) };
    text += ` ${String(name)} ${String(message)} ${String(own)}`;
    if (code === '' && own !== undefined) code = String(own);
    at = ('cause' in at ? at.cause : undefined) ?? ('err' in at ? at.err : undefined) ?? errors[0];
  }
  return { code: code === '' ? nameOf(error) || 'no answer' : code, text };
}

/** Members that an error does not own. */
const said = (error: object) => (error instanceof Error ? { name: error.name, message: error.message } : {});

const CAUSES = 4;
