import { defineLetter } from '../letter.js';

/** A letter with every block, to look at. */
export const specimen = defineLetter<{ readonly name: string }>('mail.specimen', {
  samples: [{ name: 'Adaeze Nwachukwu-Okonkwo' }],
  render: ({ name }, { locale, publicUrl }) => (locale === 'zh-Hans' ? {
    subject: '您的报名已确认：2026 年海外华商合作发展大会',
    preheader: '请保存入场二维码。6 月 1 日，重庆见。',
    blocks: [
      { p: `尊敬的 ${name} 女士：` },
      { p: '您好！您的参会报名已经确认。我们期待 6 月在重庆与您相见。' },
      { facts: [
        { label: '会议', value: '2026 年海外华商合作发展大会（重庆）' }, { label: '时间', value: '2026 年 6 月 1 日至 3 日' },
        { label: '地点', value: '重庆国际会议中心\n重庆市南岸区南坪会展路 1 号' }, { label: '报名编号', value: 'CQ26-7KM3Q9' },
      ] },
      { button: { label: '查看我的报名', url: `${publicUrl}/r/7KM3Q9` } },
      { heading: '入场二维码' },
      { p: '请在入场时出示此二维码，手机显示或打印均可。' },
      { qr: { text: 'HG1.CQ26-7KM3Q9.ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRSTU', alt: '入场二维码，编号 CQ26-7KM3Q9' } },
      { note: '如无法参会，请在 5 月 20 日前通过上面的链接取消，以便将名额留给候补代表。' },
    ],
  } : {
    subject: 'Your place is confirmed: Overseas Chinese Cooperation & Development Conference 2026',
    preheader: 'Keep the QR code below. See you in Chongqing on 1 June.',
    blocks: [
      { p: `Dear ${name},` },
      { p: 'Your registration is confirmed. We look forward to welcoming you to Chongqing in June.' },
      { facts: [
        { label: 'Conference', value: 'Overseas Chinese Cooperation & Development Conference 2026' }, { label: 'When', value: '1–3 June 2026' },
        { label: 'Where', value: 'Chongqing International Convention Centre\n1 Nanping Huizhan Road, Nan’an District' }, { label: 'Your code', value: 'CQ26-7KM3Q9' },
      ] },
      { button: { label: 'See my registration', url: `${publicUrl}/r/7KM3Q9` } },
      { heading: 'Your ticket' },
      { p: 'Show this code at the entrance, on your phone or on paper.' },
      { qr: { text: 'HG1.CQ26-7KM3Q9.ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRSTU', alt: 'Ticket code CQ26-7KM3Q9' } },
      { note: 'If you cannot come, please cancel by 20 May through the link above, so that someone on the waiting list may have your place.' },
    ],
  }),
});
