import type { agenda as en } from '../en/agenda.js';
import type { TranslationOf } from '../messages.js';

export const agenda: TranslationOf<typeof en> = {
  'agenda.calendar.name': '我的日程：{conference}',
  'letter.agenda.dear': '尊敬的{name}：',
  'letter.agenda.when': '时间',
  'letter.agenda.where': '地点',
  'letter.agenda.until': '答复截止',
  'letter.agenda.zone': '以上时间均为{zone}。',
  'letter.agenda.place-offered.subject': '{kind, select, CATEGORY {为您保留了{conference}的名额} other {为您保留了名额：{title}}}',
  'letter.agenda.place-offered.preheader': '名额为您保留至{until}。',
  'letter.agenda.place-offered.text': '{kind, select, CATEGORY {{conference}（{title}）空出一个名额，您是候补名单上的下一位。} DEPARTURE {考察路线“{title}”空出{party, plural, other { # }}个座位，您是候补名单上的下一位。} other {{title}空出一个名额，您是候补名单上的下一位。}}我们为您保留至{until}，逾期将转给下一位。',
  'letter.agenda.place-offered.answer': '接受或放弃',
  'letter.agenda.place-offered.note': '无需登录即可答复。如与您已有的安排时间冲突，可一步更换。',
  'letter.agenda.offer-expired.subject': '名额保留已到期：{title}',
  'letter.agenda.offer-expired.preheader': '{conference}',
  'letter.agenda.offer-expired.text': '{kind, select, CATEGORY {{conference}（{title}）的名额曾为您保留至{until}。因未收到您的答复，名额已转给下一位，您的报名也随之结束。} other {“{title}”的名额曾为您保留至{until}。因未收到您的答复，名额已转给下一位。如仍有兴趣，欢迎重新加入候补名单。}}',
  'letter.agenda.offer-expired.look': '{kind, select, CATEGORY {查看我的报名} other {查看我的日程}}',
  'letter.agenda.reminder.subject': '{conference}即将开幕',
  'letter.agenda.reminder.preheader': '{dates}，{city}',
  'letter.agenda.reminder.text': '{conference}将于{dates}在{city}举行，期待您的光临。{count, plural, =0 {} other {以下是您已选定的安排。}}如不能出席，请撤回报名，以便他人使用您的名额。',
  'letter.agenda.reminder.agenda': '您的日程',
  'letter.agenda.reminder.look': '查看我的日程',
  'letter.agenda.reminder.note': '入场凭证见报名确认信，也可在您的报名页面查看。',
};
