import type { ReadyMade } from './ready-made.js';

export const indonesian: ReadyMade = {
  INVITATION: {
    subject: 'Undangan: {{ conference.title }}, {{ conference.dates }}',
    preheader: 'Merupakan kehormatan bagi kami untuk menyambut Anda di {{ conference.place }}.',
    body: `{% if contact.formal_name %}Yang terhormat {{ contact.formal_name }},{% else %}Bapak/Ibu yang terhormat,{% endif %}

Atas nama Panitia Penyelenggara, dengan hormat kami mengundang Bapak/Ibu{% if contact.organisation %} beserta {{ contact.organisation }}{% endif %} untuk menghadiri **{{ conference.title }}** yang akan diselenggarakan di {{ conference.place }}.

- **Tanggal:** {{ conference.dates }}
- **Tempat:** {{ conference.place }}
{% if invitation.category %}- **Diundang sebagai:** {{ invitation.category }}
{% endif %}{% if invitation.sponsor %}- **Atas undangan:** {{ invitation.sponsor }}
{% endif %}
Pengalaman dan kepemimpinan Bapak/Ibu akan memperkaya pembahasan kita, dan kehadiran Bapak/Ibu merupakan kehormatan bagi kami semua.

[Jawab undangan]({{ invitation.link }})

{% if reply.deadline %}Kami mohon kesediaan Bapak/Ibu untuk menjawab paling lambat **{{ reply.deadline }}**. {% endif %}Tautan ini bersifat pribadi; mohon tidak diteruskan kepada orang lain. Apabila berhalangan hadir, Bapak/Ibu dapat menyampaikannya melalui halaman yang sama.

Kami sangat menantikan kehadiran Bapak/Ibu.

Hormat kami,

Panitia Penyelenggara
{% if invitation.expires_on %}
> Undangan ini berlaku hingga {{ invitation.expires_on }}.
{% endif %}`,
  },
  REMINDER: {
    subject: 'Pengingat undangan: {{ conference.title }}',
    preheader: '{% if reply.deadline %}Kami mohon jawaban Bapak/Ibu paling lambat {{ reply.deadline }}.{% else %}Kami mohon jawaban Bapak/Ibu.{% endif %}',
    body: `{% if contact.formal_name %}Yang terhormat {{ contact.formal_name }},{% else %}Bapak/Ibu yang terhormat,{% endif %}

Beberapa waktu lalu kami mendapat kehormatan untuk mengundang Bapak/Ibu ke **{{ conference.title }}** ({{ conference.dates }}, {{ conference.place }}). Kami belum menerima jawaban, dan tempat bagi Bapak/Ibu masih kami sediakan.

[Jawab undangan]({{ invitation.link }})

{% if reply.deadline %}Kami mohon jawaban paling lambat **{{ reply.deadline }}**. {% endif %}Jawaban singkat sudah cukup, baik dapat hadir maupun tidak.

Apabila Bapak/Ibu telah menjawab, mohon abaikan surat ini dan terimalah ucapan terima kasih kami.

Hormat kami,

Panitia Penyelenggara`,
  },
  THANKS: {
    subject: 'Ucapan terima kasih: {{ conference.title }}',
    preheader: 'Suatu kehormatan dapat menyambut Bapak/Ibu di {{ conference.city }}.',
    body: `{% if contact.formal_name %}Yang terhormat {{ contact.formal_name }},{% else %}Bapak/Ibu yang terhormat,{% endif %}

**{{ conference.title }}** telah usai. Kami mengucapkan terima kasih yang setulus-tulusnya atas kehadiran Bapak/Ibu di {{ conference.city }} dan atas segala sumbangan pemikiran yang diberikan.

Kami percaya bahwa apa yang telah dimulai akan membuahkan hasil dalam bulan-bulan mendatang. Dokumen konferensi tersedia di halamannya.

[Buka halaman konferensi]({{ conference.link }})

Kami berharap dapat kembali menyambut Bapak/Ibu.

Dengan rasa terima kasih dan hormat,

Panitia Penyelenggara`,
  },
};
