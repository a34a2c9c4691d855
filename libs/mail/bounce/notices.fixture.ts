const LETTER = '019a0000-0000-7000-8000-00000000000a';
const RETURNED = `From: Desk <no-reply@huiguan.example>\nTo: reader@example.org\nSubject: Invitation\nMessage-ID: <${LETTER}@huiguan.example>\nX-Huiguan-Message: ${LETTER}\n`;

interface Notice {
  readonly head: string;
  readonly words: string;
  readonly status: string;
  readonly type?: string;
}

function notice({ head, words, status, type = 'delivery-status' }: Notice): Buffer {
  const kind = type === 'feedback-report' ? 'feedback-report' : 'delivery-status';
  return Buffer.from([
    head, 'MIME-Version: 1.0', `Content-Type: multipart/report; report-type=${kind}; boundary="cut"`, '', '--cut', 'Content-Type: text/plain; charset=utf-8', '', words, '',
    '--cut', `Content-Type: message/${type}`, '', status, '', '--cut', 'Content-Type: message/rfc822', '', RETURNED, '', 'Dear reader,', '', '--cut--', '',
  ].join('\n').replace(/\n/g, '\r\n'));
}

export const RETURNED_LETTER = LETTER;

/** Notices in the manner of mail servers as they are met, written from RFC 3464, RFC 5965 and their forms in the wild. */
export const NOTICES = {
  postfixUnknown: notice({
    head: 'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)\nSubject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied',
    words: 'This is the mail system at host mx.example.net.\n\n<reader@example.org>: host mail.example.org[192.0.2.7] said: 550 5.1.1\n    <reader@example.org>: Recipient address rejected: User unknown',
    status: 'Reporting-MTA: dns; mx.example.net\nX-Postfix-Queue-ID: 4F1A2B3C4D\nArrival-Date: Sun, 22 Nov 2026 02:00:00 +0000 (UTC)\n\nFinal-Recipient: rfc822; reader@example.org\nOriginal-Recipient: rfc822;reader@example.org\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mail.example.org\nDiagnostic-Code: smtp; 550 5.1.1 <reader@example.org>: Recipient address\n    rejected: User unknown in virtual mailbox table',
  }),
  postfixDelayed: notice({
    head: 'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)\nSubject: Delayed Mail (still being retried)\nAuto-Submitted: auto-replied',
    words: 'THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE.',
    status: 'Reporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; reader@example.org\nAction: delayed\nStatus: 4.4.1\nDiagnostic-Code: X-Postfix; connect to mail.example.org[192.0.2.7]:25: Connection timed out\nWill-Retry-Until: Fri, 27 Nov 2026 02:00:00 +0000 (UTC)',
  }),
  eximFull: notice({
    head: 'From: Mail Delivery System <Mailer-Daemon@relay.example.com>\nSubject: Mail delivery failed: returning message to sender\nX-Failed-Recipients: reader@example.org\nAuto-Submitted: auto-replied',
    words: 'A message that you sent could not be delivered to one or more of its recipients.',
    status: 'Reporting-MTA: dns; relay.example.com\n\nAction: failed\nFinal-Recipient: rfc822;reader@example.org\nStatus: 5.0.0\nRemote-MTA: dns; mx.example.org\nDiagnostic-Code: smtp; 552 5.2.2 The email account that you tried to reach is over quota',
  }),
  eximInWords: Buffer.from([
    'From: Mail Delivery System <Mailer-Daemon@relay.example.com>', 'Subject: Mail delivery failed: returning message to sender', 'X-Failed-Recipients: reader@example.org', 'Auto-Submitted: auto-replied',
    'Content-Type: text/plain; charset=us-ascii', '', 'This message was created automatically by mail delivery software.', '', '  reader@example.org', '    Unrouteable address', '',
    '------ This is a copy of the message, including all the headers. ------', '', RETURNED,
  ].join('\r\n')),
  exchangeUnknown: notice({
    head: 'From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.org>\nSubject: Undeliverable: Invitation\nX-MS-Exchange-Message-Is-Ndr:\nAuto-Submitted: auto-replied',
    words: 'Delivery has failed to these recipients or groups:\n\nreader@example.org\nThe email address you entered could not be found.',
    status: 'Reporting-MTA: dns;EXCH01.example.org\nReceived-From-MTA: dns;relay.example.com\nArrival-Date: Sun, 22 Nov 2026 02:00:00 +0000\n\nFinal-Recipient: rfc822;reader@example.org\nAction: failed\nStatus: 5.1.10\nDiagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup\nX-Display-Name: reader@example.org',
  }),
  gmailRefused: notice({
    head: 'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\nSubject: Delivery Status Notification (Failure)\nAuto-Submitted: auto-replied\nX-Failed-Recipients: reader@example.org',
    words: '** Message blocked **\n\nYour message to reader@example.org has been blocked.',
    status: 'Reporting-MTA: dns; googlemail.com\nArrival-Date: Sun, 22 Nov 2026 02:00:00 -0800 (PST)\nX-Original-Message-ID: <x@huiguan.example>\n\nFinal-Recipient: rfc822; reader@example.org\nAction: failed\nStatus: 5.7.1\nRemote-MTA: dns; gmail-smtp-in.l.google.com. (192.0.2.26, the server for the domain example.org.)\nDiagnostic-Code: smtp; 550-5.7.1 [192.0.2.1] Our system has detected that this message is\n 550 5.7.1 likely unsolicited mail.\nLast-Attempt-Date: Sun, 22 Nov 2026 02:00:01 -0800 (PST)',
  }),
  relayed: notice({
    head: 'From: MAILER-DAEMON@mx.example.net\nSubject: Successful Mail Delivery Report\nAuto-Submitted: auto-replied', words: 'Your message was successfully delivered.',
    status: 'Reporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; reader@example.org\nAction: relayed\nStatus: 2.0.0\nDiagnostic-Code: smtp; 250 2.0.0 Ok: queued as 9C3',
  }),
  complaint: notice({
    head: 'From: <fbl@provider.example>\nSubject: FW: Invitation', words: 'This is an email abuse report.', type: 'feedback-report',
    status: 'Feedback-Type: abuse\nUser-Agent: SomeProvider-FBL/1.0\nVersion: 1\nOriginal-Mail-From: <bounce-1@bounces.huiguan.example>\nOriginal-Rcpt-To: <reader@example.org>\nSource-IP: 192.0.2.1',
  }),
  praise: notice({
    head: 'From: <fbl@provider.example>\nSubject: FW: Invitation', words: 'Not spam after all.', type: 'feedback-report', status: 'Feedback-Type: not-spam\nUser-Agent: SomeProvider-FBL/1.0\nVersion: 1',
  }),
  absence: Buffer.from('From: reader@example.org\r\nSubject: Out of office: Undeliverable until Monday\r\nAuto-Submitted: auto-replied\r\n\r\nI am away. 550 greetings.\r\n'),
} as const;
