import { shell } from './en/shell.ts';
import { errors } from './en/errors.ts';
import { ui } from './en/ui.ts';

/** Everything the product says in English, an area per file. Keys are `area.what`. */
export const en = { ...shell, ...errors, ...ui } as const;
