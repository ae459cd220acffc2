import type { Speech } from '../../../ui/speech.svelte.ts';

/** What CodeMirror says in English, and the dictionary's `sql.phrase.<name>` for it. */
const PHRASES = {
  Find: 'find',
  Replace: 'replaceWith',
  next: 'next',
  previous: 'previous',
  all: 'all',
  'match case': 'matchCase',
  regexp: 'regexp',
  'by word': 'byWord',
  replace: 'replace',
  'replace all': 'replaceAll',
  close: 'close',
  'current match': 'current',
  'on line': 'onLine',
  'replaced match on line $': 'replacedOne',
  'replaced $ matches': 'replacedMany',
  'Go to line': 'goToLine',
  go: 'go',
  'Fold line': 'fold',
  'Unfold line': 'unfoldLine',
  'folded code': 'folded',
  unfold: 'unfold',
  to: 'to',
  Completions: 'completions',
  Diagnostics: 'diagnostics',
  'No diagnostics': 'noDiagnostics',
  'Control character': 'controlCharacter',
  'Selection deleted': 'selectionDeleted',
};

/** The editor's own words in the language of the page. */
export function editorPhrases(speech: Pick<Speech, 'say'>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(PHRASES).map(([english, name]) => [english, speech.say(`sql.phrase.${name}`)]),
  );
}
