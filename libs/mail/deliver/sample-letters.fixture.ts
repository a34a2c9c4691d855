import { defineLetter } from '../letter.js';

export interface SampleProps {
  readonly name: string;
}

export const sample = defineLetter<SampleProps>('mail.sample', {
  samples: [{ name: 'Ān 🙂' }],
  render: ({ name }, { publicUrl }) => ({
    subject: `您好，${name}`,
    preheader: '这是一封信',
    blocks: [{ p: `尊敬的 ${name}：` }, { button: { label: '查看', url: `${publicUrl}/x?a=1&b=2` } }, { qr: { text: 'HG1.X', alt: '入场二维码' } }],
    attachments: [{ filename: '日程.ics', contentType: 'text/calendar; charset=utf-8', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', method: 'PUBLISH' }],
  }),
});

export const urgentSample = defineLetter<SampleProps>('mail.urgent-sample', {
  urgent: true, samples: [{ name: 'Ann' }], render: ({ name }) => ({ subject: name, preheader: name, blocks: [{ p: name }] }),
});
