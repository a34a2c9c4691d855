import ts from 'typescript';

export interface Found {
  readonly text: string;
  readonly line: number;
}

/** What the rules want to know of one TypeScript module. */
export interface ModuleShape {
  /** Every module it names: import, export from, import type, import(), require(). */
  readonly imports: readonly Found[];
  readonly exports: readonly Found[];
  readonly environmentReads: readonly Found[];
  /** `it.skip`, `describe.only`, `xit` and their kind. */
  readonly silencedTests: readonly Found[];
}

const SILENCERS = new Set(['skip', 'only', 'todo', 'failing']);
const RUNNERS = new Set(['it', 'test', 'describe']);
const SHORT_SILENCERS = /^(x|f)(it|test|describe)$/;

export function shapeOf(path: string, text: string): ModuleShape {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const shape = { imports: [] as Found[], exports: [] as Found[], environmentReads: [] as Found[], silencedTests: [] as Found[] };
  const found = (node: ts.Node, name: string): Found => ({ text: name, line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1 });
  const visit = (node: ts.Node): void => {
    const module = moduleNamedBy(node);
    if (module !== undefined) shape.imports.push(found(node, module));
    if (readsEnvironment(node)) shape.environmentReads.push(found(node, 'process.env'));
    const silencer = silencerIn(node);
    if (silencer !== undefined) shape.silencedTests.push(found(node, silencer));
    for (const name of exportedNames(node)) shape.exports.push(found(node, name));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return shape;
}

function moduleNamedBy(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return literal(node.argument.literal);
  if (ts.isExternalModuleReference(node)) return literal(node.expression);
  if (!ts.isCallExpression(node)) return undefined;
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  return isImport || isRequire ? literal(node.arguments[0]) : undefined;
}

function literal(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}

function readsEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return isProcess(node.expression) && node.name.text === 'env';
  if (ts.isElementAccessExpression(node)) return isProcess(node.expression) && literal(node.argumentExpression) === 'env';
  if (ts.isVariableDeclaration(node) && node.initializer !== undefined && isProcess(node.initializer)) {
    return ts.isObjectBindingPattern(node.name) && node.name.elements.some((part) => nameOf(part.propertyName ?? part.name) === 'env');
  }
  if (ts.isImportDeclaration(node) && /^(node:)?process$/.test(literal(node.moduleSpecifier) ?? '')) {
    const bindings = node.importClause?.namedBindings;
    return bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.some((part) => nameOf(part.propertyName ?? part.name) === 'env');
  }
  return false;
}

function isProcess(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return node.text === 'process';
  return ts.isPropertyAccessExpression(node) && node.name.text === 'process' && ts.isIdentifier(node.expression) && node.expression.text === 'globalThis';
}

function silencerIn(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && SILENCERS.has(node.name.text)) {
    const root = node.expression.getText().split('.')[0] ?? '';
    if (RUNNERS.has(root)) return `${root}.${node.name.text}`;
  }
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && SHORT_SILENCERS.test(node.expression.text) ? node.expression.text : undefined;
}

function exportedNames(node: ts.Node): readonly string[] {
  if (ts.isExportSpecifier(node)) return [nameOf(node.name)];
  const isExported = ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!isExported) return [];
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  const isNamed = ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)
    || ts.isTypeAliasDeclaration(node) || ts.isEnumDeclaration(node);
  return isNamed && node.name !== undefined ? [node.name.text] : [];
}

function boundNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((part) => (ts.isOmittedExpression(part) ? [] : boundNames(part.name)));
}

function nameOf(node: ts.Node): string {
  return ts.isIdentifier(node) || ts.isStringLiteral(node) ? node.text : '';
}
