import type { Locale } from '#i18n';

export interface FooterWords {
  /** Why the reader has it; `{address}` is filled in. */
  readonly sentTo: string;
  readonly unsubscribe: string;
}

/** The foot of a mailing's letters in every language that templates are written in; the catalogues are whole in three of them. */
export const FOOTER_WORDS: Readonly<Record<Locale, FooterWords>> = {
  'en': { sentTo: 'This letter was sent to {address}. You can reply to it.', unsubscribe: 'Do not write to me again' },
  'zh-Hans': { sentTo: '本邮件发送至 {address}，可直接回复。', unsubscribe: '不再接收此类邮件' },
  'zh-Hant': { sentTo: '本郵件發送至 {address}，可直接回覆。', unsubscribe: '不再接收此類郵件' },
  'ar': { sentTo: 'أُرسلت هذه الرسالة إلى {address}. يمكنكم الرد عليها.', unsubscribe: 'لا ترسلوا إليّ رسائل أخرى' },
  'es': { sentTo: 'Esta carta se envió a {address}. Puede responderla.', unsubscribe: 'No deseo recibir más cartas' },
  'fr': { sentTo: 'Cette lettre a été envoyée à {address}. Vous pouvez y répondre.', unsubscribe: 'Ne plus recevoir ces lettres' },
  'ru': { sentTo: 'Это письмо отправлено на адрес {address}. На него можно ответить.', unsubscribe: 'Больше не присылать писем' },
  'pt': { sentTo: 'Esta carta foi enviada para {address}. Pode responder-lhe.', unsubscribe: 'Não quero receber mais cartas' },
  'id': { sentTo: 'Surat ini dikirim ke {address}. Anda dapat membalasnya.', unsubscribe: 'Jangan kirimi saya surat lagi' },
  'th': { sentTo: 'จดหมายฉบับนี้ส่งถึง {address} ท่านสามารถตอบกลับได้', unsubscribe: 'ไม่ต้องการรับจดหมายอีก' },
  'vi': { sentTo: 'Thư này được gửi tới {address}. Quý vị có thể trả lời thư.', unsubscribe: 'Không gửi thư cho tôi nữa' },
};
