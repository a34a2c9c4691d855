import type { ReadyMade } from './ready-made.js';

export const spanish: ReadyMade = {
  INVITATION: {
    subject: 'Invitación: {{ conference.title }}, {{ conference.dates }}',
    preheader: 'Sería para nosotros un honor recibirle en {{ conference.place }}.',
    body: `{% if contact.formal_name %}Distinguido/a {{ contact.formal_name }}:{% else %}Distinguido/a señor/a:{% endif %}

En nombre del Comité Organizador, tenemos el honor de invitarle{% if contact.organisation %}, y por su digno conducto a {{ contact.organisation }},{% endif %} a la **{{ conference.title }}**, que se celebrará en {{ conference.place }}.

- **Fechas:** {{ conference.dates }}
- **Lugar:** {{ conference.place }}
{% if invitation.category %}- **Se le invita en calidad de:** {{ invitation.category }}
{% endif %}{% if invitation.sponsor %}- **Por invitación de:** {{ invitation.sponsor }}
{% endif %}
Su experiencia y su prestigio enriquecerían nuestros trabajos, y su presencia sería un privilegio para todos nosotros.

[Responder a la invitación]({{ invitation.link }})

{% if reply.deadline %}Le agradeceríamos que tuviera a bien responder antes del **{{ reply.deadline }}**. {% endif %}El enlace es personal; le rogamos que no lo comparta. Si no le fuera posible asistir, puede declinar la invitación en esa misma página.

A la espera de poder darle la bienvenida, aprovechamos la ocasión para reiterarle el testimonio de nuestra más alta consideración.

El Comité Organizador
{% if invitation.expires_on %}
> Esta invitación es válida hasta el {{ invitation.expires_on }}.
{% endif %}`,
  },
  REMINDER: {
    subject: 'Recordatorio de nuestra invitación: {{ conference.title }}',
    preheader: '{% if reply.deadline %}Le agradeceríamos su respuesta antes del {{ reply.deadline }}.{% else %}Le agradeceríamos su respuesta.{% endif %}',
    body: `{% if contact.formal_name %}Distinguido/a {{ contact.formal_name }}:{% else %}Distinguido/a señor/a:{% endif %}

Hace algún tiempo tuvimos el honor de invitarle a la **{{ conference.title }}** ({{ conference.dates }}, {{ conference.place }}). Aún no hemos tenido el gusto de recibir su respuesta, y su lugar sigue reservado.

[Responder a la invitación]({{ invitation.link }})

{% if reply.deadline %}¿Podríamos rogarle que nos responda antes del **{{ reply.deadline }}**? {% endif %}Nos bastan unas palabras, tanto si puede asistir como si no.

Si su respuesta se ha cruzado con esta carta, le rogamos que no la tenga en cuenta y acepte nuestro agradecimiento.

Con nuestra más alta consideración,

El Comité Organizador`,
  },
  THANKS: {
    subject: 'Con nuestro agradecimiento: {{ conference.title }}',
    preheader: 'Fue un honor contar con su presencia en {{ conference.city }}.',
    body: `{% if contact.formal_name %}Distinguido/a {{ contact.formal_name }}:{% else %}Distinguido/a señor/a:{% endif %}

La **{{ conference.title }}** ha llegado a su fin. Le agradecemos muy sinceramente que viniera a {{ conference.city }} y todo lo que aportó a sus debates.

Confiamos en que lo iniciado allí dará sus frutos en los próximos meses. Los documentos de la conferencia están disponibles en su página.

[Abrir la página de la conferencia]({{ conference.link }})

Esperamos tener de nuevo el honor de recibirle.

Con gratitud y nuestra más alta consideración,

El Comité Organizador`,
  },
};
