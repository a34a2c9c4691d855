import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { inLogScope } from './log-scope.js';
import { JsonLog, newFaultId } from './log.js';
import { NestLog } from './nest-log.js';
import { scrub } from './scrub.js';

function captured(level = 'info'): { log: JsonLog; lines: () => Record<string, unknown>[]; text: () => string } {
  let text = '';
  const destination = new Writable({ write: (bytes: Buffer, _encoding, done) => { text += bytes.toString(); done(); } });
  const lines = (): Record<string, unknown>[] => text.trim().split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>);
  return { log: new JsonLog({ level, application: 'test', destination }), lines, text: () => text };
}

const PRIVATE = ['aigul.nurlanova@example.kz', 'E12345678', '+86 23 6300 0000', '13912345678', 'Нурланова', '欧阳明', 'd3b07384d113edec49eaa6238ad5ff00aabbccdd11'];

describe('log', () => {
  it('writes one JSON line with the request or job it belongs to', async () => {
    const { log, lines } = captured();
    await inLogScope({ requestId: 'r-1' }, () => inLogScope({ jobName: 'mail.deliver', outboxId: '12' }, async () => {
      await Promise.resolve();
      log.info('job done', { attempt: 2 });
    }));
    log.info('outside');
    expect(lines()[0]).toMatchObject({ msg: 'job done', requestId: 'r-1', jobName: 'mail.deliver', outboxId: '12', attempt: 2, application: 'test' });
    expect(lines()[1]).not.toHaveProperty('requestId');
  });

  it('keeps no personal data, whether in a field, a nested field, a message or a fault', () => {
    const { log, text } = captured();
    log.info('sign-in of aigul.nurlanova@example.kz, passport E12345678', {
      familyName: 'Нурланова', person: { names: { native: '欧阳明' }, phone: '+86 23 6300 0000' }, note: 'call 13912345678',
    });
    const fault = Object.assign(new Error('duplicate key (address)=(aigul.nurlanova@example.kz)'), {
      parameters: ['Нурланова'], detail: 'Key (number)=(E12345678)', constraint: 'account_address_key', driverError: { detail: '欧阳明' },
    });
    const id = log.fault('not written', fault, { token: 'd3b07384d113edec49eaa6238ad5ff00aabbccdd11' });
    for (const secret of PRIVATE) expect(text()).not.toContain(secret);
    expect(text()).toContain(id);
    expect(text()).toContain('account_address_key');
  });

  it('keeps our own ids and instants readable', () => {
    const line = 'registration 0198c0de-7b1a-7c3d-8e4f-001122334455 confirmed at 2026-03-02T08:00:00.000Z';
    expect(scrub(line)).toBe(line);
  });

  it('gives fault ids that can be read out over the phone', () => {
    expect(newFaultId()).toMatch(/^F-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(new Set(Array.from({ length: 1_000 }, newFaultId)).size).toBe(1_000);
  });

  it('writes nothing below its level', () => {
    const { log, lines } = captured('warn');
    log.info('quiet');
    log.warn('loud');
    expect(lines().map((line) => line['msg'])).toEqual(['loud']);
  });

  it('takes the lines of Nest with the name of the class that speaks', () => {
    const { log, lines } = captured();
    new NestLog(log).log('Nest application successfully started', 'NestApplication');
    new NestLog(log).error('it broke', 'Error: it broke\n    at x', 'ExceptionsHandler');
    expect(lines()[0]).toMatchObject({ msg: 'Nest application successfully started', context: 'NestApplication' });
    expect(lines()[1]).toMatchObject({ msg: 'it broke', context: 'ExceptionsHandler' });
    expect(lines()[1]).toHaveProperty('faultId');
  });
});
