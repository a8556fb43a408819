import type { Json, JsonObject } from '#kernel';
import { digestsOf, isList, type Disclosure, type Disclosures } from './disclosures.js';
import type { PointerTree } from './pointer-tree.js';

/**
 * The disclosures that show what is granted and nothing of what is hidden. What cannot be shown in part is left out:
 * a list with a text in it of which not all is granted, or of which some is hidden.
 */
export function selectDisclosures(
  concealed: JsonObject,
  disclosures: Disclosures,
  granted: PointerTree,
  hidden: PointerTree,
): ReadonlySet<Disclosure> {
  return new Set(ofObject(concealed, granted, hidden) ?? []);

  /** What must be disclosed for the value to be shown as far as it may; `undefined`: it may not, or is then empty. */
  function of(value: Json, grant: PointerTree, hide: PointerTree): Disclosure[] | undefined {
    if (hide.whole) return undefined;
    if (value === null || typeof value !== 'object') return grant.whole ? [] : undefined;
    return isList(value) ? ofList(value, grant, hide) : ofObject(value, grant, hide);
  }

  function ofObject(value: JsonObject, grant: PointerTree, hide: PointerTree): Disclosure[] | undefined {
    const digests = digestsOf(value) ?? [];
    // An object that is empty at its origin.
    if (digests.length === 0) return grant.whole ? [] : undefined;
    const chosen: Disclosure[] = [];
    for (const digest of digests) {
      const disclosure = disclosures.get(digest);
      const inner = disclosure && below(grant, disclosure.name);
      const shown = inner && of(disclosure.value, inner, below(hide, disclosure.name) ?? none);
      if (disclosure && shown) chosen.push(disclosure, ...shown);
    }
    return chosen.length > 0 ? chosen : undefined;
  }

  /** Objects of which nothing is shown tell nothing; whatever else may not be shown takes the list with it. */
  function ofList(list: readonly Json[], grant: PointerTree, hide: PointerTree): Disclosure[] | undefined {
    const inner = below(grant, '*');
    if (!inner) return undefined;
    const hiding = hide.members.get('*') ?? none;
    const chosen: Disclosure[] = [];
    let shown = list.length === 0 && grant.whole;
    for (const one of list) {
      const ofOne = of(one, inner, hiding);
      if (!ofOne && !isConcealed(one)) return undefined;
      for (const disclosure of ofOne ?? []) chosen.push(disclosure);
      shown ||= ofOne !== undefined;
    }
    return shown ? chosen : undefined;
  }
}

const none: PointerTree = { whole: false, members: new Map() };

const below = (tree: PointerTree, name: string): PointerTree | undefined =>
  tree.whole ? tree : tree.members.get(name);

const isConcealed = (value: Json): boolean =>
  value !== null && typeof value === 'object' && !isList(value) && Object.keys(value).length > 0;
