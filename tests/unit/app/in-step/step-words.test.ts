import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fileWords, stepWords } from '../../../../src/app/in-step/step-words.ts';
import type { Step } from '../../../../src/app/in-step/step.svelte.ts';
import { Speech } from '../../../../src/ui/speech.svelte.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date(2025, 2, 8, 12) }));
afterEach(() => void vi.useRealTimers());

const said = (readAt: Date, language: 'en' | 'es' = 'en'): string => {
  const speech = new Speech();
  speech.language = language;
  return fileWords({ path: 'in/orders.csv', status: 'read', readAt: readAt.getTime() }, speech).text;
};

describe('stepWords', () => {
  it('calls a file that was not looked at yet by no count of files', () => {
    const step = { name: 'orders.csv', status: 'running', isFolder: false, files: [] } as unknown as Step;
    expect(stepWords(step, new Speech()).text).toBe('Reading orders.csv');
  });
});

describe('fileWords', () => {
  it('says at which time a file was read today, and on which day before', () => {
    expect(said(new Date(2025, 2, 8, 9, 15))).toBe('In step with orders.csv · last read 09:15');
    expect(said(new Date(2025, 2, 7, 9, 15))).toBe('In step with orders.csv · last read 7 Mar 2025, 09:15');
    expect(said(new Date(2025, 2, 7, 9, 15), 'es')).toBe('Al día con orders.csv · última lectura: 7 mar 2025, 9:15');
  });
});
