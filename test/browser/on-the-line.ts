import { request } from 'node:http';

/** What really goes over the line: fetch would unpack it. */
export function onTheLine(url: string, encoding = 'br, gzip', headers: Readonly<Record<string, string>> = {}): Promise<{ readonly bytes: number; readonly encoding: string | undefined }> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { ...headers, 'accept-encoding': encoding } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => { bytes += chunk.length; });
      answer.on('end', () => { resolve({ bytes, encoding: answer.headers['content-encoding'] }); });
    }).on('error', reject).end();
  });
}
