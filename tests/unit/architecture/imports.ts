import { posix } from 'node:path';
import ts from 'typescript';
import { scriptOf, type SourceFiles } from './source-files.ts';

export interface Import {
  from: string;
  /** A path from the root for files of ours, otherwise the package's specifier. */
  to: string;
  ours: boolean;
  typeOnly: boolean;
  /** `import(…)`, or started as a worker. */
  lazy: boolean;
  /** `new URL(…, import.meta.url)`. */
  worker: boolean;
  reExport: boolean;
}

export function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, kind: Partial<Import> = {}) => {
    const ours = specifier.startsWith('.');
    const to = ours ? posix.join(posix.dirname(file), specifier.split('?')[0] ?? '') : specifier;
    found.push({ from: file, to, ours, typeOnly: false, lazy: false, worker: false, reExport: false, ...kind });
  };

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(textOf(node.moduleSpecifier), { typeOnly: isTypeOnly(node.importClause) });
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      add(textOf(node.moduleSpecifier), { typeOnly: node.isTypeOnly, reExport: true });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(textOf(node.argument.literal), { typeOnly: true });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteralLike(argument)) add(argument.text, { lazy: true });
    } else if (isModuleUrl(node)) add(textOf(node.arguments![0]!), { lazy: true, worker: true });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, scriptOf(file, text), ts.ScriptTarget.Latest));

  if (file.endsWith('.svelte')) {
    const markup = text.replaceAll(/<script[^>]*>[\s\S]*?<\/script>/g, '');
    for (const [, specifier] of markup.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)) add(specifier!, { lazy: true });
  }
  return found;
}

export function allImports(files: SourceFiles): Import[] {
  return [...files].flatMap(([file, text]) => importsOf(file, text));
}

function textOf(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : '';
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const bindings = clause.namedBindings;
  if (clause.name || !bindings || !ts.isNamedImports(bindings)) return false;
  return bindings.elements.length > 0 && bindings.elements.every((element) => element.isTypeOnly);
}

function isModuleUrl(node: ts.Node): node is ts.NewExpression {
  return (
    ts.isNewExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'URL' &&
    node.arguments?.length === 2 &&
    ts.isStringLiteralLike(node.arguments[0]!) &&
    /^\.{1,2}\//.test(textOf(node.arguments[0]!)) &&
    node.arguments[1]!.kind === ts.SyntaxKind.PropertyAccessExpression
  );
}
