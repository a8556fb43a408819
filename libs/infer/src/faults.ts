import { catalogue } from '#kernel';

/** Why nothing, or not all, can be inferred of samples. */
export const inferFaults = catalogue({
  INFER_NO_SAMPLE: {
    disposition: 'reject',
    status: 422,
    zh: '没有可用的样本',
    en: 'There is no sample that can be used',
    advice: { zh: '给出一个或多个真实报文文件', en: 'Give one or more files with real messages' },
  },
  INFER_TOO_LARGE: {
    disposition: 'reject',
    severity: 'warning',
    status: 413,
    zh: '样本 {sample} 超过 {limit} 字节，未使用',
    en: 'The sample {sample} has more than {limit} bytes and was not used',
    advice: { zh: '给出较小的样本', en: 'Give a smaller one' },
  },
  INFER_TOO_MANY: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '只使用了前 {limit} 个样本',
    en: 'Only the first {limit} samples were used',
    advice: { zh: '无需处理', en: 'Nothing is to be done' },
  },
  INFER_OTHER_FORMAT: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '样本 {sample} 是 {found}，其余是 {expected}，未使用',
    en: 'The sample {sample} is {found} where the others are {expected}; it was not used',
    advice: { zh: '请按报文种类分别推断', en: 'Infer each kind of message by itself' },
  },
  INFER_UNREADABLE: {
    disposition: 'reject',
    severity: 'warning',
    status: 422,
    zh: '样本 {sample} 无法解析：{zh}',
    en: 'The sample {sample} cannot be read: {en}',
    advice: { zh: '检查文件是否完整', en: 'See whether the file is whole' },
  },
  INFER_NOTHING: {
    disposition: 'reject',
    status: 422,
    zh: '样本中没有与任何单证相符的内容',
    en: 'Nothing in the samples is like any document',
    advice: {
      zh: '用 --type 指定单证类型，或手写映射',
      en: 'Name the document type with --type, or write the mapping by hand',
    },
  },
});
