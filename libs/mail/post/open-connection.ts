import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { failureOf } from './outcome.js';
import type { SmtpServer } from './smtp-server.js';

/** How long each wait on the line may last, in milliseconds. */
export interface Patience {
  readonly connect: number;
  /** Of silence, once connected. */
  readonly silence: number;
  /** For one letter from its envelope to the answer, however the server drips. */
  readonly letter: number;
}

export const PATIENCE: Patience = { connect: 10_000, silence: 120_000, letter: 180_000 };

/** The line could not be opened: the server is away or refuses us, and no letter is to blame. */
export class LineDown extends Error {
  override readonly name = 'LineDown';
}

/** A connection that has greeted, is encrypted as the server's settings ask, and signed in. @throws LineDown */
export async function openConnection(server: SmtpServer, patience: Patience): Promise<SMTPConnection> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const connection = new Connection({
    host: server.host, port: server.port, secure: server.secure, requireTLS: server.requireTls, ignoreTLS: server.ignoreTls,
    ...(server.name === undefined ? {} : { name: server.name }),
    connectionTimeout: patience.connect, greetingTimeout: patience.connect, dnsTimeout: patience.connect,
    socketTimeout: patience.silence, socketCloseTimeout: 1_000,
  });
  // Faults while it opens reach its callbacks; whoever uses it listens for later ones.
  connection.on('error', () => undefined);
  try {
    await connect(connection);
    await signIn(connection, server);
  } catch (fault) {
    connection.close();
    throw new LineDown(failureOf(fault).answer);
  }
  return connection;
}

function connect(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.connect((fault) => {
      if (fault === undefined || fault === null) resolve();
      else reject(fault);
    });
  });
}

function signIn(connection: SMTPConnection, { credentials }: SmtpServer): Promise<void> {
  if (credentials === undefined) return Promise.resolve();
  const { user, password } = credentials;
  return new Promise((resolve, reject) => {
    connection.login({ user, credentials: { user, pass: password } }, (fault) => {
      if (fault === null || fault === undefined) resolve();
      else reject(fault);
    });
  });
}
