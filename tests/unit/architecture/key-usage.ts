import ts from 'typescript';
import { scriptOf, withoutComments, type SourceFiles, type Violation } from './source-files.ts';

interface Usage {
  /** Keys that are said by name. */
  keys: Map<string, string>;
  /** Keys said by a pattern, `question.${id}.title`. */
  patterns: Map<string, RegExp>;
  /** Codes of thrown errors. */
  codes: Map<string, string>;
  /** Every text of the code, for keys that lie in tables and are said elsewhere. */
  texts: Set<string>;
}

const SAYING = new Set(['say', 'message', 'marked', 'translate']);
const KEY = /^[a-z0-9-]+(\.[\w@-]+)+$/i;

export function usageOf(files: SourceFiles): Usage {
  const usage: Usage = { keys: new Map(), patterns: new Map(), codes: new Map(), texts: new Set() };
  for (const [file, text] of files) {
    if (file.startsWith('src/i18n/en') || file.startsWith('src/i18n/es')) continue;
    for (const program of programsOf(file, text)) collect(file, program, usage);
  }
  return usage;
}

/** A component's markup is read expression by expression. */
function programsOf(file: string, text: string): ts.SourceFile[] {
  const parse = (code: string): ts.SourceFile => ts.createSourceFile('x.ts', code, ts.ScriptTarget.Latest, true);
  if (!file.endsWith('.svelte')) return [parse(text)];
  const markup = withoutComments(text).replaceAll(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '');
  return [
    parse(scriptOf(file, text)),
    ...expressionsOf(markup).map((code) => parse(`(${code})`)),
    ...attributesOf(markup).map(parse),
  ];
}

function expressionsOf(markup: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < markup.length; i += 1) {
    if (markup[i] === '{' && depth++ === 0) start = i + 1;
    else if (markup[i] === '}' && --depth === 0)
      found.push(markup.slice(start, i).replace(/^[#:@/](\w+\s+if|\w+)?/, ''));
  }
  return found;
}

function attributesOf(markup: string): string[] {
  return [...markup.matchAll(/=("[^"{}]*"|'[^'{}]*')/g)].map(([, literal]) => `(${literal})`);
}

function collect(file: string, program: ts.SourceFile, { keys, patterns, codes, texts }: Usage): void {
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.add(node.text);
    if (ts.isTemplateExpression(node)) {
      const pattern = patternOf(node);
      if (pattern) patterns.set(`${file} ${node.getText(program)}`, pattern);
    }
    if (ts.isCallExpression(node) && SAYING.has(nameOf(node.expression))) {
      for (const key of literalsIn(node.arguments[0])) if (KEY.test(key)) keys.set(key, file);
    }
    if (ts.isNewExpression(node) && nameOf(node.expression) === 'AppError') {
      for (const code of literalsIn(node.arguments?.[0])) codes.set(code, file);
    }
    ts.forEachChild(node, visit);
  };
  visit(program);
}

function nameOf(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : '';
}

/** The texts an argument can be: itself, or either side of a choice. */
function literalsIn(node: ts.Node | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literalsIn(node.whenTrue), ...literalsIn(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return literalsIn(node.expression);
  if (ts.isBinaryExpression(node)) return [...literalsIn(node.left), ...literalsIn(node.right)];
  return [];
}

/** Only a pattern that begins with an area says something about keys. */
function patternOf(template: ts.TemplateExpression): RegExp | undefined {
  if (!/^[a-z-]+\./.test(template.head.text)) return undefined;
  const parts = [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
  return new RegExp(`^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`);
}

/** Keys and error codes that the code says and no dictionary has. */
export function unknownKeys({ keys, codes }: Usage, dictionary: Readonly<Record<string, string>>): Violation[] {
  const unknown = [...keys]
    .filter(([key]) => !(key in dictionary))
    .map(([key, file]) => `${file} says ${key}` as const);
  const speechless = [...codes].flatMap(([code, file]) =>
    [`error.${code}`, `error.${code}.hint`]
      .filter((key) => !(key in dictionary))
      .map((key) => `${file} needs ${key}` as const),
  );
  return [...unknown, ...speechless];
}

/** Patterns in calls that no key of the dictionary fits. */
export function emptyPatterns({ patterns }: Usage, dictionary: Readonly<Record<string, string>>): Violation[] {
  const areas = new Set(Object.keys(dictionary).map((key) => key.split('.')[0]));
  return [...patterns]
    .filter(([, pattern]) => areas.has(/^\^([a-z-]+)\\\./.exec(pattern.source)?.[1] ?? ''))
    .filter(([, pattern]) => !Object.keys(dictionary).some((key) => pattern.test(key)))
    .map(([where]) => `${where} fits no key` as Violation);
}

/** Keys of the dictionary that nothing says. */
export function unusedKeys({ patterns, texts }: Usage, dictionary: Readonly<Record<string, string>>): string[] {
  const general = [...patterns.values()].filter(({ source }) => !source.startsWith('^error\\.'));
  return Object.keys(dictionary).filter((key) => {
    const code = /^error\.(.+?)(\.hint)?$/.exec(key)?.[1];
    if (code) return !texts.has(code) && !texts.has(key);
    return !texts.has(key) && !general.some((pattern) => pattern.test(key));
  });
}
