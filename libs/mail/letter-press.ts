import { Inject, Injectable } from '@nestjs/common';
import { t, textsVersion, writtenLocale } from '#i18n';
import type { Locale } from '#i18n';
import { LinkTokens, SETTINGS } from '#platform';
import type { Settings } from '#platform';
import { headerText } from './header-text.js';
import type { Attachment, Letter, LetterContext } from './letter.js';
import { blockRow } from './look/html-blocks.js';
import { qrPicture } from './look/qr-picture.js';
import { Shell } from './look/shell.js';
import { textBody } from './look/text-body.js';
import { senderOf } from './sender.js';
import type { Sender } from './sender.js';

export interface Addressee {
  readonly email: string;
  readonly name: string;
  /** The person's language. */
  readonly locale: string;
  /** Whose name stands before our address; the installation's where absent. */
  readonly from: string | null;
}

/** A letter as it will be read. */
export interface PrintedLetter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly locale: Locale;
  readonly from: Sender;
  readonly attachments: readonly Attachment[];
  /** Pictures within the HTML, by their Content-ID. */
  readonly pictures: readonly { readonly cid: string; readonly content: Buffer }[];
}

/** Prints letters: props and language in, subject, HTML and text out. One layout a language is kept ready. */
@Injectable()
export class LetterPress {
  private readonly shells = new Map<string, Shell>();
  private shellsFrom = textsVersion();
  private readonly sender: Sender;

  constructor(@Inject(SETTINGS) private readonly settings: Settings, private readonly tokens: LinkTokens) {
    this.sender = senderOf(settings.MAIL_FROM);
  }

  /** @throws ForbiddenHeaderText where the subject holds a line break; Error where a message lacks a value */
  print<Props extends object>(letter: Letter<Props>, props: Props, to: Addressee): PrintedLetter {
    const locale = writtenLocale(to.locale);
    const content = letter.render(props, this.contextFor(locale, to.locale));
    const subject = headerText('Subject', content.subject);
    const name = to.from ?? this.sender.name;
    const pictures = new Map<string, string>();
    const pictureOf = (text: string): string => {
      const cid = pictures.get(text) ?? `qr${pictures.size + 1}@${this.sender.domain}`;
      pictures.set(text, cid);
      return `cid:${cid}`;
    };
    const shell = this.shellFor(locale);
    const rows = content.blocks.map((block) => blockRow(block, shell.setting, pictureOf));
    const home = this.settings.PUBLIC_URL;
    return {
      subject,
      locale,
      from: { ...this.sender, name },
      html: shell.fill({ subject, preheader: content.preheader, sender: name, address: to.email, home, rows }),
      text: textBody(content.blocks, {
        locale, sender: name, footer: [t(locale, 'letter.layout.sent-to', { address: to.email }), t(locale, 'letter.layout.automatic'), home],
      }),
      attachments: content.attachments ?? [],
      pictures: [...pictures].map(([text, cid]) => ({ cid, content: qrPicture(text) })),
    };
  }

  private contextFor(locale: Locale, reader: string): LetterContext {
    return {
      locale,
      reader,
      t: (key, values) => t(locale, key, values),
      publicUrl: this.settings.PUBLIC_URL,
      linkToken: (purpose, id) => this.tokens.linkToken(purpose, id),
    };
  }

  private shellFor(locale: Locale): Shell {
    if (this.shellsFrom !== textsVersion()) {
      this.shells.clear();
      this.shellsFrom = textsVersion();
    }
    const shell = this.shells.get(locale) ?? new Shell(locale);
    this.shells.set(locale, shell);
    return shell;
  }
}
