import { addresseePath } from './answers.js';

/** Who tries its system against the sandbox, and where it wants the answers. */
export interface Tester {
  /** Code of the participant, which is there already. */
  readonly participant: string;
  /** Code of a destination of it, which is there already. */
  readonly destination: string;
}

/**
 * The set-up that a node needs for a counter-agency, as a file for `tongguan apply`: the participant with its key and its
 * mailbox; what each tester sends goes there, and the answers to it come back to the tester and to nobody else.
 *
 * @param code of the counter-agency
 */
export function sandboxSetup(testers: readonly Tester[], code = 'sandbox'): string {
  const forTester = (participant: string): string =>
    `has(document.extensions) && document.extensions.exists(e, e.path == '${addresseePath}' && e.value == '${participant}')`;
  return `# 沙箱：对方机构按报文中的标记作答。The sandbox: a counter-agency that answers as the marks in a message say.
participants:
  - { code: ${code}, nameZh: 沙箱对方机构, nameEn: Sandbox counter-agency, kind: agency }
keys:
  - { participant: ${code}, label: sandbox }
destinations:
  - { participant: ${code}, code: inbox, kind: mailbox }
agreements:
${testers
  .map(
    ({ participant }) => `  - owner: ${participant}
    consumer: ${code}
    documentType: '*'
    purpose: 沙箱联调 · trying a system against the sandbox
  - owner: ${code}
    consumer: ${participant}
    documentType: '*'
    condition: ${forTester(participant)}
    purpose: 沙箱回执 · answers of the sandbox`,
  )
  .join('\n')}
routes:
${testers
  .map(
    ({ participant, destination }) => `  - code: ${participant}-to-${code}
    documentType: '*'
    condition: sender.code == '${participant}'
    destination: ${code}/inbox
  - code: ${code}-to-${participant}
    documentType: '*'
    condition: sender.code == '${code}' && ${forTester(participant)}
    destination: ${participant}/${destination}`,
  )
  .join('\n')}
`;
}
