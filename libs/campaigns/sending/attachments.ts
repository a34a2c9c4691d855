import { calendarFile, calendarUid, letterPrinter } from '#documents';
import type { LetterOnPaper, PrintedPart } from '#documents';
import { direction, formatDays } from '#i18n';
import { instantOf, textFor } from '#kernel';
import type { Attachment, Block, Span } from '#mail';
import type { FrozenCampaign } from '../campaign-plan.js';

/** What letters of a campaign bring along. The calendar file is the same for all readers of a language and made once. */
export class AttachmentPrinter {
  private readonly calendars = new Map<string, Attachment>();

  private constructor(private readonly frozen: FrozenCampaign, private readonly publicUrl: string, private readonly print: ((letter: LetterOnPaper) => Buffer) | undefined) {}

  static async open(frozen: FrozenCampaign, publicUrl: string): Promise<AttachmentPrinter> {
    return new AttachmentPrinter(frozen, publicUrl, frozen.attaches.includes('LETTER') ? await letterPrinter() : undefined);
  }

  of(locale: string, subject: string, blocks: () => readonly Block[]): readonly Attachment[] {
    const { conference, attaches } = this.frozen;
    const letter = this.print?.({
      letterhead: textFor(conference.title, locale), underHead: formatDays(locale, conference.startsOn, conference.endsOn), subject,
      parts: blocks().flatMap(partsOf), locale, direction: direction(locale),
    });
    return [
      ...(letter === undefined ? [] : [{ filename: `${conference.slug}.pdf`, contentType: 'application/pdf', content: letter }]),
      ...(attaches.includes('CALENDAR') ? [this.calendarIn(locale)] : []),
    ];
  }

  private calendarIn(locale: string): Attachment {
    const known = this.calendars.get(locale);
    if (known !== undefined) return known;
    const { conference } = this.frozen;
    const title = textFor(conference.title, locale);
    const [startsAt, endsAt] = [at(`${conference.startsOn}T00:00`, conference.timeZone), at(`${conference.endsOn}T23:59`, conference.timeZone)];
    const content = calendarFile({
      name: title, method: 'PUBLISH',
      entries: [{
        uid: calendarUid('conference', conference.slug, this.publicUrl), sequence: 0, startsAt, endsAt, title, place: textFor(conference.city, locale),
        url: `${this.publicUrl}/${locale}/conferences/${conference.slug}`, changedAt: startsAt,
      }],
    });
    const made: Attachment = { filename: `${conference.slug}.ics`, contentType: 'text/calendar; charset=utf-8', content, method: 'PUBLISH' };
    this.calendars.set(locale, made);
    return made;
  }
}

// In a zone that skips the very hour, the day begins with the next one.
function at(wallClock: string, zone: string): Date {
  const found = instantOf(wallClock, zone);
  return found instanceof Date ? found : new Date(`${wallClock}:00Z`);
}

// A button is of no use on paper; where it leads to stands in the letter that carries it.
function partsOf(block: Block): readonly PrintedPart[] {
  if ('p' in block) return [{ kind: 'text', text: block.p }];
  if ('rich' in block) return [{ kind: 'text', text: plain(block.rich) }];
  if ('heading' in block) return [{ kind: 'heading', text: block.heading }];
  if ('note' in block) return [{ kind: 'note', text: block.note }];
  if ('list' in block) return [{ kind: 'list', isOrdered: block.list.isOrdered, items: block.list.items.map(plain) }];
  if ('facts' in block) return [{ kind: 'facts', facts: block.facts }];
  return 'rule' in block ? [{ kind: 'rule' }] : [];
}

function plain(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('');
}
