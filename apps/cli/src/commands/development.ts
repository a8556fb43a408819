import type { Command } from 'commander';
import { finish } from './options.js';

/** What works on the sources. */
export function development(root: Command): void {
  root
    .command('generate')
    .description('更新由源码生成的文件（开发）· write the files that are made from others (development)')
    .action(async () => finish(await (await import('../generate/generate.js')).generate()));
  const group = root
    .command('interface')
    .description('接口说明的版本（开发）· what became of the interface since it was released (development)');
  group
    .command('changes')
    .description(
      '与已发布的说明比较；有不兼容的变化则为 1 · compare with what was released; 1 if anything breaks',
    )
    .option('--json', '每处变化一行 JSON · one line of JSON a change')
    .action(async (options) =>
      finish(await (await import('../interface/interface.js')).showChanges(options)),
    );
  group
    .command('release')
    .description('将现在的说明定为已发布 · make what is described now the released description')
    .option('--anew', '首次发布之前：不论是否兼容 · before the first release: whatever it breaks')
    .action(async (options) =>
      finish(await (await import('../interface/interface.js')).releaseInterface(options)),
    );
}
