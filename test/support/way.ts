import { Administration, type Party, type Target } from './administration.js';
import { eventually } from './eventually.js';
import { declaration } from './messages.js';
import type { TestNode } from './nodes.js';

/** From a sender at one node to the mailbox of a receiver at another, granted and routed at both. */
export class Way {
  private constructor(
    private readonly sender: Party,
    private readonly receiver: Party,
    private readonly mailbox: Target,
  ) {}

  /** Both nodes have joined; sender and receiver are new there. */
  static async between(from: TestNode, sender: string, to: TestNode, receiver: string): Promise<Way> {
    const [near, far] = [new Administration(from.hub), new Administration(to.hub)];
    const giver = await near.party(sender);
    await near.change('participants', sender, { listed: true });
    const taker = await far.party(receiver, 'agency');
    const mailbox = await far.mailbox(taker, 'box');
    const remote = `${sender}@${from.code}`;
    await eventually(`${to.code} knows ${remote}`, () => to.participant(remote));
    await grant(near, sender, to.code);
    const peer = await from.hub.admin.get(`/v1/admin/destinations/${to.code}%2Fpeer`);
    const target = { id: peer.expect(200).string('/id'), code: 'peer', secret: '' };
    await near.route(`${sender}-to-${to.code}`, 'Declaration', target, `sender.code == '${sender}'`);
    await grant(far, remote, receiver);
    await far.route(`${sender}-to-${receiver}`, 'Declaration', mailbox, `sender.code == '${remote}'`);
    return new Way(giver, taker, mailbox);
  }

  /** Hands in a declaration. @returns the id of its document */
  async declare(): Promise<string> {
    return (await this.sender.client.settle(declaration())).expect(200).string('/documents/0/id');
  }

  async received(): Promise<readonly string[]> {
    const page = await this.receiver.client.get(`/v1/feeds/${this.mailbox.id}?limit=1000&after=start`);
    return page
      .expect(200)
      .list('/events')
      .map((event) => String(event['id']));
  }

  arrived(id: string): Promise<unknown> {
    return eventually(`${id} is at its receiver`, async () => (await this.received()).includes(id));
  }
}

const grant = (admin: Administration, owner: string, consumer: string): Promise<unknown> =>
  admin.create('agreements', { owner, consumer, documentType: 'Declaration', purpose: '口岸通关' });
