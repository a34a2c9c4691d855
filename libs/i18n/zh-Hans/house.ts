import type { house as en } from '../en/house.js';
import type { TranslationOf } from '../messages.js';

export const house: TranslationOf<typeof en> = {
  'refusal.input.invalid': '{count, plural, =0 {请检查您填写的内容。} other {有 # 处内容需要修改，请查看标出的栏目。}}',
  'refusal.limit.busy': '此刻请求过多，未作任何更改，请重试。',
  'refusal.fault.try-again': '处理这一项时我方出现问题，未作更改。请重试；如仍失败，请告知编号 {faultId}。',
  'refusal.limit.reached': '操作过于频繁，请{seconds, plural, =0 {稍候} other { # 秒后}}再试。',
  'refusal.idempotency.conflict': '此请求已提交过，且内容不同。',
  'refusal.not-found': '未找到相关内容。',
  'refusal.conflict': '该内容刚被他人修改，请查看最新版本后再试。',
  'problem.required': '此项必填。',
  'problem.too-long': '请勿超过 {max, number} 个字符。',
  'problem.too-short': '请至少填写 {min, number} 个字符。',
  'problem.too-small': '请填写不小于 {min, number} 的数值。',
  'problem.too-large': '请填写不大于 {max, number} 的数值。',
  'problem.too-many': '最多可选 {max, number} 项。',
  'problem.malformed': '格式有误，请核对。',
  'problem.unknown': '没有这个选项。',
  'problem.forbidden-characters': '含有不可使用的字符，请重新填写。',
  'problem.date-malformed': '请填写日期，例如 2026-06-01。',
  'problem.date-in-past': '请填写今后的日期。',
  'problem.ends-before-start': '结束时间须晚于开始时间。',
  'fault.internal': '系统出现问题。如需联系我们，请注明编号 {faultId}。',
  'problem.key-malformed': '只能使用小写字母、数字和连字符。',
  'problem.locale-unknown': '无法识别该语言标签。',
  'problem.zone-unknown': '无法识别该时区。',
};
