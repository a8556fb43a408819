import type { JsonObject } from '#kernel';
import type { Administration, Party, Target } from './administration.js';
import type { Answer } from './client.js';
import { declaration, type DeclarationWishes } from './messages.js';
import { startSubscriber, type Subscriber } from './subscriber.js';

let pairs = 0;

/** A sender and a receiver who have nothing to do with anybody else, and a webhook between them. */
export class Pair {
  private constructor(
    private readonly admin: Administration,
    readonly name: string,
    readonly owner: Party,
    readonly consumer: Party,
    readonly hook: Subscriber,
    readonly webhook: Target,
  ) {}

  /**
   * Without an agreement: nothing is delivered yet.
   *
   * @param more of the webhook, such as its batch limit
   */
  static async make(admin: Administration, more: JsonObject = {}): Promise<Pair> {
    const name = String(++pairs);
    const owner = await admin.party(`owner-${name}`);
    const consumer = await admin.party(`consumer-${name}`);
    const hook = await startSubscriber();
    const webhook = await admin.webhook(consumer, 'hook', hook.url, more);
    hook.trust(webhook.secret);
    const pair = new Pair(admin, name, owner, consumer, hook, webhook);
    await pair.routeTo(webhook);
    return pair;
  }

  /** What the owner sends goes to this destination too. */
  async routeTo(target: Target): Promise<void> {
    const ofOwner = `sender.code == '${this.owner.code}'`;
    await this.admin.route(`route-${this.name}-${target.code}`, 'Declaration', target, ofOwner);
  }

  async agree(more: JsonObject = {}): Promise<string> {
    return (await this.admin.agreement(this.owner, this.consumer, 'Declaration', more)).id;
  }

  /** Hands a declaration in and waits until it is decided about; gives the id of its document. */
  async declare(wishes: DeclarationWishes = {}): Promise<string> {
    const settled = await this.owner.client.settle(declaration(wishes));
    return settled.expect(200).string('/documents/0/id');
  }

  /** The delivery of a document with every attempt, as its receiver sees it. */
  async delivery(document: string, target: Target = this.webhook): Promise<Answer> {
    return this.consumer.client.get(`/v1/destinations/${target.id}/deliveries/${document}`);
  }

  /** State and fault of the delivery of a document; undefined while there is none. */
  async outcome(document: string, target: Target = this.webhook): Promise<readonly unknown[] | undefined> {
    const answer = await this.delivery(document, target);
    return answer.status === 404 ? undefined : [answer.at('/state'), answer.at('/fault/code')];
  }
}
