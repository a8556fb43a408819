import type { FaultDefinitions } from '#kernel';

const receiver = {
  zh: '其余语句已接收；经常出现时请检查接收机或转发程序',
  en: 'The other sentences were taken; if it happens often, look at the receiver or the program that passes on',
};
const warning = { disposition: 'reject', severity: 'warning', status: 422 } as const;

/** What can be wrong with sentences of NMEA: part of the library's catalogue. */
export const nmeaFaults = {
  SYNTAX_NMEA_START: {
    disposition: 'reject',
    status: 422,
    zh: '没有一条可读的 AIS 语句（!AIVDM、!AIVDO）',
    en: 'There is no AIS sentence that can be read (!AIVDM, !AIVDO)',
    advice: {
      zh: '请发送 NMEA 0183 的 VDM、VDO 语句，每行一条，校验和正确',
      en: 'Send sentences VDM or VDO of NMEA 0183, one a line, with right checksums',
    },
  },
  SYNTAX_NMEA_TRUNCATED: {
    disposition: 'reject',
    status: 422,
    zh: '最后一条语句不完整，文件可能被截断',
    en: 'The last sentence is not whole: the file may have been cut off',
    advice: { zh: '请重新发送整个文件', en: 'Send the whole file again' },
  },
  SYNTAX_NMEA_NODES: {
    disposition: 'reject',
    status: 422,
    zh: '一批语句的船舶与事件过多（上限 {limit}）',
    en: 'There are too many vessels and events in one batch (limit {limit})',
    advice: { zh: '请缩短每批的时段', en: 'Send shorter periods in one batch' },
  },
  SYNTAX_NMEA_SENTENCE: {
    ...warning,
    zh: '不是完整的语句，已跳过：{sentence}',
    en: 'No whole sentence, passed over: {sentence}',
    advice: receiver,
  },
  SYNTAX_NMEA_CHECKSUM: {
    ...warning,
    zh: '校验和不符，已跳过：{sentence}',
    en: 'The checksum is wrong, passed over: {sentence}',
    advice: receiver,
  },
  SYNTAX_NMEA_PART: {
    ...warning,
    zh: '多语句报文缺少其余部分，已跳过：{sentence}',
    en: 'Other sentences of this message are missing, passed over: {sentence}',
    advice: receiver,
  },
  SYNTAX_NMEA_PAYLOAD: {
    ...warning,
    zh: 'AIS 内容过短或有非法字符，已跳过：{sentence}',
    en: 'The AIS payload is too short or has a character that is none, passed over: {sentence}',
    advice: receiver,
  },
  SYNTAX_NMEA_WRITE: {
    disposition: 'hold',
    status: 422,
    zh: 'AIS 语句由船舶和台站自己发出，不代为写出',
    en: 'AIS sentences are sent by ships and stations themselves and are not written for them',
    advice: {
      zh: '请为该接收方选用其他格式，如标准单证 JSON',
      en: 'Choose another format for this destination, such as documents of the shared schema',
    },
  },
} as const satisfies FaultDefinitions;
