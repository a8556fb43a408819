import { catalogue } from '#kernel';

/** Why a file that a participant dropped is not taken in. What is wrong with its content is told by the faults of the content. */
export const fileDropFaults = catalogue({
  FILE_TOO_LARGE: {
    disposition: 'reject',
    status: 413,
    zh: '文件 {name} 有 {size} 字节，上限为 {limit}',
    en: 'The file {name} has {size} bytes; at most {limit} are taken',
    advice: {
      zh: '拆分后重新放入 in；文件已移到 error',
      en: 'Split it and drop the parts in the folder in; the file was moved to error',
    },
  },
  FILE_EMPTY: {
    disposition: 'reject',
    status: 400,
    zh: '文件 {name} 是空的',
    en: 'The file {name} is empty',
    advice: {
      zh: '检查上传程序后重新放入 in；文件已移到 error',
      en: 'Check the program that sent it and drop it in the folder in again; the file was moved to error',
    },
  },
  FILE_NAME_ODD: {
    disposition: 'reject',
    status: 422,
    zh: '文件名 {name} 不可用',
    en: 'The file name {name} cannot be used',
    advice: {
      zh: '文件名以字母或数字开头，只含字母、数字、空格和 . _ ~ + @ = ( ) , -，UTF-8 编码，不超过 {limit} 字节；文件已移到 error',
      en: 'A name begins with a letter or digit, holds letters, digits, spaces and . _ ~ + @ = ( ) , - alone, is UTF-8 and has {limit} bytes at most; the file was moved to error',
    },
  },
  FILE_NOT_PLAIN: {
    disposition: 'reject',
    status: 422,
    zh: '{name} 不是普通文件（{what}），不读取',
    en: '{name} is no plain file ({what}) and is not read',
    advice: {
      zh: '只放入普通文件；请自行删除它',
      en: 'Drop plain files alone; remove it yourself',
    },
  },
  FILE_UNREADABLE: {
    disposition: 'retry',
    status: 503,
    zh: '文件 {name} 无法读取（{detail}）',
    en: 'The file {name} cannot be read ({detail})',
    advice: {
      zh: '检查文件权限（上传时组可读，见 docs/file-drop.md）；权限改正后自动受理',
      en: 'Check its permissions (the group must be able to read it, see docs/file-drop.md); it is taken once they are right',
    },
  },
  FILE_FOLDER_UNUSABLE: {
    disposition: 'retry',
    status: 503,
    zh: '{participant} 的落地目录不可用（{detail}）',
    en: 'The folders of {participant} cannot be used ({detail})',
    advice: {
      zh: '请运维人员检查 FILE_DROP_DIR 的目录、属主与权限（见 docs/file-drop.md）',
      en: 'The operator checks folders, owners and permissions in FILE_DROP_DIR (see docs/file-drop.md)',
    },
  },
});
