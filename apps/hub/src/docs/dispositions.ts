import type { Disposition, Texts } from '#kernel';

/** What happens to the thing that failed, in words for its reader. */
export const dispositionTexts: Readonly<Record<Disposition, Texts>> = {
  reject: { zh: '发送方修改后重发', en: 'the sender must change it and send it again' },
  hold: {
    zh: '暂存，待管理员修正映射或权限后重新处理',
    en: 'kept until an administrator mends a mapping or a right',
  },
  retry: { zh: '系统自动重试', en: 'done again by itself' },
  'dead-letter': { zh: '放弃并保留，由人处理', en: 'given up and kept for a person' },
  bug: { zh: '枢纽自身的错误', en: 'a mistake of the hub' },
};
