export { compareDay, type DayToCompare } from './compare-day.js';
export { Comparisons, type ComparisonWork } from './comparisons.js';
export { dayOf, rangeOfDay } from './day.js';
export { inquiryPath } from './inquiry.js';
export { InquiryDesk, type InquiryWork } from './inquiry-desk.js';
export { askPeer, InquiryFailed, type PeerInquiryWork } from './peer-inquiry.js';
