import type { ReadyMade } from './ready-made.js';

export const portuguese: ReadyMade = {
  INVITATION: {
    subject: 'Convite: {{ conference.title }}, {{ conference.dates }}',
    preheader: 'Seria para nós uma honra recebê-lo(a) em {{ conference.place }}.',
    body: `{% if contact.formal_name %}Excelentíssimo(a) {{ contact.formal_name }},{% else %}Excelentíssimos Senhores,{% endif %}

Em nome da Comissão Organizadora, temos a honra de convidar V. Ex.ª{% if contact.organisation %}, e por seu intermédio {{ contact.organisation }},{% endif %} para a **{{ conference.title }}**, que terá lugar em {{ conference.place }}.

- **Datas:** {{ conference.dates }}
- **Local:** {{ conference.place }}
{% if invitation.category %}- **Convite na qualidade de:** {{ invitation.category }}
{% endif %}{% if invitation.sponsor %}- **A convite de:** {{ invitation.sponsor }}
{% endif %}
A sua experiência e o seu prestígio enriqueceriam os nossos trabalhos, e a sua presença seria um privilégio para todos nós.

[Responder ao convite]({{ invitation.link }})

{% if reply.deadline %}Muito agradeceríamos a sua resposta até **{{ reply.deadline }}**. {% endif %}A ligação é pessoal; pedimos-lhe que não a partilhe. Caso não lhe seja possível comparecer, poderá declinar o convite na mesma página.

Na expectativa de o(a) receber, apresentamos os protestos da nossa mais elevada consideração.

A Comissão Organizadora
{% if invitation.expires_on %}
> Este convite é válido até {{ invitation.expires_on }}.
{% endif %}`,
  },
  REMINDER: {
    subject: 'Lembrança do nosso convite: {{ conference.title }}',
    preheader: '{% if reply.deadline %}Muito agradeceríamos a sua resposta até {{ reply.deadline }}.{% else %}Muito agradeceríamos a sua resposta.{% endif %}',
    body: `{% if contact.formal_name %}Excelentíssimo(a) {{ contact.formal_name }},{% else %}Excelentíssimos Senhores,{% endif %}

Há algum tempo tivemos a honra de convidar V. Ex.ª para a **{{ conference.title }}** ({{ conference.dates }}, {{ conference.place }}). Ainda não tivemos o prazer de receber a sua resposta, e o seu lugar continua reservado.

[Responder ao convite]({{ invitation.link }})

{% if reply.deadline %}Poderíamos pedir-lhe que nos responda até **{{ reply.deadline }}**? {% endif %}Bastam algumas palavras, quer possa comparecer, quer não.

Se a sua resposta se cruzou com esta carta, queira desconsiderá-la e aceitar os nossos agradecimentos.

Com a nossa mais elevada consideração,

A Comissão Organizadora`,
  },
  THANKS: {
    subject: 'Com os nossos agradecimentos: {{ conference.title }}',
    preheader: 'Foi uma honra contar com a sua presença em {{ conference.city }}.',
    body: `{% if contact.formal_name %}Excelentíssimo(a) {{ contact.formal_name }},{% else %}Excelentíssimos Senhores,{% endif %}

A **{{ conference.title }}** chegou ao fim. Agradecemos muito sinceramente a sua vinda a {{ conference.city }} e tudo o que trouxe aos debates.

Confiamos que o que ali se iniciou dará frutos nos próximos meses. Os documentos da conferência encontram-se na sua página.

[Abrir a página da conferência]({{ conference.link }})

Esperamos ter de novo a honra de o(a) receber.

Com gratidão e a nossa mais elevada consideração,

A Comissão Organizadora`,
  },
};
