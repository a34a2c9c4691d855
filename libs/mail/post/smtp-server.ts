/** The mail server that takes our letters, as SMTP_URL names it. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (smtps). */
  readonly secure: boolean;
  readonly requireTls: boolean;
  readonly ignoreTls: boolean;
  readonly credentials: { readonly user: string; readonly password: string } | undefined;
  /** What we call ourselves in EHLO; the machine's name where absent. */
  readonly name: string | undefined;
  /** Connections at a time, which is also the most letters that one crash can leave unclear. */
  readonly lines: number;
  /** A connection is renewed after so many; servers limit it (Postfix: 100). */
  readonly lettersPerLine: number;
}

/**
 * Reads SMTP_URL: `smtp://user:password@host:port?lines=5&tls=required&name=mail.example.org`.
 * `tls` is `optional` (STARTTLS where offered, the default), `required` or `off`; smtps is TLS from the start.
 * @throws Error naming the setting
 */
export function smtpServerOf(smtpUrl: string, setting = 'SMTP_URL', usualLines = 5): SmtpServer {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const tls = url.searchParams.get('tls') ?? 'optional';
  if (!['optional', 'required', 'off'].includes(tls)) throw new Error(`${setting}: tls must be optional, required or off`);
  const lines = Number(url.searchParams.get('lines') ?? usualLines);
  if (!Number.isInteger(lines) || lines < 1 || lines > 50) throw new Error(`${setting}: lines must be a whole number from 1 to 50`);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 25) : Number(url.port),
    secure,
    requireTls: tls === 'required',
    ignoreTls: tls === 'off',
    credentials: url.username === '' ? undefined : { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) },
    name: url.searchParams.get('name') ?? undefined,
    lines,
    lettersPerLine: 100,
  };
}
