import { coarri, declarationXml } from '../../apps/simulator/src/traffic/index.js';

/** Messages of one run of a spec: no two share a reference unless a test wants them to. */
const seed = 20_251_123;
let declarations = 0;
let reports = 0;

export interface DeclarationWishes {
  /** The broker's own number of the message; documents that share one keep their order. */
  readonly reference?: string;
  /** Who uploads: one reference of another organisation is another message about the same declaration. */
  readonly organisation?: string;
  readonly remarks?: string;
  /** The customs office declared to. */
  readonly office?: string;
  /** Name of the person who signs. */
  readonly signer?: string;
}

/** A declaration that nobody has sent before. */
export function declaration(wishes: DeclarationWishes = {}): Buffer {
  let text = declarationXml(declarations++, { seed }).toString('utf8');
  const put = (element: string, value: string | undefined): void => {
    if (value === undefined) return;
    const made = text.replace(new RegExp(`<${element}>[^<]*</${element}>|<${element}/>`), () => {
      return `<${element}>${value}</${element}>`;
    });
    if (!made.includes(`<${element}>${value}</${element}>`))
      throw new Error(`the declaration has no ${element}`);
    text = made;
  };
  put('ClientSeqNo', wishes.reference);
  put('CopCode', wishes.organisation);
  put('NoteS', wishes.remarks);
  put('CustomMaster', wishes.office);
  if (wishes.signer !== undefined)
    text = text.replace('</OperType>', `</OperType><OperName>${wishes.signer}</OperName>`);
  return Buffer.from(text);
}

/** A terminal's report on the boxes of a vessel call that nobody has sent before. */
export const boxReport = (containers = 3): Buffer => coarri(reports++, { seed, containers });

/** A declaration of about this many bytes: a comment fills it, so there is no more in it to normalise. */
export function declarationOfSize(bytes: number, wishes: DeclarationWishes = {}): Buffer {
  const [head = '', rest = ''] = split(declaration(wishes).toString('utf8'), '<DecLists>');
  const around = Buffer.byteLength(head + rest) + '<!---->'.length;
  return Buffer.from(`${head}<!--${'x'.repeat(Math.max(0, bytes - around))}-->${rest}`);
}

function split(text: string, before: string): readonly [string, string] {
  const at = text.indexOf(before);
  return [text.slice(0, at), text.slice(at)];
}
