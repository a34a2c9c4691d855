import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';

/**
 * A mail server that says what a test wants: per step (GREETING, AUTH, MAIL, RCPT, DATA, BODY) an answer, nothing at all (''),
 * HANGUP, DRIP (an answer that never ends) or SLOW.
 */
export class ScriptedServer {
  readonly letters: string[] = [];
  connections = 0;
  /** Connections over so many are refused at the greeting. */
  mostAtOnce = Infinity;
  refused = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server, private readonly script: Readonly<Record<string, string>>) {
    server.on('connection', (socket) => { this.serve(socket); });
  }

  static async open(script: Readonly<Record<string, string>>): Promise<ScriptedServer> {
    const server = createServer();
    const scripted = new ScriptedServer(server, script);
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    return scripted;
  }

  get url(): string {
    const address = this.server.address();
    return `smtp://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  hangUpAll(): void {
    for (const socket of this.sockets) socket.end();
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => { this.server.close(resolve); });
  }

  private serve(socket: Socket): void {
    this.connections += 1;
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined);
    if (this.sockets.size > this.mostAtOnce) {
      this.refused += 1;
      socket.end('421 4.7.0 too many connections from you\r\n');
      return;
    }
    let text = '';
    let inBody = false;
    this.say(socket, 'GREETING', '220 ready');
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      for (;;) {
        const end = text.indexOf(inBody ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const line = text.slice(0, end + 2);
        text = text.slice(end + (inBody ? 5 : 2));
        if (inBody) {
          this.letters.push(line);
          inBody = false;
          this.say(socket, 'BODY', '250 2.0.0 queued');
        } else {
          inBody = this.command(socket, line.trim());
        }
      }
    });
  }

  /** True where the letter follows. */
  private command(socket: Socket, line: string): boolean {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') socket.write('250-scripted\r\n250 AUTH PLAIN\r\n');
    else if (verb === 'AUTH') this.say(socket, 'AUTH', '235 welcome');
    else if (verb === 'DATA') {
      this.say(socket, 'DATA', '354 go on');
      return this.script['DATA'] === undefined;
    } else this.say(socket, verb, '250 ok');
    return false;
  }

  private say(socket: Socket, step: string, usual: string): void {
    const said = this.script[step] ?? usual;
    if (said === 'HANGUP') socket.destroy();
    else if (said === 'SLOW') setTimeout(() => socket.write(`${usual}\r\n`), 60);
    else if (said === 'DRIP') {
      const timer = setInterval(() => { socket.write('250-still thinking\r\n'); }, 50);
      socket.on('close', () => { clearInterval(timer); });
    } else if (said !== '') socket.write(`${said}\r\n`);
  }
}
