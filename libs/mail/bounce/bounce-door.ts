import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { MessageId } from '#kernel';
import { KeyRing, LOG, SETTINGS, UnitOfWork } from '#platform';
import type { Log, Settings } from '#platform';
import type { SMTPServer, SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { ReturnPaths } from '../ink/return-paths.js';
import { senderOf } from '../sender.js';
import { bounceReports } from './bounce-report.js';
import { TakeBounce } from './take-bounce.js';

const LARGEST_BYTES = 1_000_000;
const MOST_AT_ONCE = 50;
/** Where mailbox providers are asked to send complaints: `complaints@BOUNCE_DOMAIN`. */
const COMPLAINTS = 'complaints';

class Refused extends Error {
  constructor(readonly responseCode: number, message: string) {
    super(message);
  }
}

/**
 * Takes what comes back by SMTP (BOUNCE_PORT). Only return paths of our own making are recipients here, so that it is of no
 * use to anyone else; what cannot be kept now is refused with 451, and the server of the other side tries again.
 */
@Injectable()
export class BounceDoor implements OnApplicationBootstrap, OnApplicationShutdown {
  private server: SMTPServer | undefined;
  private readonly paths: ReturnPaths;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    keys: KeyRing,
    private readonly work: UnitOfWork,
    private readonly take: TakeBounce,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.paths = new ReturnPaths(keys, settings.BOUNCE_DOMAIN, senderOf(settings.MAIL_FROM).address);
  }

  /** Opens where the settings say so. @throws Error where the port cannot be had, or the domain is missing */
  async onApplicationBootstrap(): Promise<void> {
    const { BOUNCE_PORT: port, BOUNCE_HOST: host, BOUNCE_DOMAIN: domain } = this.settings;
    if (port === undefined) return;
    if (domain === undefined) throw new Error('BOUNCE_PORT needs BOUNCE_DOMAIN, the domain of the return paths');
    const { SMTPServer: Server } = await import('smtp-server');
    const server = new Server({
      name: domain, banner: 'bounces', size: LARGEST_BYTES, maxClients: MOST_AT_ONCE, socketTimeout: 60_000, disableReverseLookup: true,
      disabledCommands: ['AUTH', 'STARTTLS'], logger: false,
      onRcptTo: ({ address }, _session, done) => { done(this.isOurs(address) ? null : new Refused(550, '5.1.1 no such return path')); },
      onData: (stream, session, done) => {
        this.receive(stream, session).then(() => { done(null, '2.0.0 taken'); }, (fault: unknown) => { done(fault instanceof Refused ? fault : this.later(fault)); });
      },
    });
    server.on('error', (fault: Error) => { this.log.fault('a connection that brought a bounce broke', fault); });
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(port, host, () => { resolve(); });
    });
    this.server = server;
    this.log.info('bounces are taken by SMTP', { host, port: this.port });
  }

  /** Where it listens; nothing while it does not. */
  get port(): number | undefined {
    const address = this.server?.server.address();
    return typeof address === 'object' && address !== null ? address.port : undefined;
  }

  onApplicationShutdown(): Promise<void> {
    return new Promise((resolve) => {
      if (this.server === undefined) resolve();
      else this.server.close(() => { resolve(); });
    });
  }

  private async receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) parts.push(part);
    if (stream.sizeExceeded) throw new Refused(552, '5.3.4 too large');
    const reports = await bounceReports(Buffer.concat(parts));
    for (const { address } of session.envelope.rcptTo) await this.keep(this.paths.letterAt(address), reports);
  }

  private async keep(returned: MessageId | undefined, reports: Awaited<ReturnType<typeof bounceReports>>): Promise<void> {
    for (const report of reports) {
      // A bounce is believed by its return path alone; a complaint comes to a common address and shows the letter.
      const id = returned ?? (report.action === 'COMPLAINT' ? report.letterId : undefined);
      if (id !== undefined) await this.work.run((tx) => this.take.within(tx, id, report));
    }
  }

  private isOurs(address: string): boolean {
    return this.paths.letterAt(address) !== undefined || address.toLowerCase() === `${COMPLAINTS}@${this.settings.BOUNCE_DOMAIN?.toLowerCase() ?? ''}`;
  }

  private later(fault: unknown): Refused {
    this.log.fault('a bounce could not be kept', fault);
    return new Refused(451, '4.3.0 try again later');
  }
}
