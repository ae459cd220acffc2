import { autocompletion, closeCompletion } from '@codemirror/autocomplete';
import { sql, SQLDialect } from '@codemirror/lang-sql';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, Prec } from '@codemirror/state';
import { keymap, tooltips } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { basicSetup, EditorView } from 'codemirror';
import { columnSource, type CompletionSchema } from './completion-schema.ts';

/** What a query that reads can say; DuckDB's statements that write are refused anyway. */
const duckdb = SQLDialect.define({
  keywords:
    'all and anti any as asc asof at between by case cast collate columns cross cube current cycle desc describe distinct else end escape except exclude exists explain fetch filter first following for from full glob group grouping having ilike in inner intersect interval into is isnull join last lateral left like limit match natural not notnull null nulls of offset on only or order ordinality outer over partition pivot positional preceding qualify range recursive rename replace respect right rollup row rows sample select semi sets show similar some summarize table tablesample then ties to unbounded union unnest unpivot using values when where window with within',
  builtin:
    'abs age approx_count_distinct arg_max arg_min array_agg avg bool_and bool_or ceil coalesce concat contains corr count covar_pop cume_dist date_add date_diff date_part date_sub date_trunc day dense_rank epoch exp first_value floor format generate_series greatest histogram hour if ifnull lag last_day last_value lead least len length list ln log lower ltrim make_date max mad median min minute mode month monthname nth_value ntile nullif percent_rank pow power quantile_cont quantile_disc quarter rank regexp_extract regexp_matches regexp_replace replace round row_number rtrim sign split_part sqrt starts_with stddev stddev_samp strftime string_agg strptime substr substring sum trim trunc try_cast unnest upper var_pop var_samp week weekday year',
  types:
    'bigint blob boolean date decimal double float hugeint integer interval json real smallint struct text time timestamp tinyint ubigint uinteger uuid varchar',
  operatorChars: '+-*/<>=~!@#%^&|`?:',
  doubleDollarQuotedStrings: true,
  caseInsensitiveIdentifiers: true,
});

const highlighting = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--warn)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--series-4)' },
  { tag: [tags.typeName, tags.standard(tags.name)], color: 'var(--series-3)' },
  { tag: tags.comment, color: 'var(--ink-3)', fontStyle: 'italic' },
]);

const look = EditorView.theme({
  '&': { backgroundColor: 'var(--surface)', color: 'var(--ink)', fontSize: '13px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', minHeight: '148px', maxHeight: '44vh' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '10px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--ink-3)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--sunken) 55%, transparent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 24%, transparent)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-soft)' },
  '.cm-selectionMatch': { backgroundColor: 'var(--accent-soft)' },
  '.cm-tooltip, .cm-panels': {
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    border: '1px solid var(--line-strong)',
    borderRadius: '6px',
    boxShadow: 'var(--shadow-float)',
    overflow: 'hidden',
    zIndex: '40',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', fontSize: '12px', maxHeight: '240px' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--accent-soft)', color: 'var(--ink)' },
  '.cm-completionDetail': { color: 'var(--ink-3)', fontStyle: 'normal' },
  '.cm-completionIcon': { display: 'none' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--loss)', fontFamily: 'var(--font)', padding: '6px 10px' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--loss)',
    textUnderlineOffset: '3px',
  },
});

export interface EditorOptions {
  text: string;
  describedBy: string;
  onChange: (text: string) => void;
  /** Ctrl-Enter or ⌘-Enter; `text` is what is selected, or all. */
  onRun: (text: string, offset: number) => void;
}

export interface SqlEditor {
  /** What would be run: the selected part, or all. */
  chosen(): { text: string; offset: number };
  replace(text: string): void;
  complete(schema: CompletionSchema): void;
  /** Its name and its own words, in the language of the page. */
  speak(label: string, phrases: Record<string, string>): void;
  /** Underlines the place of an error and goes there; nothing takes the mark away. */
  mark(error: { offset: number; message: string } | undefined): void;
  focus(): void;
  destroy(): void;
}

export function createEditor(parent: HTMLElement, options: EditorOptions): SqlEditor {
  const language = new Compartment();
  const words = new Compartment();
  const languageOf = (schema: CompletionSchema) => [
    sql({ dialect: duckdb, schema: schema.namespace }),
    duckdb.language.data.of({ autocomplete: columnSource(schema) }),
  ];
  const run = (): boolean => {
    closeCompletion(view);
    const { text, offset } = chosen();
    options.onRun(text, offset);
    return true;
  };
  const view = new EditorView({
    parent,
    doc: options.text,
    extensions: [
      Prec.highest(
        keymap.of([
          { key: 'Mod-Enter', run },
          { key: 'Ctrl-Enter', run },
        ]),
      ),
      basicSetup,
      // On the page itself, so that no card cuts them off.
      tooltips({ position: 'fixed', parent: document.body }),
      autocompletion({ icons: false, maxRenderedOptions: 80 }),
      language.of(languageOf({ namespace: {}, tables: [] })),
      syntaxHighlighting(highlighting),
      look,
      EditorState.tabSize.of(2),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-describedby': options.describedBy }),
      words.of([]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) options.onChange(update.state.doc.toString());
      }),
    ],
  });

  function chosen(): { text: string; offset: number } {
    const { from, to, empty } = view.state.selection.main;
    return empty
      ? { text: view.state.doc.toString(), offset: 0 }
      : { text: view.state.sliceDoc(from, to), offset: from };
  }

  return {
    chosen,
    replace(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    complete(schema) {
      view.dispatch({ effects: language.reconfigure(languageOf(schema)) });
    },
    speak(label, phrases) {
      const extensions = [EditorView.contentAttributes.of({ 'aria-label': label }), EditorState.phrases.of(phrases)];
      view.dispatch({ effects: words.reconfigure(extensions) });
    },
    mark(error) {
      const { state } = view;
      const from = Math.min(error?.offset ?? 0, state.doc.length);
      const word = state.wordAt(from);
      const to = Math.max(word?.to ?? from + 1, from + 1);
      const found = error
        ? [{ from, to: Math.min(to, state.doc.length), severity: 'error' as const, message: error.message }]
        : [];
      view.dispatch(setDiagnostics(state, found));
      if (error) view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
