import ts from 'typescript';

const TEXT_OF_A_PAGE = new Set(['JSXElement', 'JSXFragment']);
const LABELS = /^(label|hint|alt|title|placeholder|aria-label)$/;
const JOINED_BY_HAND = /^(, | \/ |、)$/;

/** A number or a list that a page prints without asking the reader's language: 1,200 is 1.200 elsewhere, and "A, B and C" is joined otherwise in each language. */
export const printedByIntl = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      number: 'A page prints numbers by number() of useTexts(), in the reader’s language.',
      list: 'A page prints lists by list() or either() of useTexts(), in the reader’s language.',
    },
  },
  create(context) {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
    const checker = program.getTypeChecker();
    const kindsOf = (type) => (type.isUnion() ? type.types.flatMap(kindsOf) : [type.flags]);
    // What is handed to a component to be shown (ReactNode) may be anything; its parts are looked at where they are written.
    const isNumber = (node) => {
      const kinds = kindsOf(checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(node)));
      return kinds.some((flags) => (flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike)) !== 0) && !kinds.some((flags) => (flags & ts.TypeFlags.Object) !== 0);
    };
    const parts = (node) => (node.type === 'TemplateLiteral' ? node.expressions : node.type === 'JSXEmptyExpression' ? [] : [node]);
    return {
      JSXExpressionContainer({ parent, expression }) {
        if (!TEXT_OF_A_PAGE.has(parent.type)) return;
        for (const node of parts(expression).filter(isNumber)) context.report({ node, messageId: 'number' });
      },
      TemplateLiteral({ parent, expressions }) {
        const labelled = parent.type === 'Property' ? parent.key.name : parent.type === 'JSXExpressionContainer' && parent.parent.type === 'JSXAttribute' ? parent.parent.name.name : '';
        if (LABELS.test(labelled)) for (const node of expressions.filter(isNumber)) context.report({ node, messageId: 'number' });
      },
      'CallExpression[callee.property.name=join]'(node) {
        const [separator] = node.arguments;
        // What a field holds is not read but edited: commas part it, as its hint says.
        const isField = context.sourceCode.getAncestors(node).some((one) => one.type === 'JSXAttribute' && one.name.name === 'value');
        if (!isField && separator?.type === 'Literal' && JOINED_BY_HAND.test(String(separator.value))) context.report({ node, messageId: 'list' });
      },
    };
  },
};
