import { shippedText } from '#i18n';
import { Audit, denied, may } from '#identity';
import type { Actor, Denial } from '#identity';
import { Clock, invalid } from '#kernel';
import type { Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { checkMend, placeOf } from './check-mend.js';
import type { PlacedText, TextToMend } from './check-mend.js';
import { FreshTexts } from './fresh-texts.js';

/** Says a text of the house otherwise than it was shipped, or as shipped again; in use here when it answers, elsewhere within seconds. */
@Injectable()
export class MendText {
  constructor(private readonly work: UnitOfWork, private readonly audit: Audit, private readonly clock: Clock, private readonly fresh: FreshTexts) {}

  /** A text that is the shipped one again is no override. */
  async run(actor: Actor, input: TextToMend): Promise<PlacedText | Refusal<'input.invalid'> | Denial> {
    if (!may(actor, 'texts.mend', {})) return denied(actor);
    const place = placeOf(input);
    if (!('key' in place)) return invalid(place);
    const text = checkMend(place, input.text);
    if (typeof text !== 'string') return invalid(text);
    if (text === shippedText(place.locale, place.key)) return this.reset(actor, place);
    return this.change(actor, place, 'text.mended', (tx) => tx.query(
      `INSERT INTO text_override (locale, key, text, mended_by, mended_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (locale, key) DO UPDATE SET text = $3, mended_by = $4, mended_at = $5 WHERE text_override.text <> $3 RETURNING key`,
      [place.locale, place.key, text, actor.accountId, this.clock.now()],
    ));
  }

  /** Back to the text that was shipped; nothing happens where it is in use already. */
  async reset(actor: Actor, input: Pick<TextToMend, 'locale' | 'key'>): Promise<PlacedText | Refusal<'input.invalid'> | Denial> {
    if (!may(actor, 'texts.mend', {})) return denied(actor);
    const place = placeOf(input);
    if (!('key' in place)) return invalid(place);
    return this.change(actor, place, 'text.reset', (tx) => tx.query('DELETE FROM text_override WHERE locale = $1 AND key = $2 RETURNING key', [place.locale, place.key]));
  }

  private async change(actor: Actor, place: PlacedText, action: string, write: (tx: Tx) => Promise<readonly unknown[]>): Promise<PlacedText> {
    await this.work.run(async (tx) => {
      if ((await write(tx)).length === 0) return;
      await tx.query('UPDATE text_version SET version = version + 1');
      await this.audit.write(tx, { actor, action, subjectKind: 'text', subjectId: null, data: { locale: place.locale, key: place.key } });
    });
    await this.fresh.look();
    return place;
  }
}
