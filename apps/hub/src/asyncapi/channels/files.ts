import type { Texts } from '#kernel';
import type { Carried, Channel, ServerEntry } from '../channel.js';

/** Folders behind an SFTP server of the operator. */
export const folderServer: ServerEntry = {
  id: 'folders',
  host: '{folders}',
  protocol: 'sftp',
  text: { zh: '运维方的 SFTP 服务器', en: 'The SFTP server of the operator' },
  variables: { folders: { zh: '主机名与端口', en: 'Host and port' } },
};

const folder = (
  id: string,
  address: string,
  action: Channel['action'],
  operation: string,
  carries: readonly Carried[],
  title: Texts,
  description: Texts,
): Channel => ({
  id,
  title,
  description,
  address,
  parameters: { file: { zh: '文件名', en: 'Name of the file' } },
  servers: [folderServer.id],
  carries,
  action,
  operation,
});

/** What lies in the four folders of a participant, seen from its login. */
export const fileChannels: readonly Channel[] = [
  folder(
    'files-in',
    'in/{file}',
    'receive',
    'takeFile',
    ['interchange'],
    { zh: '放入的文件', en: 'Files dropped' },
    {
      zh: '任何枢纽可读的报文；先以临时文件名上传再改名。落盘提交后移走。',
      en: 'Any message that the hub reads; upload it under a temporary name and rename it. It goes once it is stored.',
    },
  ),
  folder(
    'files-out',
    'out/{file}',
    'send',
    'dropFile',
    ['event'],
    { zh: '投递的文件', en: 'Files delivered' },
    {
      zh: '类别为 file 的投递目标：每份单证一个文件，内容为事件；订阅或目标指定格式时只有该格式的报文本身。',
      en: 'A destination of the kind file: one file for each document, which holds the event; where a subscription or the destination asks for a format it holds that message alone.',
    },
  ),
  folder(
    'files-ack',
    'ack/{file}',
    'send',
    'acknowledgeFile',
    ['acknowledgement'],
    { zh: '回执文件', en: 'Receipts' },
    {
      zh: '<文件名>.receipt.json：签名回执，处理后再写一次。应答报文另见 <文件名>.answer.*。',
      en: '<name>.receipt.json: the signed receipt, written again with the outcome. The answer in the form of the system stands beside it as <name>.answer.*',
    },
  ),
  folder(
    'files-error',
    'error/{file}',
    'send',
    'refuseFile',
    ['problem'],
    { zh: '问题文件', en: 'Problems' },
    {
      zh: '<文件名>.problem.json：未受理、退回或暂挂的原因，旁边是原文件。',
      en: '<name>.problem.json: why it was refused, rejected or held; the file itself lies beside it.',
    },
  ),
];
