import type { mail as en } from '../en/mail.js';
import type { TranslationOf } from '../messages.js';

export const mail: TranslationOf<typeof en> = {
  'letter.layout.sent-to': '本邮件发送至 {address}。',
  'letter.layout.automatic': '本邮件由系统自动发送，请勿直接回复。',
  'refusal.message.unknown': '未找到该邮件。',
  'refusal.message.not-unclear': '该邮件的送达情况已经确定。',
  'state.message.PENDING': '待发送',
  'state.message.SENDING': '发送中',
  'state.message.SENT': '已发送',
  'state.message.DEFERRED': '稍后重试',
  'state.message.FAILED': '被拒收',
  'state.message.UNCLEAR': '是否送达不明',
  'state.message.CANCELLED': '已取消',
  'state.message.BOUNCED': '被退回',
  'state.message.SUPPRESSED': '不予发送',
  'refusal.mailing.unknown': '未找到该群发。',
  'refusal.mailing.wrong-state': '该群发当前的状态不允许此操作。',
};
