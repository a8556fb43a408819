import { readFileSync } from 'node:fs';
import { auditActions } from '#store';

describe('docs/audit-events.md', () => {
  it('lists every action, and no other', () => {
    const page = readFileSync(new URL('../../../../docs/audit-events.md', import.meta.url), 'utf8');
    const listed = [...page.matchAll(/^\| `([a-z.-]+)`\s*\|/gm)].map(([, action]) => action);
    expect(listed).toEqual([...auditActions]);
  });
});
