import { judge, tableOf } from './budgeted.js';
import { hang } from './gallery.js';
import { Stage } from './stage.js';

/** Opens every page that has a budget on the throttled line, prints what it costs, and fails where one costs too much. */
const stage = await Stage.open();
try {
  const judged = await judge(stage, await hang(stage), { locales: ['en', 'zh-Hans', 'ar'], patience: 1 });
  console.log(tableOf(judged));
  if (judged.some(({ broken }) => broken.length > 0)) process.exitCode = 1;
} finally {
  await stage.close();
}
