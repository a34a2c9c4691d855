import type { Rule } from 'eslint';

export const printedByIntl: Rule.RuleModule;
