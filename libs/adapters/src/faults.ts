import { catalogue } from '#kernel';
import { sharedFaults } from './shared/faults.js';

const askAdministrator = {
  zh: '请检查报文种类；如属新的报文种类，请管理员安装或扩展适配器后重新处理。',
  en: 'Check the kind of message; if it is a new one, have an adapter installed or extended, then have it done again.',
};
const resend = {
  zh: '请发送方重新生成完整的报文后再发送。',
  en: 'Make the whole message again and send it again.',
};

/** What can be wrong with a message as a whole, between its syntax and its documents. */
export const adapterFaults = catalogue({
  ADAPTER_NOT_RECOGNISED: {
    disposition: 'hold',
    status: 422,
    zh: '没有适配器认识该报文（开头为 {found}）。',
    en: 'No adapter knows this message (it begins with {found}).',
    advice: askAdministrator,
  },
  ADAPTER_UNKNOWN: {
    disposition: 'reject',
    status: 422,
    zh: '没有名为 {adapter} 的适配器。',
    en: 'There is no adapter {adapter}.',
    advice: {
      zh: '改正适配器名称，或不指定适配器，由系统识别。可用的有：{known}',
      en: 'Correct the name, or name none and have the message recognised. There are: {known}',
    },
  },
  ADAPTER_CONTRADICTED: {
    disposition: 'reject',
    status: 422,
    zh: '指定了适配器 {adapter}，但报文不是这一种（开头为 {found}）。',
    en: 'The adapter {adapter} was asked for, but the message is not of that kind (it begins with {found}).',
    advice: {
      zh: '不指定适配器，由系统识别，或发送正确的报文。',
      en: 'Name no adapter and have the message recognised, or send the right message.',
    },
  },
  ADAPTER_MEDIA_TYPE_DIFFERS: {
    disposition: 'reject',
    status: 422,
    severity: 'warning',
    zh: 'Content-Type 为 {contentType}，报文却是 {adapter}；已按报文内容处理。',
    en: 'The Content-Type is {contentType}, the message is {adapter}; it was taken for what it is.',
    advice: { zh: '改正 Content-Type。', en: 'Correct the Content-Type.' },
  },
  ADAPTER_MESSAGE_UNREAD: {
    disposition: 'hold',
    status: 422,
    severity: 'warning',
    zh: '交换中的报文 {reference}（{type}）未被读取：没有适配器认识这一类型。',
    en: 'Message {reference} ({type}) of the interchange was not read: no adapter knows this type.',
    advice: {
      zh: '其余报文已接收；该报文请单独以本系统支持的类型重新发送，或请管理员安装适配器。',
      en: 'The other messages were taken; send this one again as a type that is known, or have an adapter installed.',
    },
  },
  ...sharedFaults,
  ADAPTER_PART_MISSING: {
    disposition: 'reject',
    status: 422,
    zh: '报文中没有 {part}。',
    en: 'The message has no {part}.',
    advice: resend,
  },
  ADAPTER_PART_DOUBLED: {
    disposition: 'reject',
    status: 422,
    zh: '{part} 出现了 {count} 次，只应出现一次。',
    en: '{part} is there {count} times and should be there once.',
    advice: resend,
  },
  ADAPTER_LINE_DOUBLED: {
    disposition: 'reject',
    status: 422,
    zh: '商品序号 {line} 出现了不止一次。',
    en: 'The item number {line} is there more than once.',
    advice: {
      zh: '每项商品使用不同的序号后重新发送。',
      en: 'Give each item a number of its own and send it again.',
    },
  },
  ADAPTER_INTERCHANGE_CUT: {
    disposition: 'reject',
    status: 422,
    zh: '交换报文不完整：缺少 {tag}（CONTRL {contrl}）。',
    en: 'The interchange is not whole: {tag} is missing (CONTRL {contrl}).',
    advice: resend,
  },
  ADAPTER_MESSAGE_DOUBLED: {
    disposition: 'reject',
    status: 422,
    zh: '参考号 {reference} 出现了不止一次（CONTRL {contrl}）。',
    en: 'The reference {reference} of a message or interchange is there more than once (CONTRL {contrl}).',
    advice: {
      zh: '每个报文和交换使用不同的参考号后重新发送。',
      en: 'Give each message and interchange a reference of its own and send it again.',
    },
  },
  ADAPTER_COUNTS_DISAGREE: {
    disposition: 'reject',
    status: 422,
    zh: '报文 {reference}：UNT 声明 {stated} 段、实有 {counted} 段，CNT 声明 {statedUnits} 个集装箱、实有 {countedUnits} 个；两处计数同时不符，内容可能被截去或重复（CONTRL {contrl}）。',
    en: 'Message {reference}: UNT says {stated} segments and there are {counted}, CNT says {statedUnits} containers and there are {countedUnits}; as both disagree in the same way, content may have been cut out or doubled (CONTRL {contrl}).',
    advice: resend,
  },
  ADAPTER_ORDER_DISTURBED: {
    disposition: 'hold',
    status: 422,
    zh: '报文 {reference} 中部分集装箱的 {tag} 段次序与其他集装箱不同，可能属于相邻的集装箱（CONTRL {contrl}）。',
    en: 'In message {reference} the segment {tag} is out of order for some containers and not for others, so it may belong to a neighbour (CONTRL {contrl}).',
    advice: {
      zh: '请核对报文；如确是该码头的写法，请管理员修改映射的 structure 后重新处理。',
      en: 'Check the message; if the terminal really writes it so, have the structure of the mapping changed and the message done again.',
    },
  },
  ADAPTER_VALUE_UNMAPPED: {
    disposition: 'hold',
    status: 422,
    severity: 'warning',
    zh: '映射中没有 {path}；其值已随单证保存在 extensions 中。',
    en: 'The mapping does not name {path}; its value is kept in the extensions of the document.',
    advice: {
      zh: '如需使用该值，请管理员在映射中增加规则。',
      en: 'If the value is needed, have a rule added to the mapping.',
    },
  },
  ADAPTER_COUNT_DIFFERS: {
    disposition: 'reject',
    status: 422,
    zh: '{list} 声明有 {stated} 项，实有 {counted} 项；内容可能被截去或重复。',
    en: 'There should be {stated} items in {list}, and there are {counted}: content may have been cut out or doubled.',
    advice: resend,
  },
  ADAPTER_FIELD_UNWRITTEN: {
    disposition: 'hold',
    status: 422,
    severity: 'warning',
    zh: '该格式不能表示 {field}（共 {count} 处，首值“{value}”），未写出。',
    en: 'The format has no place for {field} ({count} times, first {value}); it was not written.',
    advice: {
      zh: '如对方需要该内容，请改用能表示它的格式，或由管理员扩展映射。',
      en: 'If the receiver needs it, use a format that has a place for it, or have the mapping extended.',
    },
  },
  ADAPTER_VALUE_DROPPED: {
    disposition: 'hold',
    status: 422,
    severity: 'warning',
    zh: '另有 {count} 个未映射的值超过上限，没有随单证保存。',
    en: '{count} more values that the mapping does not name are over the limit and are not kept with the document.',
    advice: {
      zh: '原报文已完整保存；请管理员扩展映射后重新处理。',
      en: 'The message itself is kept whole; have the mapping extended and the message done again.',
    },
  },
  ADAPTER_ENVELOPE_CONTENT: {
    disposition: 'reject',
    status: 422,
    zh: '信封元素 {path} 中的报文无法取出：应为 Base64 编码的完整报文。',
    en: 'The message in the element {path} of the envelope cannot be taken out: it should be one whole message in Base64.',
    advice: resend,
  },
  ADAPTER_ENVELOPE_COMPRESSED: {
    disposition: 'reject',
    status: 422,
    zh: '信封元素 {path} 中的报文经过压缩，无法读取。',
    en: 'The message in the element {path} of the envelope is compressed and cannot be read.',
    advice: {
      zh: '请不压缩，直接以 Base64 编码放入信封后重新发送。',
      en: 'Put the message into the envelope in Base64 without compressing it, and send it again.',
    },
  },
  ADAPTER_ENVELOPE_DEPTH: {
    disposition: 'reject',
    status: 422,
    zh: '信封嵌套超过 {limit} 层。',
    en: 'There are more than {limit} envelopes in one another.',
    advice: { zh: '请减少嵌套后重新发送。', en: 'Use fewer envelopes and send it again.' },
  },
  ADAPTER_ENVELOPE_EMPTY: {
    disposition: 'reject',
    status: 422,
    severity: 'warning',
    zh: '信封元素 {path} 中没有报文。',
    en: 'There is no message in the element {path} of the envelope.',
    advice: { zh: '如应有报文，请重新发送。', en: 'If there should be one, send it again.' },
  },
  ADAPTER_LINES_ALIKE: {
    disposition: 'reject',
    status: 422,
    severity: 'warning',
    zh: '{line} 在同一列表中出现了不止一次；各项均已保留。',
    en: '{line} is there more than once in one list; all of it is kept.',
    advice: {
      zh: '请核对是否重复；序号应各不相同。',
      en: 'Check whether it was doubled; numbers of lines should differ.',
    },
  },
  ADAPTER_MAPPING_OTHER: {
    disposition: 'reject',
    status: 422,
    zh: '映射写明属于 {found}，而这里是适配器 {adapter}',
    en: 'The mapping says it is of {found}, and this is the adapter {adapter}',
    advice: { zh: '请改正 adapter 或 syntax', en: 'Correct adapter or syntax' },
  },
  ADAPTER_MAPPING_TYPE: {
    disposition: 'reject',
    status: 422,
    zh: '没有单证类型 {type}',
    en: 'There is no document type {type}',
    advice: { zh: '使用已有类型之一：{known}', en: 'Use one of the types: {known}' },
  },
  ADAPTER_MAPPING_UNREADABLE: {
    disposition: 'reject',
    status: 422,
    zh: '这不是一份映射：{reason}',
    en: 'This is no mapping: {reason}',
    advice: {
      zh: '请按 schemas/mapping.schema.json 编写',
      en: 'Write it as schemas/mapping.schema.json says',
    },
  },
  ADAPTER_AMENDMENT_BEYOND: {
    disposition: 'reject',
    status: 422,
    severity: 'warning',
    zh: '更改后的货物总值 {amended} 与原值 {original} 相差超过 {limit}%，超出电子转单可以更改的范围。',
    en: 'The amended total value {amended} differs from {original} by more than {limit} percent, which an electronic transfer may not be amended by.',
    advice: {
      zh: '请核对总值；确实超出的，应撤销转单后重新报检。',
      en: 'Check the values; if it really is beyond, cancel the transfer and apply for inspection anew.',
    },
  },
  ADAPTER_MORE: {
    disposition: 'reject',
    status: 422,
    severity: 'warning',
    zh: '另有 {count} 条未列出。',
    en: '{count} more are not listed.',
    advice: { zh: '先处理已列出的各条。', en: 'Mend those that are listed first.' },
  },
});
