import { HandOverBroken, handOvers } from '../../../../simulator/src/hand-overs/index.js';
import { BrokenPromise, type Print } from '../story.js';
import type { RunningProvince } from './province.js';

/** Of the consignments and the ships that the demo hands over. */
export const scene = { seed: 20_260_201, number: 40 } as const;

/** The hand-overs of the notice, one after the other, each step with the time from the sending to the last receiver. */
export async function tellHandOvers(province: RunningProvince, print: Print): Promise<void> {
  for (const [at, handOver] of handOvers.entries()) {
    print(`\n${String(at + 1)}) ${handOver.zh}\n   ${handOver.en}`);
    try {
      const start = Date.now();
      for await (const { zh, en, ms } of handOver.play({ party: province.party, ...scene, start }))
        print(`   ${ms.toFixed(0).padStart(5)} ms  ${zh} · ${en}`);
    } catch (error) {
      if (error instanceof HandOverBroken) throw new BrokenPromise(error.message);
      throw error;
    }
  }
}
