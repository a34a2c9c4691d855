import { spawn, spawnSync } from 'node:child_process';
import type { SpawnSyncReturns } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#platform';

const DAEMONS = '/usr/lib/postfix/sbin';

/** Why no Postfix can be run here; nothing where one can. */
export function whyNoPostfix(): string | undefined {
  if (!existsSync(join(DAEMONS, 'master'))) return 'Postfix is not installed (apt-get install postfix)';
  return process.getuid?.() === 0 ? undefined : 'Postfix is started by root only';
}

/** A Postfix of a test's own, on a port of its own, with its queue and log in a folder; it hands all mail to one next server. */
export class RealPostfix {
  private constructor(readonly port: number, private readonly folder: string) {}

  static async start(nextPort: number): Promise<RealPostfix> {
    const [port, folder] = [await freePort(), await mkdtemp(join(tmpdir(), 'huiguan-postfix-'))];
    const [config, queue, data] = [join(folder, 'etc'), join(folder, 'queue'), join(folder, 'data')];
    await chmod(folder, 0o755);
    for (const path of [config, queue, data]) await mkdir(path);
    const postfix = Number(spawnSync('id', ['-u', 'postfix']).stdout.toString());
    await chown(data, postfix, postfix);
    await writeFile(join(config, 'main.cf'), [
      'compatibility_level = 3.6', `queue_directory = ${queue}`, `data_directory = ${data}`, `config_directory = ${config}`, `daemon_directory = ${DAEMONS}`, 'myhostname = relay.example.com',
      'inet_interfaces = 127.0.0.1', 'inet_protocols = ipv4', 'mynetworks = 127.0.0.0/8', 'mydestination =', `relayhost = [127.0.0.1]:${nextPort}`, `maillog_file = ${join(folder, 'mail.log')}`,
      `maillog_file_prefixes = ${folder}`, 'smtputf8_enable = yes', 'smtpd_relay_restrictions = permit_mynetworks, reject', 'alias_maps =', 'alias_database =', 'smtpd_peername_lookup = no', 'smtp_dns_support_level = disabled',
      'queue_run_delay = 5s', '',
    ].join('\n'));
    const services = (await readFile('/usr/share/postfix/master.cf.dist', 'utf8').catch(() => readFile('/etc/postfix/master.cf', 'utf8')))
      .replace(/^smtp(\s+inet\s.*)$/m, `127.0.0.1:${port}$1`).replace(/^(\S+\s+(?:inet|unix|unix-dgram|fifo|pass)\s+\S+\s+\S+\s+)[y-](\s)/gm, '$1n$2');
    await writeFile(join(config, 'master.cf'), `${services}\npostlog   unix-dgram n  -       n       -       1       postlogd\n`.replace(/(postlog\s+unix-dgram.*\n)(?=[\s\S]*postlog\s+unix-dgram)/, ''));
    await copyFile('/etc/services', join(folder, 'services')).catch(() => undefined);
    const relay = new RealPostfix(port, folder);
    const started = relay.postfix('start');
    if (started.status !== 0) throw new Error(`Postfix did not start: ${started.stderr.toString()} ${await relay.log()}`);
    return relay;
  }

  get smtpUrl(): string {
    return `smtp://127.0.0.1:${this.port}?tls=off`;
  }

  log(): Promise<string> {
    return readFile(join(this.folder, 'mail.log'), 'utf8').catch(() => '');
  }

  async stop(): Promise<void> {
    this.postfix('stop');
    await new Promise<void>((resolve) => { spawn('true').once('close', () => { resolve(); }); });
    await rm(this.folder, { recursive: true, force: true });
  }

  private postfix(command: string): SpawnSyncReturns<Buffer> {
    return spawnSync('/usr/sbin/postfix', ['-c', join(this.folder, 'etc'), command]);
  }
}
