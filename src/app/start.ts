import '../ui/theme.css';
import { mount } from 'svelte';
import { Speech } from '../ui/speech.svelte.ts';
import { startWorkbench } from '../workbench/client.ts';
import App from './App.svelte';
import { Preferences } from './preferences.svelte.ts';
import { createScripting } from './scripting.ts';
import { Session } from './session.svelte.ts';
import { isDemo } from './demo/demo.svelte.ts';
import { missingFeatures } from './support.ts';
import Unsupported from './Unsupported.svelte';

/** Starts the engines beside the page, and offers `window.redito` at once. */
export function start(target: HTMLElement, version: string): void {
  const speech = new Speech();
  const preferences = new Preferences(speech);
  const missing = missingFeatures();
  if (missing.length > 0) {
    mount(Unsupported, { target, props: { speech, missing } });
    return;
  }
  // A demonstration leaves the workspace that this browser has alone.
  const workbench = startWorkbench();
  const session = new Session(workbench, speech, isDemo(location.search));
  workbench.onEnd(() => void session.reopen());
  workbench.onStop(() => void session.look());
  window.redito = createScripting(session, preferences, version, session.open());
  mount(App, { target, props: { session, preferences } });
}
