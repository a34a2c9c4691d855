import { defineLetter } from '#mail';
import { OFFER_LINK } from '../offer-link.js';
import { dear, offerFacts, sampleCategoryOffer, sampleOffer, sampleVisitOffer, wordsOf } from './offer-letter.js';
import type { OfferLetterProps } from './offer-letter.js';

/** A freed place, with the link that answers for it until it ends. */
export const placeOfferedLetter = defineLetter<OfferLetterProps>('agenda.place-offered', {
  samples: [sampleOffer, sampleCategoryOffer, sampleVisitOffer],
  render: (props, context) => {
    const words = wordsOf(props, context);
    const url = `${context.publicUrl}/${context.locale}/offers/${props.offerId}?token=${context.linkToken(OFFER_LINK, props.offerId)}`;
    return {
      subject: context.t('letter.agenda.place-offered.subject', words),
      preheader: context.t('letter.agenda.place-offered.preheader', words),
      blocks: [
        dear(props, context),
        { p: context.t('letter.agenda.place-offered.text', words) },
        ...offerFacts(props, context, true),
        { button: { label: context.t('letter.agenda.place-offered.answer'), url } },
        { note: context.t('letter.agenda.place-offered.note') },
      ],
    };
  },
});
