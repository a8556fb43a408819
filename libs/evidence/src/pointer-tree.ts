/** Places in a document named by JSON pointers (RFC 6901) in which `*` stands for every member of a list. */
export interface PointerTree {
  /** Everything from here on. */
  whole: boolean;
  readonly members: Map<string, PointerTree>;
}

/** A pointer that is none names nothing. */
export function pointerTree(pointers: readonly string[]): PointerTree {
  const root: PointerTree = { whole: false, members: new Map() };
  for (const pointer of pointers) {
    if (pointer !== '' && (!pointer.startsWith('/') || /~(?![01])/.test(pointer))) continue;
    let at = root;
    for (const token of pointer.split('/').slice(1)) {
      const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
      const next = at.members.get(name) ?? { whole: false, members: new Map() };
      at.members.set(name, next);
      at = next;
    }
    at.whole = true;
  }
  return root;
}
