/** What Postfix's log says of one letter that it took. */
export interface Logged {
  /** With its angle brackets. */
  readonly messageId: string;
  /** TAKEN: in the queue, or on its way. The rest is what the next server said. */
  readonly fate: 'TAKEN' | 'DELIVERED' | 'BOUNCED';
  readonly answer: string;
}

// "postfix/cleanup[12]: 4F1A2B3C4D: message-id=<...>" and "postfix/smtp[13]: 4F1A2B3C4D: to=<...>, ..., status=sent (250 ok)".
const NAMED = /postfix(?:\/[\w-]+)*\/cleanup\[\d+\]: ([0-9A-Za-z]+): (?:resent-)?message-id=(<[^>]+>)/;
const ENDED = /postfix(?:\/[\w-]+)*\/(?:smtp|lmtp|local|virtual|pipe|error|discard|bounce|relay)\[\d+\]: ([0-9A-Za-z]+): to=.*?status=(\w+) \((.*)\)\s*$/;
const QUEUED = /postfix(?:\/[\w-]+)*\/qmgr\[\d+\]: ([0-9A-Za-z]+): from=/;

/**
 * Reads Postfix's log for letters by their Message-ID. A letter is only in the log as taken where the queue manager has
 * it: one whose connection broke during the letter is named by cleanup too, and then thrown away.
 */
export async function* postfixLog(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Logged> {
  const named = new Map<string, string>();
  const taken = new Set<string>();
  for await (const line of lines) {
    const [, queueId = '', messageId = ''] = NAMED.exec(line) ?? [];
    if (queueId !== '') named.set(queueId, messageId);
    const queued = QUEUED.exec(line)?.[1];
    const known = queued === undefined ? undefined : named.get(queued);
    if (queued !== undefined && known !== undefined && !taken.has(queued)) {
      taken.add(queued);
      yield { messageId: known, fate: 'TAKEN', answer: `in the relay’s queue as ${queued}` };
    }
    const [, endedId = '', status = '', answer = ''] = ENDED.exec(line) ?? [];
    const letter = named.get(endedId);
    if (letter === undefined || (status !== 'sent' && status !== 'bounced')) continue;
    yield { messageId: letter, fate: status === 'sent' ? 'DELIVERED' : 'BOUNCED', answer: answer.slice(0, 500) };
  }
}
