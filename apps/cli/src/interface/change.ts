import type { Texts } from '#kernel';

/** What can become different in a description, and whether whoever relied on it is broken by that. */
export const changeKinds = {
  'operation-removed': breaking('操作已取消', 'the operation is gone'),
  'operation-renamed': breaking(
    '操作名称变了，生成的客户端代码随之改变',
    'its id changed, and with it generated code',
  ),
  'operation-added': addition('新操作', 'a new operation'),
  'role-raised': breaking('所需角色提高', 'it asks for a greater role'),
  'parameter-removed': breaking('参数已取消', 'the parameter is gone'),
  'parameter-required': breaking('必须给出该参数', 'the parameter has to be given'),
  'parameter-added': addition('新参数', 'a new parameter'),
  'body-required': breaking('必须给出内容', 'a body has to be given'),
  'media-removed': breaking('媒体类型已取消', 'the media type is gone'),
  'media-added': addition('新的媒体类型', 'a new media type'),
  'status-removed': breaking('该状态码不再出现', 'the status is not given any more'),
  'status-added': addition('新的状态码', 'a new status'),
  'header-removed': breaking('响应头已取消', 'the header is gone'),
  'member-removed': breaking('成员已取消', 'the member is gone'),
  'member-required': breaking('必须给出该成员', 'the member has to be given'),
  'member-optional': breaking('该成员可能不再出现', 'the member need not be there any more'),
  'member-added': addition('新成员', 'a new member'),
  'type-narrowed': breaking('可给出的类型变少', 'fewer types are taken'),
  'type-widened': breaking('可能得到别的类型', 'other types may come'),
  'value-removed': breaking('该取值不再接受', 'the value is not taken any more'),
  'value-changed': breaking('取值全变了', 'all of its values changed'),
  'value-added': addition('新的取值', 'a new value'),
  'bound-narrowed': breaking('限度收紧', 'its bounds are narrower'),
  'bound-widened': addition('限度放宽', 'its bounds are wider'),
  'form-changed': breaking('写法变了', 'its form changed'),
  closed: breaking('不再接受其他成员', 'other members are not taken any more'),
  'alternative-removed': breaking('该形式不再接受', 'the alternative is not taken any more'),
  'alternative-added': addition('新的形式', 'a new alternative'),
  'channel-removed': breaking('通道已取消', 'the channel is gone'),
  'channel-added': addition('新通道', 'a new channel'),
  'channel-moved': breaking('通道地址或协议变了', 'the channel is elsewhere'),
  'message-removed': breaking('通道不再有该消息', 'the message is not in the channel any more'),
  'message-added': addition('通道有新消息', 'a new message in the channel'),
  'content-type-changed': breaking('内容类型变了', 'its content type changed'),
} as const;

export type ChangeKind = keyof typeof changeKinds;

/** One thing that is different, and where. */
export interface Change {
  readonly kind: ChangeKind;
  /** `POST /v1/interchanges request /adapter` */
  readonly at: string;
  /** What it was and what it is, where that says more. */
  readonly detail?: string;
}

export const isBreaking = ({ kind }: Change): boolean => changeKinds[kind].breaks;

/** For a person, on a line. */
export function changeLine(change: Change): string {
  const { text } = changeKinds[change.kind];
  const detail = change.detail === undefined ? '' : ` (${change.detail})`;
  return `${change.kind.padEnd(20)} ${change.at}${detail}: ${text.zh} · ${text.en}`;
}

interface Kind {
  readonly breaks: boolean;
  readonly text: Texts;
}

function breaking(zh: string, en: string): Kind {
  return { breaks: true, text: { zh, en } };
}
function addition(zh: string, en: string): Kind {
  return { breaks: false, text: { zh, en } };
}
