/**
 * How the sending of one letter ended on the line. `later` and `refused` are the server's own words about this letter;
 * `turned-away` is about us (greeting, sign-in, sender), so every letter would meet it; `lost` is no answer at all.
 */
export interface Outcome {
  readonly kind: 'accepted' | 'later' | 'refused' | 'turned-away' | 'lost';
  /** The server's answer, or what happened instead, for the ledger. */
  readonly answer: string;
}

const ABOUT_THE_LETTER = new Set(['RCPT TO', 'DATA']);
// What nodemailer refuses itself: an address that no server could take.
const UNSENDABLE = new Set(['EENVELOPE', 'EMESSAGE']);
const ANSWER_LENGTH = 500;

/** Reads a fault of nodemailer's SMTP connection. */
export function failureOf(fault: unknown): Outcome {
  const { code, command, response, responseCode, message } = partsOf(fault);
  const answer = (response ?? message).replace(/\s+/g, ' ').trim().slice(0, ANSWER_LENGTH);
  if (responseCode === undefined) {
    return { kind: command === 'API' && code !== undefined && UNSENDABLE.has(code) ? 'refused' : 'lost', answer };
  }
  // 421 ends the session (RFC 5321, 3.8), and 503 says that it went astray: neither is about the letter.
  if (responseCode === 421 || responseCode === 503) return { kind: 'later', answer };
  if (command === undefined || !ABOUT_THE_LETTER.has(command.toUpperCase())) {
    return { kind: 'turned-away', answer };
  }
  return { kind: responseCode >= 500 ? 'refused' : 'later', answer };
}

interface FaultParts {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly message: string;
}

function partsOf(fault: unknown): FaultParts {
  if (!(fault instanceof Error)) return { message: String(fault) };
  const text = (name: string): string | undefined => {
    const value: unknown = Reflect.get(fault, name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const responseCode: unknown = Reflect.get(fault, 'responseCode');
  const [code, command, response] = [text('code'), text('command'), text('response')];
  return {
    message: fault.message,
    ...(code === undefined ? {} : { code }),
    ...(command === undefined ? {} : { command }),
    ...(response === undefined ? {} : { response }),
    ...(typeof responseCode === 'number' && responseCode >= 400 ? { responseCode } : {}),
  };
}
