import { mount } from 'svelte';
import packageJson from '../package.json' with { type: 'json' };
import './ui/theme.css';
import App from './app/App.svelte';
import { Preferences } from './app/preferences.svelte.ts';
import { createScripting } from './app/scripting.ts';
import { Session } from './app/session.svelte.ts';
import { missingFeatures } from './app/support.ts';
import Unsupported from './app/Unsupported.svelte';
import { Speech } from './ui/speech.svelte.ts';
import { startWorkbench } from './workbench/client.ts';

const target = document.getElementById('app') as HTMLElement;
const speech = new Speech();
const preferences = new Preferences(speech);
const missing = missingFeatures();

if (missing.length > 0) {
  mount(Unsupported, { target, props: { speech, missing } });
} else {
  const session = new Session(startWorkbench(), speech);
  const opened = session.open();
  window.redito = createScripting(session, preferences, packageJson.version, opened);
  mount(App, { target, props: { session, preferences } });
}
