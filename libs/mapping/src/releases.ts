import { Buffer } from 'node:buffer';
import type { Fault, Json, Result } from '#kernel';
import type { SourceTree } from '#syntax';
import type { CompiledMapping } from './compile-mapping.js';
import type { MappingDefinition, Rule } from './definition.js';
import { compileGet, parsePointer } from './pointer.js';
import type { WrittenDocument } from './write.js';

/** The release stands in the first UNH; an interchange of several message types is of its first release. */
const headBytes = 4096;

/**
 * A mapping whose messages have other segment groups in some releases (`structures`): each message is read with the
 * groups of its own release (UNH 0054) and written with those of the release that its document names.
 *
 * @param main the mapping with the groups of all releases that are not listed
 */
export function ofReleases(
  definition: MappingDefinition,
  main: CompiledMapping,
  compile: (definition: MappingDefinition) => Result<CompiledMapping, Fault[]>,
): Result<CompiledMapping, Fault[]> {
  const { options } = definition;
  const { structures = [], ...others } = options;
  const byRelease = new Map<string, CompiledMapping>();
  for (const { releases, structure } of structures) {
    const compiled = compile({ ...definition, options: { ...others, structure } });
    if (!compiled.ok) return compiled;
    for (const release of releases) byRelease.set(release, compiled.value);
  }
  const readers = new WeakMap<SourceTree, CompiledMapping>();
  const stated = releasePlaces(definition);
  return {
    ok: true,
    value: {
      ...main,
      parse(bytes) {
        const mapping = byRelease.get(releaseIn(bytes, options.message ?? '')) ?? main;
        const tree = mapping.parse(bytes);
        if (tree.ok) readers.set(tree.value, mapping);
        return tree;
      },
      read: (tree, reading) => (readers.get(tree) ?? main).read(tree, reading),
      write(documents, params) {
        const release = releaseOf(documents[0], stated);
        return (byRelease.get(release) ?? main).write(documents, params);
      },
    },
  };
}

/** Release of the first message of a type; empty where there is none. */
function releaseIn(bytes: Uint8Array, message: string): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headBytes))
    .toString('latin1')
    .replace(/[\r\n]/g, '');
  const version = `${message}([^A-Za-z0-9])\\s*[A-Z0-9]{0,3}\\s*\\2\\s*([A-Z0-9]{2,3})`;
  return new RegExp(`UNH([^A-Za-z0-9])[^]{0,40}?\\1\\s*${version}`).exec(head)?.[3] ?? '';
}

function releaseOf(document: WrittenDocument | undefined, places: ReadonlyMap<string, string>): string {
  const pointer = document && places.get(document.type);
  const tokens = pointer === undefined ? undefined : parsePointer(pointer);
  const found: Json | undefined = tokens && compileGet(tokens)(document?.body);
  return typeof found === 'string' ? found : '';
}

/** By document type the pointer of the member that the release is read into. */
function releasePlaces({ documents }: MappingDefinition): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const visit = (type: string, base: string, rule: Rule): void => {
    const pointer = base + (rule.to ?? '');
    if (rule.from === '/UNH.2.3' && rule.to !== undefined) places.set(type, pointer);
    if (rule.each === undefined) for (const inner of rule.rules ?? []) visit(type, pointer, inner);
  };
  for (const { type, rules } of documents) for (const rule of rules) visit(type, '', rule);
  return places;
}
