import type { places as en } from '../en/places.js';
import type { TranslationOf } from '../messages.js';

export const places: TranslationOf<typeof en> = {
  'refusal.places.full': '{remaining, plural, =0 {名额已满} other {仅剩 # 个名额}}，您可以加入候补名单。',
  'refusal.places.no-line': '{remaining, plural, =0 {名额已满} other {仅剩 # 个名额}}，且不设候补名单。',
  'refusal.places.line-full': '{remaining, plural, =0 {名额已满} other {仅剩 # 个名额}}，候补名单也已满。',
  'refusal.places.already': '{state, select, WAITING {您已在此候补名单中。} OFFERED {已为您保留一个名额，请先答复。} other {您已有此名额。}}',
  'refusal.places.holder-gone': '此报名当前无效，无法占用名额。',
  'refusal.places.below-taken': '已占用 {taken, plural, other {#}} 个名额，名额总数不能低于此数。',
  'refusal.places.not-held': '没有可以更换的名额。',
  'refusal.places.not-waiting': '此报名不在候补名单中。',
  'refusal.agenda.clash': '与您已有的安排时间冲突，或前往所需的时间不足。',
  'refusal.offer.unknown': '此名额不存在，或您已答复。',
  'refusal.offer.expired': '保留时间已过，名额已转给下一位。',
  'refusal.places.unknown': '找不到此名额。',
  'refusal.agenda.nothing-in-the-way': '此处没有时间冲突，无需特别安排。',
};
