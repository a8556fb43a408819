import type { Json, JsonObject } from '#kernel';
import type { ExitCode } from '../exit-codes.js';
import { isObject, objectsAt, send, told, type HubOptions } from '../mapping/mapping-client.js';

/** Compares the documents of a day with a node; what it has not is offered again. */
export async function compare(node: string, day: string | undefined, options: HubOptions): Promise<ExitCode> {
  const compared = await send(options, {
    title: `compare with ${node}`,
    method: 'POST',
    path: `/v1/admin/nodes/${encodeURIComponent(node)}/comparisons`,
    body: day === undefined ? {} : { day },
  });
  return told(options, compared, (answer) => [
    `${String(answer['day'])}  ${answer['equal'] === true ? '一致 equal' : '有差异 different'}`,
    `  本节点 here: ${sideOf(answer['own'])}`,
    `  ${node}: ${sideOf(answer['peer'])}`,
    ...objectsAt(answer, 'keptBack').map(
      ({ id, why }) =>
        `  ! ${String(id)} 持有回执，对方缺失，不能重新提供 receipt held, missing there, not offered again: ${String(why)}`,
    ),
    `  对方缺 missing there ${countOf(answer, 'onlyHere')}，重新提供 offered again ${String(answer['offered'])}`,
    `  本节点无回执 without a receipt here ${countOf(answer, 'onlyThere')}，内容不同 unlike ${countOf(answer, 'unlike')}`,
  ]);
}

const sideOf = (side: Json | undefined): string =>
  isObject(side) ? `${String(side['count'])}  ${String(side['digest'])}` : '';

const countOf = (answer: JsonObject, name: string): string => {
  const list = answer[name];
  return String(Array.isArray(list) ? list.length : 0);
};
