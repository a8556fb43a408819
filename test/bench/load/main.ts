import { answerParent } from '../child.js';
import { runPhase } from './phase.js';

/** The load as a process: runs one phase at a time. */
answerParent(runPhase);
