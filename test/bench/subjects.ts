import { hubSubject } from './subject-hub.js';
import { limitSubject } from './subject-limit.js';
import type { Subject } from './subject.js';

/** In the order of their runs. */
export const subjects: readonly Subject[] = [limitSubject, hubSubject];
