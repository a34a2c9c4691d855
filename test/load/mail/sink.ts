import { createServer as createHttp } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

// A mail server that takes everything and costs next to nothing: what it knows of each letter is its Message-ID.
// `GET /` on PORT tells; `POST /` forgets.

let ids = new Set<string>();
let [letters, bytes] = [0, 0];
const END = '\r\n.\r\n';

function serve(socket: Socket): void {
  let [heard, inBody] = ['', false];
  socket.setNoDelay(true);
  socket.on('error', () => undefined);
  socket.write('220 sink\r\n');
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString('latin1');
    let answer = '';
    for (;;) {
      if (inBody) {
        const end = heard.indexOf(END);
        if (end < 0) break;
        keep(heard, end);
        heard = heard.slice(end + END.length);
        inBody = false;
        answer += '250 2.0.0 taken\r\n';
        continue;
      }
      const end = heard.indexOf('\r\n');
      if (end < 0) break;
      const verb = heard.slice(0, 4).toUpperCase();
      heard = heard.slice(end + 2);
      if (verb === 'EHLO') answer += '250-sink\r\n250-8BITMIME\r\n250-SIZE 50000000\r\n250 PIPELINING\r\n';
      else if (verb === 'DATA') {
        inBody = true;
        answer += '354 go on\r\n';
      } else answer += verb === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n';
    }
    if (answer !== '' && socket.writable) socket.write(answer);
  });
}

function keep(text: string, end: number): void {
  letters += 1;
  bytes += end;
  const at = text.search(/^message-id: /im);
  ids.add(text.slice(at + 12, text.indexOf('\r\n', at)));
}

const server = createServer(serve);
await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
createHttp((request, response) => {
  if (request.method === 'POST') {
    ids = new Set();
    [letters, bytes] = [0, 0];
  }
  response.end(JSON.stringify({ port: (server.address() as AddressInfo).port, letters, distinct: ids.size, bytes }));
}).listen(Number(process.env['PORT']), '127.0.0.1');
