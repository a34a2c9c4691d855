import type { ReadyMade } from './ready-made.js';

export const english: ReadyMade = {
  INVITATION: {
    subject: 'Invitation: {{ conference.title }}, {{ conference.dates }}',
    preheader: 'We would be honoured to welcome you in {{ conference.place }}.',
    body: `{% if contact.formal_name %}Dear {{ contact.formal_name }},{% else %}Dear Sir or Madam,{% endif %}

On behalf of the Organising Committee, we have the honour to invite you{% if contact.organisation %}, and through you {{ contact.organisation }},{% endif %} to the **{{ conference.title }}**, to be held in {{ conference.place }}.

- **Dates:** {{ conference.dates }}
- **Place:** {{ conference.place }}
{% if invitation.category %}- **You are invited as:** {{ invitation.category }}
{% endif %}{% if invitation.sponsor %}- **At the invitation of:** {{ invitation.sponsor }}
{% endif %}
Your experience and your standing would enrich our deliberations, and your presence would be a privilege to us all.

[Reply to the invitation]({{ invitation.link }})

{% if reply.deadline %}We should be most grateful for your reply by **{{ reply.deadline }}**. {% endif %}The link is personal; please do not pass it on. Should you be unable to attend, you may decline there.

We very much look forward to welcoming you.

With the assurance of our highest consideration,

The Organising Committee
{% if invitation.expires_on %}
> This invitation is valid until {{ invitation.expires_on }}.
{% endif %}`,
  },
  REMINDER: {
    subject: 'A reminder of our invitation: {{ conference.title }}',
    preheader: '{% if reply.deadline %}We should be grateful for your reply by {{ reply.deadline }}.{% else %}We should be grateful for your reply.{% endif %}',
    body: `{% if contact.formal_name %}Dear {{ contact.formal_name }},{% else %}Dear Sir or Madam,{% endif %}

Some time ago we had the honour to invite you to the **{{ conference.title }}** ({{ conference.dates }}, {{ conference.place }}). We have not yet had the pleasure of hearing from you, and your place is still kept.

[Reply to the invitation]({{ invitation.link }})

{% if reply.deadline %}May we ask for your reply by **{{ reply.deadline }}**? {% endif %}A word is enough, whether you are able to attend or not.

If your reply has crossed this letter, please accept our thanks and disregard it.

With our highest consideration,

The Organising Committee`,
  },
  THANKS: {
    subject: 'With our thanks: {{ conference.title }}',
    preheader: 'It was an honour to have you with us in {{ conference.city }}.',
    body: `{% if contact.formal_name %}Dear {{ contact.formal_name }},{% else %}Dear Sir or Madam,{% endif %}

The **{{ conference.title }}** has come to its close. We thank you most sincerely for coming to {{ conference.city }}, and for all that you gave to its discussions.

What was begun there will, we trust, bear fruit in the months to come. The documents of the conference are found on its page.

[Open the conference’s page]({{ conference.link }})

We hope to have the honour of welcoming you again.

With gratitude and our highest consideration,

The Organising Committee`,
  },
};
