import { existsSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { agendaRows } from './rows/agenda.js';
import { bookingRows } from './rows/booking.js';
import { exportRows } from './rows/export.js';
import { footprintRows } from './rows/footprint.js';
import { growthRows } from './rows/growth.js';
import { mailRows } from './rows/mail.js';
import { programmeRows } from './rows/programme.js';
import { registrationRows } from './rows/registration.js';
import { stormRows } from './rows/storm.js';
import type { BenchOptions, Row } from './row.js';
import { Stage } from './stage.js';
import { measureCpu } from './cpu.js';

// `npm run bench -- [name...] [--seconds N] [--rounds N] [--short] [--long] [--json FILE]`

const BENCHES: Readonly<Record<string, (stage: Stage, options: BenchOptions) => Promise<readonly Row[]>>> = {
  registration: registrationRows,
  storm: stormRows,
  export: exportRows,
  mail: mailRows,
  booking: bookingRows,
  growth: growthRows,
  footprint: footprintRows,
  programme: programmeRows,
  agenda: agendaRows,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string' }, rounds: { type: 'string' }, json: { type: 'string' }, short: { type: 'boolean', default: false }, long: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  process.stderr.write(`there is no bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}\n`);
  process.exit(2);
}
const short = values.short;
const options: BenchOptions = { short, long: values.long, seconds: Number(values.seconds ?? (short ? 0.5 : 5)), rounds: Number(values.rounds ?? (short ? 1 : 3)) };
const names = positionals.length > 0 ? positionals : Object.keys(BENCHES);

const rows: Row[] = [];
const faults: string[] = [];
const measured = measureCpu({});
const stage = await Stage.open(short && existsSync('dist/apps/api/main.js'));
const leave = (): void => { void stage.close().finally(() => process.exit(130)); };
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, leave);
try {
  for (const name of names) {
    process.stderr.write(`${name} ...\n`);
    try {
      const some = await BENCHES[name]?.(stage, options) ?? [];
      rows.push(...some);
      for (const row of some) process.stdout.write(`${lineOf(row)}\n`);
    } catch (fault) {
      faults.push(name);
      process.stderr.write(`${name} failed: ${fault instanceof Error ? fault.stack ?? fault.message : String(fault)}\n`);
    }
  }
} finally {
  await stage.close();
}
const { foreign } = measured();
process.stdout.write(`\n${cpus().length} cores for server, database and load; other processes used ${Math.round(foreign * 100)} % of them; ${options.rounds} rounds of ${options.seconds} s, medians\n`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
process.exit(faults.length > 0 ? 1 : 0);

function lineOf({ name, value, unit, peer, ratio, goal, met, boundBy }: Row): string {
  const verdict = met === null ? '-' : met ? 'met' : 'NOT MET';
  return `${name.padEnd(22)} ${String(value).padStart(9)} ${unit} | ${ratio === null ? '' : `${ratio} x `}${peer} | goal ${goal} ${verdict} | ${boundBy}`;
}
