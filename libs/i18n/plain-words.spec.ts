import { describe, expect, it } from '@jest/globals';
import { english } from './en/index.js';
import { simplifiedChinese } from './zh-Hans/index.js';

/** What developers say to each other; whoever runs a conference says it otherwise. */
const SHOP_TALK = /\b(api|async|backend|boolean|cache|cron|daemon|dns|endpoint|enum|exception|frontend|graphql|ids?|idempoten\w*|json|jobs?|keyset|markdown|metadata|migrations?|mutation|null|parse[drs]?|payload|queue[ds]?|query|regex|runtime|schema|slug|sql|string|timestamp|undefined|uuid|webhook|workers?)\b/i;
/** Where the word is the thing itself: a process of the server, which is called so where it is started; a file by its name; the queues, where whoever runs the house looks into them. */
const MEANT = ['console.house.no-worker', 'console.intake.file-lead', 'console.house.queues', 'console.house.queues.hint'];
/** What is filled in, and what the syntax of plurals says, nobody reads. */
const spoken = (text: string): string => text.replace(/\{\w+(, (plural|number|select)(?=,|\}))?/g, ' ');

describe('what the house says', () => {
  it('is what somebody who is no developer would say', () => {
    const said = [...Object.entries(english), ...Object.entries(simplifiedChinese)].filter(([key, text]) => !MEANT.includes(key) && SHOP_TALK.test(spoken(text)));
    expect(said.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
    expect([spoken('{queue, plural, one {# file} other {# files}} of {json}'), 'Run the migrations.', 'Their ID card'].map((text) => SHOP_TALK.test(text))).toEqual([false, true, true]);
  });
});
