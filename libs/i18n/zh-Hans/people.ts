import type { people as en } from '../en/people.js';
import type { TranslationOf } from '../messages.js';

export const people: TranslationOf<typeof en> = {
  'problem.name.no-letter': '姓名至少要有一个字母或文字。',
  'problem.name.not-latin': '此处请按护照填写拉丁字母，其他文字另有一栏。',
  'problem.country.unknown': '请从列表中选择国家或地区。',
  'problem.phone.malformed': '这不像电话号码。请以 + 和国家代码开头，例如 +86。',
  'problem.document.number': '请按证件填写号码：4 至 24 位字母和数字。',
  'problem.document.expired': '该证件届时已过期。',
  'person.document.PASSPORT': '护照',
  'person.document.IDENTITY_CARD': '身份证',
  'person.document.TRAVEL_PERMIT': '通行证',
  'person.document.OTHER': '其他证件',
};
