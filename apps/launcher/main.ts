import { settingsFrom, WrongSettings } from '#platform';
import { CannotStart, sentenceFor } from './cannot-start.js';
import { readCommandLine } from './command-line.js';
import { completeSettings } from './complete-settings.js';
import { lockDataFolder } from './instance-lock.js';
import type { InstanceLock } from './instance-lock.js';
import { checkDisk, checkPorts, dataFolder } from './preflight.js';
import type { WantedPort } from './preflight.js';
import { showFirstConference } from './show-first-conference.js';
import { LocalSystem } from './system.js';
import { welcome } from './welcome.js';

/** How long ports may take to become free when the launcher before this one was killed. */
const LEFTOVER_PATIENCE_MS = 10_000;

const tell = (line: string): void => { process.stderr.write(`${line}\n`); };

/** Starts everything, or nothing: whatever fails on the way ends what had been started, with one sentence. */
async function main(): Promise<void> {
  let lock: InstanceLock | undefined;
  let system: LocalSystem | undefined;
  let ending: Promise<never> | undefined;
  const stopped = new AbortController();
  const end = (code: number): Promise<never> => {
    ending ??= (async () => {
      stopped.abort();
      await system?.stop();
      lock?.release();
      process.exit(code);
    })();
    return ending;
  };
  const onSignal = (code: number): void => {
    if (ending === undefined) tell('Stopping ...');
    else system?.hurry();
    void end(code);
  };
  process.on('SIGINT', () => { onSignal(130); });
  process.on('SIGTERM', () => { onSignal(0); });
  process.on('SIGHUP', () => { onSignal(0); });
  try {
    const { without } = readCommandLine(process.argv.slice(2));
    const folder = dataFolder(process.env['DATA_DIR']);
    checkDisk(folder);
    lock = lockDataFolder(folder);
    const completed = completeSettings(process.env, folder);
    const settings = settingsFrom(completed.environment);
    const wanted: WantedPort[] = [
      ...(without.has('web') ? [] : [{ setting: 'PORT', host: settings.HOST, port: settings.PORT }]),
      ...(without.has('api') ? [] : [{ setting: 'API_PORT', host: settings.API_HOST, port: settings.API_PORT }]),
      ...(completed.embeddedMailbox && !without.has('mailbox')
        ? [
            { setting: 'MAILBOX_PORT', host: '127.0.0.1', port: settings.MAILBOX_PORT },
            { setting: 'MAILBOX_SMTP_PORT', host: '127.0.0.1', port: settings.MAILBOX_SMTP_PORT },
          ]
        : []),
    ];
    await checkPorts(wanted, lock.tookOver ? LEFTOVER_PATIENCE_MS : 0);
    system = new LocalSystem(completed, settings, tell);
    await system.start(without);
    await showFirstConference({
      folder, possible: !without.has('api'), environment: system.childEnvironment, tell, stopped: stopped.signal,
    });
    if (ending === undefined) tell(welcome({ settings, completed, without, seconds: performance.now() / 1000 }));
  } catch (fault) {
    if (ending !== undefined) return;
    if (fault instanceof WrongSettings) tell(`A setting is wrong. ${fault.message.split('\n').join('; ')}.`);
    else if (fault instanceof CannotStart) tell(fault.message);
    else tell(`Huiguan did not start: ${sentenceFor(fault)}`);
    await end(1);
  }
}

await main();
