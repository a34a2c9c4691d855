import { Conferences } from '#conferences';
import type { Conference } from '#conferences';
import type { Actor } from '#identity';
import { isId, isRefusal, refuse, textFor } from '#kernel';
import type { AudienceId, CampaignId, ConferenceId, MailTemplateId, Refusal } from '#kernel';
import { MailingLayout } from '#mail';
import type { FilledText } from '#mail';
import { SETTINGS, UnitOfWork } from '#platform';
import type { Settings } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Audience } from '../audience/audience.entity.js';
import { AudienceDesk } from '../audience/audience-desk.js';
import type { AudienceFilter } from '../audience/audience-filter.js';
import { readersOf } from '../audience/readers-of.js';
import { Campaign } from '../campaign.entity.js';
import { conferenceFor, mayCampaign } from '../campaigns.policy.js';
import { CampaignPress } from '../sending/campaign-press.js';
import { Launch } from '../sending/launch.js';
import { CompiledTemplate } from './compiled-template.js';
import { MailTemplate } from './mail-template.entity.js';
import { SAMPLE_READER, worstCases } from './worst-cases.js';
import type { PreviewReader } from './worst-cases.js';

export interface Preview {
  readonly reader: PreviewReader;
  /** In which of the template's languages it is written. */
  readonly locale: string;
  readonly subject: string;
  readonly preheader: string;
  /** The whole letter as a mailbox shows it; the way out leads nowhere in a preview. */
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly { readonly filename: string; readonly bytes: number }[];
}

export interface PreviewInput {
  readonly templateId: MailTemplateId;
  /** All contacts of the series where absent, and no campaign is given either. */
  readonly audienceId?: AudienceId | null | undefined;
  /** Whose readers it is shown to, whichever template it has by now. */
  readonly campaignId?: CampaignId | null | undefined;
  /** Only in this language, with a made-up reader where nobody reads it. */
  readonly locale?: string | null | undefined;
}

const EVERYBODY: AudienceFilter = { withoutInvited: false, withoutRegistered: false };

/** Shows a template as real contacts will read it, those first with whom it is most likely to look wrong. */
@Injectable()
export class PreviewTemplate {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly press: CampaignPress, private readonly launch: Launch,
    private readonly audience: AudienceDesk,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async run(actor: Actor, input: PreviewInput): Promise<readonly Preview[] | Refusal> {
    const em = this.work.reader;
    const template = isId(input.templateId) ? await em.findOneBy(MailTemplate, { id: input.templateId }) : null;
    if (template === null) return refuse('template.unknown');
    const conference = await conferenceFor(this.conferences, em, actor, template.conferenceId, 'campaigns.edit');
    if (isRefusal(conference)) return conference;
    const filter = await this.readers(input, conference.id);
    if (isRefusal(filter)) return filter;
    // Registrations are named to those only who may read them; others see the letter as a contact reads it.
    const isOpen = filter.registrations === undefined || mayCampaign(actor, 'registration.read', conference);
    const { uses } = CompiledTemplate.of(template.texts, template.fallbacks);
    const readers = await worstCases(em, this.audience, conference, isOpen ? filter : EVERYBODY, { locales: Object.keys(template.texts), fallbacks: template.fallbacks, uses });
    const previews = await this.draw(conference, template, readers);
    if (input.locale == null) return previews;
    const inLocale = previews.filter(({ locale }) => locale === input.locale);
    return inLocale.length > 0 ? inLocale : (await this.draw(conference, template, [{ ...SAMPLE_READER, locale: input.locale }])).filter(({ locale }) => locale === input.locale);
  }

  private async readers({ audienceId, campaignId }: PreviewInput, conferenceId: ConferenceId): Promise<AudienceFilter | Refusal> {
    const em = this.work.reader;
    if (campaignId != null) {
      const campaign = isId(campaignId) ? await em.findOneBy(Campaign, { id: campaignId, conferenceId, isTest: false }) : null;
      return campaign === null ? refuse('campaign.unknown') : await readersOf(em, campaign) ?? EVERYBODY;
    }
    if (audienceId == null) return EVERYBODY;
    const audience = isId(audienceId) ? await em.findOneBy(Audience, { id: audienceId, conferenceId }) : null;
    return audience?.filter ?? refuse('audience.unknown');
  }

  private async draw(conference: Conference, template: MailTemplate, readers: readonly PreviewReader[]): Promise<Preview[]> {
    const print = await this.press.letters(await this.launch.freeze(this.work.reader, template, conference), null);
    return readers.map((reader) => {
      const { locale, content } = print(reader.locale, reader.props);
      const around = { content, sender: textFor(conference.title, locale), address: reader.props.address, unsubscribeUrl: `${this.settings.PUBLIC_URL}/${locale}` };
      const layout = new MailingLayout(locale);
      return {
        reader, locale, subject: content.subject, preheader: content.preheader, html: whole(layout.html(around)), text: whole(layout.text(around)),
        attachments: (content.attachments ?? []).map((one) => ({ filename: one.filename, bytes: Buffer.byteLength(one.content) })),
      };
    });
  }
}

function whole({ fixed, filled }: FilledText): string {
  return fixed.map((part, at) => part + (filled[at] ?? '')).join('');
}
