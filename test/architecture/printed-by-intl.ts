import ts from 'typescript';
import { violation } from './violation.js';
import type { Violation } from './violation.js';

const LABELS = /^(label|hint|alt|title|placeholder|aria-label)$/;
const JOINED_BY_HAND = /^(, | \/ |、)$/;

/**
 * Numbers and lists that a page prints without asking the reader's language: 1,200 is 1.200 elsewhere, and "A, B and C" is
 * joined otherwise in each language.
 */
export function printedByHand(program: ts.Program, file: ts.SourceFile, path: string): readonly Violation[] {
  const checker = program.getTypeChecker();
  const found: Violation[] = [];
  const report = (what: string, node: ts.Node, saying: string): void => {
    found.push(violation(what, path, saying, file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1));
  };
  const reportNumbers = (expressions: readonly ts.Expression[]): void => {
    for (const node of expressions) if (isNumber(checker.getTypeAtLocation(node))) report('number', node, 'a page prints numbers by number() of useTexts(), in the reader’s language');
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent))) {
      if (node.expression !== undefined) reportNumbers(ts.isTemplateExpression(node.expression) ? partsOf(node.expression) : [node.expression]);
    } else if (ts.isTemplateExpression(node) && LABELS.test(labelOf(node))) {
      reportNumbers(partsOf(node));
    } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'join') {
      const [separator] = node.arguments;
      // What a field holds is not read but edited: commas part it, as its hint says.
      if (separator !== undefined && ts.isStringLiteral(separator) && JOINED_BY_HAND.test(separator.text) && !isInField(node)) {
        report('list', node, 'a page prints lists by list() or either() of useTexts(), in the reader’s language');
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function partsOf(template: ts.TemplateExpression): readonly ts.Expression[] {
  return template.templateSpans.map(({ expression }) => expression);
}

/** What is handed to a component to be shown (ReactNode) may be anything; its parts are looked at where they are written. */
function isNumber(type: ts.Type): boolean {
  const flags = flagsOf(type);
  return flags.some((one) => (one & (ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike)) !== 0) && !flags.some((one) => (one & ts.TypeFlags.Object) !== 0);
}

function flagsOf(type: ts.Type): readonly ts.TypeFlags[] {
  return type.isUnion() ? type.types.flatMap(flagsOf) : [type.flags];
}

/** The property or attribute whose value a template is. */
function labelOf({ parent }: ts.TemplateExpression): string {
  if (ts.isPropertyAssignment(parent)) return parent.name.getText();
  return ts.isJsxExpression(parent) && ts.isJsxAttribute(parent.parent) ? parent.parent.name.getText() : '';
}

function isInField(node: ts.Node): boolean {
  for (let at = node.parent as ts.Node | undefined; at !== undefined; at = at.parent as ts.Node | undefined) {
    if (ts.isJsxAttribute(at) && at.name.getText() === 'value') return true;
  }
  return false;
}
