import { cebAdapter } from '../../ceb/ceb-adapter.js';
import codes from './codes.json' with { type: 'json' };
import mapping from './mapping.json' with { type: 'json' };

/** 跨境电商汇总申请单、汇总结果单（CEB701、CEB792）: see README.md. */
export const cebSummary = cebAdapter({
  id: 'customs/ceb-summary',
  label: {
    zh: '跨境电商汇总申请单、汇总结果单（CEB701、CEB792）',
    en: 'Cross-border summary request and result (CEB701, CEB792)',
  },
  mapping,
  codes,
  record: 'SummaryApply',
  head: 'SummaryApplyHead',
  messages: [
    ['701'],
    [
      '792',
      {
        SummaryApply: 'SummaryResult',
        SummaryApplyHead: 'SummaryResultHead',
        SummaryApplyList: 'SummaryResultList',
      },
    ],
  ],
  answered: true,
});
