import type { ReadyMade } from './ready-made.js';

export const arabic: ReadyMade = {
  INVITATION: {
    subject: 'دعوة: {{ conference.title }}، {{ conference.dates }}',
    preheader: 'يشرّفنا أن نرحّب بكم في {{ conference.place }}.',
    body: `{% if contact.formal_name %}{{ contact.formal_name }} المحترم/ة{% else %}السيدات والسادة الأفاضل{% endif %}

تحية طيبة وبعد،

باسم اللجنة المنظِّمة، نتشرّف بدعوتكم{% if contact.organisation %}، ومن خلالكم {{ contact.organisation }}،{% endif %} إلى حضور **{{ conference.title }}** الذي سيُعقد في {{ conference.place }}.

- **التاريخ:** {{ conference.dates }}
- **المكان:** {{ conference.place }}
{% if invitation.category %}- **صفة الدعوة:** {{ invitation.category }}
{% endif %}{% if invitation.sponsor %}- **بدعوة من:** {{ invitation.sponsor }}
{% endif %}
إنّ خبرتكم ومكانتكم ستُثريان أعمالنا، وحضوركم شرف لنا جميعًا.

[الرد على الدعوة]({{ invitation.link }})

{% if reply.deadline %}نرجو التكرّم بالرد قبل **{{ reply.deadline }}**. {% endif %}هذا الرابط شخصي، فنرجو عدم مشاركته. وإن تعذّر حضوركم فيمكنكم الاعتذار عبر الصفحة نفسها.

نتطلّع إلى الترحيب بكم، وتفضّلوا بقبول فائق الاحترام والتقدير.

اللجنة المنظِّمة
{% if invitation.expires_on %}
> هذه الدعوة صالحة حتى {{ invitation.expires_on }}.
{% endif %}`,
  },
  REMINDER: {
    subject: 'تذكير بدعوتنا: {{ conference.title }}',
    preheader: '{% if reply.deadline %}نرجو التكرّم بالرد قبل {{ reply.deadline }}.{% else %}نرجو التكرّم بالرد.{% endif %}',
    body: `{% if contact.formal_name %}{{ contact.formal_name }} المحترم/ة{% else %}السيدات والسادة الأفاضل{% endif %}

تحية طيبة وبعد،

سبق أن تشرّفنا بدعوتكم إلى **{{ conference.title }}** ({{ conference.dates }}، {{ conference.place }}). ولم يصلنا ردّكم بعد، ولا يزال مكانكم محفوظًا.

[الرد على الدعوة]({{ invitation.link }})

{% if reply.deadline %}نرجو التكرّم بالرد قبل **{{ reply.deadline }}**. {% endif %}تكفينا كلمة واحدة، سواء تيسّر حضوركم أم لا.

وإن كنتم قد أرسلتم ردّكم فنرجو إهمال هذه الرسالة مع خالص الشكر.

وتفضّلوا بقبول فائق الاحترام والتقدير.

اللجنة المنظِّمة`,
  },
  THANKS: {
    subject: 'مع خالص الشكر: {{ conference.title }}',
    preheader: 'تشرّفنا بحضوركم في {{ conference.city }}.',
    body: `{% if contact.formal_name %}{{ contact.formal_name }} المحترم/ة{% else %}السيدات والسادة الأفاضل{% endif %}

تحية طيبة وبعد،

اختُتمت أعمال **{{ conference.title }}**، ونتقدّم إليكم بأصدق الشكر على حضوركم إلى {{ conference.city }} وعلى كل ما قدّمتموه لمداولاته.

ونحن على ثقة بأنّ ما بدأناه معًا سيؤتي ثماره في الأشهر المقبلة. وثائق المؤتمر متاحة على صفحته.

[فتح صفحة المؤتمر]({{ conference.link }})

نأمل أن نتشرّف بلقائكم مجددًا.

مع الامتنان وفائق الاحترام والتقدير،

اللجنة المنظِّمة`,
  },
};
