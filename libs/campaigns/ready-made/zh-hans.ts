import type { ReadyMade } from './ready-made.js';

export const simplifiedChinese: ReadyMade = {
  INVITATION: {
    subject: '诚邀出席{{ conference.title }}（{{ conference.dates }}）',
    preheader: '敬请拨冗莅临，共襄盛会。{{ conference.place }}恭候您的光临。',
    body: `{% if contact.formal_name %}尊敬的{{ contact.formal_name }}：{% else %}尊敬的女士/先生：{% endif %}

您好！

谨代表大会组委会，诚挚邀请您{% if contact.organisation %}及{{ contact.organisation }}{% endif %}拨冗出席**{{ conference.title }}**。

- **时间：** {{ conference.dates }}
- **地点：** {{ conference.place }}
{% if invitation.category %}- **出席身份：** {{ invitation.category }}
{% endif %}{% if invitation.sponsor %}- **邀请单位：** {{ invitation.sponsor }}
{% endif %}
您德高望重、经验丰富，您的莅临将使大会增辉，我们深以为荣。

[回复邀请]({{ invitation.link }})

{% if reply.deadline %}敬请于**{{ reply.deadline }}**前赐复。{% endif %}上述链接仅供您本人使用，请勿转发。如不克出席，亦可通过该链接婉辞。

恭候光临，顺颂时祺！

大会组委会 敬邀
{% if invitation.expires_on %}
> 本邀请函有效期至{{ invitation.expires_on }}。
{% endif %}`,
  },
  REMINDER: {
    subject: '敬候赐复：{{ conference.title }}邀请函',
    preheader: '{% if reply.deadline %}敬请于{{ reply.deadline }}前赐复。{% else %}敬候赐复。{% endif %}',
    body: `{% if contact.formal_name %}尊敬的{{ contact.formal_name }}：{% else %}尊敬的女士/先生：{% endif %}

您好！

日前曾奉函诚邀您出席**{{ conference.title }}**（{{ conference.dates }}，{{ conference.place }}）。因尚未收到您的答复，特再次致函，您的席位我们仍为您保留。

[回复邀请]({{ invitation.link }})

{% if reply.deadline %}敬请于**{{ reply.deadline }}**前赐复。{% endif %}无论能否出席，均盼告知，以便我们妥为安排。

如您已经答复，请忽略此函，并致谢忱。

顺颂时祺！

大会组委会 敬上`,
  },
  THANKS: {
    subject: '衷心感谢您出席{{ conference.title }}',
    preheader: '感谢您莅临{{ conference.city }}，与我们共襄盛会。',
    body: `{% if contact.formal_name %}尊敬的{{ contact.formal_name }}：{% else %}尊敬的女士/先生：{% endif %}

您好！

**{{ conference.title }}**已圆满落幕。承蒙您拨冗莅临{{ conference.city }}，并为大会贡献真知灼见，组委会谨致以最诚挚的谢意。

愿以此次盛会为契机，推动各项合作落地生根。大会资料请见会议网页。

[打开会议网页]({{ conference.link }})

期待再次与您相聚。敬祝身体健康，事业顺遂！

大会组委会 敬上`,
  },
};
