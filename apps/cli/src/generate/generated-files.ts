import { generatedFolder, generateTypes } from '#canonical';
import { format, resolveConfig } from 'prettier';
import { asyncApiText } from '../../../hub/src/asyncapi/document.js';
import { openApiText } from '../../../hub/src/openapi/text.js';
import { configurationMarkdown } from './configuration-markdown.js';
import { documentsMarkdown } from './documents-markdown.js';
import { federationTypes } from './federation-types.js';
import { faultsMarkdown } from './faults-markdown.js';

/**
 * Everything in the repository that is made from something else in it: path from the root to text. The generators are
 * development dependencies.
 */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const [name, text] of await generateTypes()) files.set(`${generatedFolder}/${name}`, text);
  for (const [path, text] of await federationTypes()) files.set(path, text);
  files.set('schemas/openapi.json', openApiText());
  files.set('schemas/asyncapi.json', asyncApiText());
  files.set('docs/faults.md', await formatted('docs/faults.md', faultsMarkdown()));
  files.set('docs/configuration.md', await formatted('docs/configuration.md', configurationMarkdown()));
  files.set('docs/documents.md', await formatted('docs/documents.md', documentsMarkdown()));
  return files;
}

const formatted = async (path: string, text: string): Promise<string> =>
  format(text, { ...(await resolveConfig(path)), filepath: path });
