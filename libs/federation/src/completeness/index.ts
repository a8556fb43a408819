export { answerQuestions, isQuestion } from './answers.js';
export { compareDay, idsAtOnce, type DayToCompare, type PeerAsked } from './compare-day.js';
export { dayOf, rangeOfDay } from './day.js';
export { questionsAtOnce, type Answer, type Look, type Question } from './differences.js';
