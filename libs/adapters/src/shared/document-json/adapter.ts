import { messageTypes } from '#canonical';
import type { Adapter } from '../../contract.js';
import { jsonHead } from '../../json-head.js';
import { readDocuments } from './read.js';
import { writeDocuments } from './write.js';

/** 共享标准单证（JSON）: see README.md. */
export const documentJson: Adapter = {
  id: 'shared/document-json',
  system: 'shared',
  label: { zh: '共享标准单证（JSON、CloudEvents）', en: 'Document of the shared schema (JSON, CloudEvents)' },
  syntax: 'json',
  mediaTypes: [
    'application/cloudevents+json',
    'application/cloudevents-batch+json',
    'application/json',
    'application/x-ndjson',
  ],
  recognise(head, hints) {
    const paths = jsonHead(head);
    if (!paths) return 0;
    const type = paths.get('type') ?? paths.get('events/type');
    if (type?.startsWith('cn.tongguan.') === true) return 0.95;
    if (isObject(paths.has('body'), paths.get('body')) || isObject(paths.has('documents/body'), undefined))
      return 0.9;
    return hints.contentType?.includes('cloudevents') === true && paths.has('specversion') ? 0.9 : 0;
  },
  mapping: {
    adapter: 'shared/document-json',
    version: '1.0.0',
    syntax: 'json',
    options: { lines: true },
    documents: messageTypes.map((type) => ({ type, each: '.', rules: [] })),
  },
  codes: {},
  direct: { read: readDocuments, write: writeDocuments },
};

/** A member that is there and whose value is no text, number or word. */
const isObject = (has: boolean, value: string | undefined): boolean => has && value === undefined;
