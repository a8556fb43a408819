import { Administration, type Party, type Target } from './administration.js';
import type { RunningHub } from './hub.js';
import { startSubscriber, type Subscriber } from './subscriber.js';

/** A small port: who is there, who may have what of whom, and where it goes. */
export interface City {
  readonly admin: Administration;
  readonly agent: Party;
  readonly terminal: Party;
  readonly customs: Party;
  readonly carrier: Party;
  /** Customs gets declarations and box reports here … */
  readonly customsHook: Subscriber;
  readonly customsWebhook: Target;
  /** … and the very same here. */
  readonly customsMailbox: Target;
  /** The carrier gets reports on small boxes only. */
  readonly carrierMailbox: Target;
}

/** The size type of the boxes that the carrier's route asks for; a report has some of them. */
export const carrierSizeType = '22G1';

/**
 * The agent declares to customs and the terminal reports boxes to customs and to the carrier. The carrier has no
 * right to declarations.
 */
export async function setUp(hub: RunningHub): Promise<City> {
  const admin = new Administration(hub);
  const [agent, terminal, customs, carrier] = await Promise.all([
    admin.party('agent'),
    admin.party('terminal'),
    admin.party('customs', 'agency'),
    admin.party('carrier'),
  ]);
  await admin.agreement(agent, customs, 'Declaration');
  await admin.agreement(terminal, customs, 'ContainerMove');
  await admin.agreement(terminal, carrier, 'ContainerMove');

  const customsHook = await startSubscriber();
  const customsWebhook = await admin.webhook(customs, 'hook', customsHook.url);
  customsHook.trust(customsWebhook.secret);
  const customsMailbox = await admin.mailbox(customs, 'box');
  const carrierMailbox = await admin.mailbox(carrier, 'box');
  for (const target of [customsWebhook, customsMailbox]) {
    await admin.route(`declarations-${target.code}`, 'Declaration', target);
    await admin.route(`moves-${target.code}`, 'ContainerMove', target);
  }
  await admin.route(
    'carrier-small-boxes',
    'ContainerMove',
    carrierMailbox,
    `document.container.sizeType == '${carrierSizeType}'`,
  );
  return {
    admin,
    agent,
    terminal,
    customs,
    carrier,
    customsHook,
    customsWebhook,
    customsMailbox,
    carrierMailbox,
  };
}
