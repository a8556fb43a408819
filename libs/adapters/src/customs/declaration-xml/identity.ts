import type { Json } from '#kernel';
import type { DocumentBody } from '../../contract.js';

/**
 * The first of the references that name a declaration: the sender's own, the data centre's, the customs number. One
 * reference is uploaded, then declared, so the operation (`OperType`) is part of the name.
 */
export function identifyDeclaration([document]: readonly DocumentBody[]): string | undefined {
  if (!document) return undefined;
  const { signature, unifiedNumber, entryNumber } = document.body;
  const operation = member(signature, 'operation');
  const organisation = member(signature, 'organisation');
  const names: readonly (readonly [string, Json | undefined])[] = [
    ['client', member(signature, 'clientReference')],
    ['unified', unifiedNumber],
    ['entry', entryNumber],
  ];
  for (const [kind, value] of names) {
    if (typeof value !== 'string') continue;
    return [organisation, `${kind}:${value}`, operation].filter((part) => part !== undefined).join('|');
  }
  return undefined;
}

function member(value: Json | undefined, name: string): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'string' ? found : undefined;
}
