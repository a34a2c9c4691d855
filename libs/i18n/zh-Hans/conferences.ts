import type { conferences as en } from '../en/conferences.js';
import type { TranslationOf } from '../messages.js';

export const conferences: TranslationOf<typeof en> = {
  'state.conference.DRAFT': '草稿',
  'state.conference.PUBLISHED': '已发布',
  'state.conference.OPEN': '报名开放',
  'state.conference.CLOSED': '报名截止',
  'state.conference.ARCHIVED': '已归档',
  'conference.move.PUBLISH': '发布',
  'conference.move.OPEN': '开放报名',
  'conference.move.CLOSE': '截止报名',
  'conference.move.ARCHIVE': '归档',
  'conference.host.HOST': '主办单位',
  'conference.host.CO_HOST': '联合主办单位',
  'conference.host.ORGANISER': '承办单位',
  'conference.host.SUPPORTER': '支持单位',

  'refusal.series.unknown': '未找到该系列会议。',
  'refusal.conference.unknown': '未找到该会议。',
  'refusal.conference.archived': '该会议已归档，不能再修改。',
  'refusal.conference.zone-settled': '大会公开后，时区不可更改。',
  'refusal.category.changed-meanwhile': '此表单刚刚被他人修改。请先查看，再重新修改。',
  'refusal.conference.changed-meanwhile': '其他人刚刚修改了该会议，请查看最新内容后再试。',
  'refusal.conference.move-illegal': `{state, select,
    DRAFT {草稿须先发布。}
    OPEN {报名正在进行，请先截止报名。}
    ARCHIVED {该会议已归档，不再变动。}
    other {会议在当前状态下不能进行此操作。}}`,
  'refusal.conference.no-category': '请先添加参会类别，否则无人可以报名。',
  'refusal.cursor.malformed': '找不到列表的这一页，请从第一页重新开始。',

  'problem.slug-reserved': '该网址由网站自身使用，请另选一个。',
  'problem.slug-taken': '该网址已被使用，请另选一个。',
  'problem.key-twice': '该键名重复，请各用不同的键名。',
  'problem.series.region-twice': '该地区已在轮值名单中。',
  'problem.conference.override-unexplained': '本届轮到{next}主办，请说明为何由其他地区主办。',
  'problem.host.website': '请填写以 https:// 开头的网址。',
  'problem.form.no-options-here': '只有选择题才有选项。',
  'problem.form.condition-not-earlier': '条件只能引用前面的问题。',
  'problem.form.condition-kind': '条件只能引用选择题、是非题或国家题。',
  'problem.answer.question-unknown': '该问题已不在表单中。',
  'problem.answer.twice': '该题重复作答，请只答一次。',
  'problem.answer.wrong-kind': '答案的类型与问题不符。',
  'problem.answer.one-choice': '请只选一项。',
};
