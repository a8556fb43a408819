import { Controller, Delete, Get, HttpCode, Inject, Param, Put, Req, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Exchange, receiptChain, receiptOf, Rulebook, type ChainReceipt, type Promises } from '#exchange';
import { isUuid, type JsonObject } from '#kernel';
import { interchangeById, type InterchangeView, type ReceiptPreference } from '#store';
import { AdminDesk } from '../admin/admin-desk.js';
import { asked, versionWanted } from '../admin/administered-request.js';
import { AnswerHeaders } from '../admin/answers.js';
import { callerOf } from '../http/caller.js';
import { languageOf, type Language } from '../http/language.js';
import { problemEntry, ProblemException } from '../http/problem.js';
import { PROMISES } from '../node/tokens.js';
import { selfServiceFaults } from '../self-service/faults.js';
import { notFound } from './cursor.js';

/** What became of a message step by step, to be asked for, or to be brought to a destination of the sender. */
@Controller('v1')
export class ReceiptsController {
  constructor(
    private readonly exchange: Exchange,
    private readonly rulebook: Rulebook,
    private readonly desk: AdminDesk,
    @Inject(PROMISES) private readonly promises: Promises,
  ) {}

  /** Every receipt of a message, in the order of its life. For its sender and the administrator. */
  @Get('interchanges/:id/receipts')
  async chain(@Req() request: FastifyRequest, @Param('id') id: string): Promise<object> {
    const view = isUuid(id) ? await interchangeById(this.exchange.sql, id) : undefined;
    const caller = callerOf(request);
    if (!view || (caller.role !== 'administrator' && caller.participantId !== view.participantId))
      throw notFound(`interchange ${id}`);
    const rules = await this.rulebook.current();
    const now = Date.now();
    const reading = { sql: this.exchange.sql, rules, promises: this.promises, now };
    const { receipts, cut } = await receiptChain(view, reading);
    const language = languageOf(request.headers['accept-language']);
    return {
      interchange: view.id,
      sender: this.exchange.codeOf(view.participantId),
      ...(view.identity === undefined ? {} : { reference: view.identity }),
      receipts: receipts.map((one) => this.show(one, view, language)),
      ...(cut ? { cut } : {}),
    };
  }

  /** Where the caller has its receipts brought to; without a destination they wait to be asked for. */
  @Get('receipts/preference')
  async preference(@Req() request: FastifyRequest): Promise<JsonObject> {
    const row = await this.desk.view.receiptPreferences.of(callerOf(request).participantId);
    return row ? this.describe(row) : { kinds: [] };
  }

  @Put('receipts/preference')
  @UseInterceptors(AnswerHeaders)
  async prefer(@Req() request: FastifyRequest): Promise<JsonObject> {
    const { wanted, actor } = asked(request, 'receipt-preference');
    const version = versionWanted(request, false);
    const { participantId } = callerOf(request);
    const destinationId = await this.destinationOf(request, wanted.destination);
    const row = await this.desk.act(actor, (setup) =>
      setup.receiptPreferences.set({ participantId, destinationId, kinds: wanted.kinds }, version),
    );
    return this.describe(row);
  }

  @Delete('receipts/preference')
  @HttpCode(200)
  async forget(@Req() request: FastifyRequest): Promise<JsonObject> {
    const { actor } = asked(request, 'act');
    const version = versionWanted(request, false);
    const { participantId } = callerOf(request);
    const row = await this.desk.act(actor, (setup) => setup.receiptPreferences.end(participantId, version));
    return this.describe(row);
  }

  private describe(row: ReceiptPreference): JsonObject {
    return this.desk.view.receiptPreferences.describe(row);
  }

  /** One of the caller's own: what a message of its says nobody else is told. */
  private async destinationOf(request: FastifyRequest, reference: string): Promise<string> {
    const { participantCode, participantId } = callerOf(request);
    const named = isUuid(reference) ? reference : `${participantCode}/${reference}`;
    const row = await this.desk.view.destinations.find(named);
    if (row.ok && row.value.participantId === participantId) return row.value.id;
    const values = { destination: reference };
    const place = { pointer: '/destination' };
    throw new ProblemException([
      selfServiceFaults.make('SUBSCRIPTION_DESTINATION_NOT_OWN', { values, place }),
    ]);
  }

  private show(receipt: ChainReceipt, view: InterchangeView, language: Language): object {
    const { kind, state, late, at, promisedBy, forms = [], faults, document, attempts, answer } = receipt;
    return {
      kind,
      state,
      ...(at === undefined ? {} : { at: iso(at) }),
      ...(promisedBy === undefined ? {} : { promisedBy: iso(promisedBy) }),
      late,
      ...(kind === 'technical' ? { signed: this.signed(view) } : {}),
      ...(forms.length === 0
        ? {}
        : {
            acknowledgements: forms.map((form) => ({
              form,
              href: `/v1/interchanges/${view.id}/acknowledgement?form=${form}`,
            })),
          }),
      ...(faults === undefined || faults.length === 0
        ? {}
        : { faults: faults.map((fault) => problemEntry(fault, language)) }),
      ...(document ? { document: { ...document, href: `/v1/documents/${document.id}` } } : {}),
      ...(receipt.consumer === undefined ? {} : { consumer: receipt.consumer }),
      ...(attempts === undefined ? {} : { attempts }),
      ...(answer ? { answer: { ...answer, href: `/v1/documents/${answer.id}` } } : {}),
      ...(receipt.node === undefined ? {} : { node: receipt.node }),
      ...(receipt.signed === undefined ? {} : { signed: receipt.signed }),
    };
  }

  private signed({ id, sha256, receivedAt, participantId }: InterchangeView): string {
    const { signer } = this.exchange;
    return receiptOf(signer, id, sha256, receivedAt, this.exchange.codeOf(participantId));
  }
}

const iso = (at: number): string => new Date(at).toISOString();
