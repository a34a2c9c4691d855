import type { ReadyMade } from './ready-made.js';

export const french: ReadyMade = {
  INVITATION: {
    subject: 'Invitation : {{ conference.title }}, {{ conference.dates }}',
    preheader: 'Nous serions honorés de vous accueillir à {{ conference.place }}.',
    body: `{% if contact.formal_name %}{{ contact.formal_name }},{% else %}Madame, Monsieur,{% endif %}

Au nom du Comité d’organisation, nous avons l’honneur de vous inviter{% if contact.organisation %}, ainsi que {{ contact.organisation }},{% endif %} à la **{{ conference.title }}**, qui se tiendra à {{ conference.place }}.

- **Dates :** {{ conference.dates }}
- **Lieu :** {{ conference.place }}
{% if invitation.category %}- **Vous êtes invité(e) en qualité de :** {{ invitation.category }}
{% endif %}{% if invitation.sponsor %}- **À l’invitation de :** {{ invitation.sponsor }}
{% endif %}
Votre expérience et votre autorité enrichiraient nos travaux, et votre présence serait pour nous tous un privilège.

[Répondre à l’invitation]({{ invitation.link }})

{% if reply.deadline %}Nous vous saurions gré de bien vouloir nous répondre avant le **{{ reply.deadline }}**. {% endif %}Ce lien vous est personnel ; nous vous prions de ne pas le transmettre. Si vous ne pouviez être des nôtres, vous pourrez y décliner l’invitation.

Dans l’attente du plaisir de vous accueillir, nous vous prions d’agréer l’expression de notre très haute considération.

Le Comité d’organisation
{% if invitation.expires_on %}
> Cette invitation est valable jusqu’au {{ invitation.expires_on }}.
{% endif %}`,
  },
  REMINDER: {
    subject: 'Rappel de notre invitation : {{ conference.title }}',
    preheader: '{% if reply.deadline %}Nous vous saurions gré de votre réponse avant le {{ reply.deadline }}.{% else %}Nous vous saurions gré de votre réponse.{% endif %}',
    body: `{% if contact.formal_name %}{{ contact.formal_name }},{% else %}Madame, Monsieur,{% endif %}

Nous avons eu l’honneur de vous inviter à la **{{ conference.title }}** ({{ conference.dates }}, {{ conference.place }}). Nous n’avons pas encore eu le plaisir de vous lire, et votre place vous reste réservée.

[Répondre à l’invitation]({{ invitation.link }})

{% if reply.deadline %}Pourrions-nous vous prier de nous répondre avant le **{{ reply.deadline }}** ? {% endif %}Un mot suffit, que vous puissiez venir ou non.

Si votre réponse a croisé ce courrier, nous vous prions de ne pas en tenir compte et vous remercions.

Nous vous prions d’agréer l’expression de notre très haute considération.

Le Comité d’organisation`,
  },
  THANKS: {
    subject: 'Avec nos remerciements : {{ conference.title }}',
    preheader: 'Ce fut un honneur de vous compter parmi nous à {{ conference.city }}.',
    body: `{% if contact.formal_name %}{{ contact.formal_name }},{% else %}Madame, Monsieur,{% endif %}

La **{{ conference.title }}** vient de s’achever. Nous vous remercions très sincèrement d’être venu(e) à {{ conference.city }} et de tout ce que vous avez apporté à ses échanges.

Nous avons confiance que ce qui y fut entrepris portera ses fruits dans les mois à venir. Les documents de la conférence se trouvent sur sa page.

[Ouvrir la page de la conférence]({{ conference.link }})

Nous espérons avoir de nouveau l’honneur de vous accueillir.

Avec notre gratitude et l’expression de notre très haute considération,

Le Comité d’organisation`,
  },
};
