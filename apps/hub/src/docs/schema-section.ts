import type { JsonObject } from '#kernel';
import type { Language } from '../http/language.js';
import { html, type Html } from './html.js';
import { membersOf, objectOf, textOf } from './json-reading.js';
import { schemaTable } from './schema-table.js';

export interface DescribedSchemas {
  /** Of requests and answers. */
  readonly interface: readonly (readonly [name: string, schema: JsonObject])[];
  /** Of documents, and of the kinds of values that they share. */
  readonly documents: readonly (readonly [name: string, schema: JsonObject])[];
}

export function schemasOf(document: JsonObject): DescribedSchemas {
  const all = membersOf(objectOf(document.components).schemas);
  const bodies = objectOf(all.find(([name]) => name === 'Document')?.[1]['x-bodies']);
  const isBody = (name: string): boolean => name in bodies || name === 'Common';
  return {
    interface: all.filter(([name]) => !isBody(name)),
    documents: all.filter(([name]) => isBody(name)),
  };
}

export function schemaSection(name: string, schema: JsonObject, language: Language): Html {
  const zh = language === 'zh' ? textOf(schema['x-zh']) : '';
  return html`<section id="schema-${name}">
    <h3>${name} <span class="quiet">${zh}</span></h3>
    <p>${textOf(schema.description)}</p>
    ${schemaTable(schema, language)}
  </section>`;
}
