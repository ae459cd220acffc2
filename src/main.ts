import packageJson from '../package.json' with { type: 'json' };
import { start } from './app/start.ts';

start(document.getElementById('app') as HTMLElement, packageJson.version);
