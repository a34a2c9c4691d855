import { defineLetter } from '#mail';
import { dear, sampleCategoryOffer, sampleOffer, sampleVisitOffer, wordsOf } from './offer-letter.js';
import type { OfferLetterProps } from './offer-letter.js';

/** An offer that ended without an answer. Who has the place now is not said: the next in the line, or nobody where the line is over. */
export const offerExpiredLetter = defineLetter<OfferLetterProps>('agenda.offer-expired', {
  samples: [sampleOffer, { ...sampleOffer, lineIsOver: true }, sampleCategoryOffer, sampleVisitOffer],
  render: (props, context) => {
    const words = wordsOf(props, context);
    const path = props.kind === 'CATEGORY' ? `registrations/${props.registrationId}` : `conferences/${props.conference.slug}/agenda`;
    return {
      subject: context.t('letter.agenda.offer-expired.subject', words),
      preheader: context.t('letter.agenda.offer-expired.preheader', words),
      blocks: [
        dear(props, context),
        { p: context.t('letter.agenda.offer-expired.text', words) },
        { button: { label: context.t('letter.agenda.offer-expired.look', words), url: `${context.publicUrl}/${context.locale}/${path}` } },
      ],
    };
  },
});
