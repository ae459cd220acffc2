import { baseName } from '../../core/file-paths.ts';
import { locales } from '../../i18n/translate.ts';
import type { Speech } from '../../ui/speech.svelte.ts';
import { describeError } from '../describe-error.ts';
import type { Step } from './step.svelte.ts';
import type { WatchedFile } from './step-watch.ts';

/** One sentence about a file or folder that is kept in step, and how it is to be taken. */
export interface StepWords {
  text: string;
  tone: 'good' | 'wait' | 'warn' | 'loss';
}

const TONES = {
  read: 'good',
  reading: 'wait',
  resting: 'wait',
  failed: 'loss',
  gone: 'warn',
  detached: 'warn',
} as const;

export function stepWords(step: Step, speech: Speech): StepWords {
  const { name, status, files } = step;
  if (status === 'paused' || status === 'not-allowed')
    return { text: speech.say(`step.${status}`, { name }), tone: 'warn' };
  if (status === 'unreachable') {
    const reason = step.failure ? ` ${describeError(step.failure, speech).message}` : '';
    return { text: `${speech.say('step.unreachable', { name })}${reason}`, tone: 'loss' };
  }
  const [file] = files;
  // Until the first look it is not known to be there.
  if (!step.isFolder && !file) return { text: speech.say('step.reading', { name }), tone: 'wait' };
  if (!step.isFolder && file) return fileWords(file, speech);
  const last = Math.max(...files.map(({ readAt }) => readAt ?? 0));
  const time = last > 0 ? timeOf(last, speech) : 'none';
  return {
    text: speech.say('step.folder.read', { name, count: files.filter(({ status }) => status !== 'gone').length, time }),
    tone: 'good',
  };
}

export function fileWords({ path, status, readAt, failure }: WatchedFile, speech: Speech): StepWords {
  const key = status === 'failed' && readAt === undefined ? 'step.failed.never' : `step.${status}`;
  const time = readAt === undefined ? '–' : timeOf(readAt, speech);
  const said = speech.say(key, { name: baseName(path), time });
  const reason = status === 'failed' && failure ? ` ${describeError(failure, speech).message}` : '';
  return { text: `${said}${reason}`, tone: TONES[status] };
}

/** Of another day with its date: it may have been read before the page was loaded. */
function timeOf(milliseconds: number, { language }: Speech): string {
  const [at, now] = [new Date(milliseconds), new Date()];
  const format = new Intl.DateTimeFormat(
    locales[language],
    at.toDateString() === now.toDateString()
      ? { hour: '2-digit', minute: '2-digit' }
      : { dateStyle: 'medium', timeStyle: 'short' },
  );
  return format.format(at);
}
