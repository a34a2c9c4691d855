import 'reflect-metadata';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { mailEntities, SettleByLog, Suppressions, TakeBounce } from '#mail';
import { connectDatabase, KeyRing, readSettings, UnitOfWork } from '#platform';

// `npm run settle-letters -- /var/log/mail.log`: unclear letters that the relay's log (Postfix) knows are settled by it.

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('which log? npm run settle-letters -- /var/log/mail.log\n');
  process.exit(2);
}
const settings = readSettings();
const source = await connectDatabase({ url: settings.DATABASE_URL, poolSize: 2, applicationName: 'huiguan-settle', entities: mailEntities });
const settle = new SettleByLog(new UnitOfWork(source, new KeyRing(settings.SECRET_KEY)), new TakeBounce(new Suppressions()));
const settled = await settle.run(createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity }));
process.stdout.write(`${settled} letters settled\n`);
await source.destroy();
