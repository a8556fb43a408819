import { Injectable } from '@nestjs/common';
import { sha256 } from '#evidence';
import { federationFaults, type SharedItem } from '#federation';
import type { Fault, JsonObject } from '#kernel';
import { membership, sharedContent, type Actor, type NewSharedItem } from '#store';
import { found } from '../admin/admin-desk.js';
import { MappingDesk, shapeFaults } from '../admin/mappings/index.js';
import type { Requests } from '../admin/requests.js';
import { codeListFault } from '../code-lists.js';
import { ProblemException } from '../http/problem.js';
import { FederationOffice } from './federation-office.js';

/** Mappings and code lists between nodes. */
@Injectable()
export class SharedItems {
  constructor(
    private readonly office: FederationOffice,
    private readonly mappings: MappingDesk,
  ) {}

  /** @throws ProblemException for what no node could use */
  async toShare(wanted: Requests['item-share']): Promise<NewSharedItem> {
    const { mapping, codeList, note } = wanted;
    const told = note === undefined ? {} : { note };
    if (codeList) {
      const wrong = codeListFault(codeList.content);
      if (wrong !== undefined) throw unusable(wrong);
      const name = String(codeList.content['id']);
      return {
        kind: 'code-list',
        name,
        version: codeList.version,
        ...told,
        ...hashed(codeList.content),
      };
    }
    if (!mapping) throw unusable('mapping, codeList');
    const adapter = this.mappings.adapter(mapping.adapter);
    const { label, definition, codes } = await this.mappings.content(adapter, mapping.version);
    return { kind: 'mapping', name: adapter.id, version: label, ...told, ...hashed({ definition, codes }) };
  }

  /** @throws ProblemException for what cannot be had, is not what the directory says, or is of no use here */
  async adopt(actor: Actor, item: SharedItem): Promise<JsonObject> {
    const { kind, name, version, sha256 } = item;
    const content = await this.content(item);
    const adopted = { kind, name, version, sha256 };
    if (kind === 'code-list') {
      const wrong = codeListFault(content);
      if (wrong !== undefined) throw unusable(wrong);
      return { ...adopted, draft: null, content };
    }
    const adapter = this.mappings.adapter(name);
    const { definition, codes } = content;
    if (!isObject(definition) || !isObject(codes)) throw unusable('definition, codes');
    const faults = shapeFaults(definition, codes);
    if (faults.length > 0) throw new ProblemException(faults);
    const province = this.office.directory.province() ?? '';
    const note = [`from ${province} ${version}`, ...(item.note === undefined ? [] : [item.note])].join(': ');
    const row = await this.mappings.admin.act(actor, async (setup) =>
      setup.mappings.create({
        adapterId: adapter.id,
        definition,
        codes,
        note: note.slice(0, 500),
        basedOn: await this.mappings.inForce(adapter, setup),
      }),
    );
    return { ...adopted, draft: this.mappings.admin.view.mappings.describe(row)['label'], content: null };
  }

  private async content({ sha256: hash }: SharedItem): Promise<JsonObject> {
    const { sql } = this.office.parts;
    const member = await membership(sql);
    const own = await sharedContent(sql, hash);
    const text = own ?? (member ? found(await this.office.member.sharedContent(member, hash)) : '');
    if (sha256(text).toString('hex') !== hash) throw unusable('sha256');
    const content: unknown = JSON.parse(text);
    if (!isObject(content)) throw unusable('JSON');
    return content;
  }
}

function hashed(content: JsonObject): { content: string; sha256: Buffer } {
  // Not in canonical form: the order of members counts in code tables.
  const text = JSON.stringify(content);
  return { content: text, sha256: sha256(text) };
}

const unusable = (reason: string): ProblemException => {
  const fault: Fault = federationFaults.make('FEDERATION_SHARED_CONTENT', { values: { reason } });
  return new ProblemException([fault]);
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
