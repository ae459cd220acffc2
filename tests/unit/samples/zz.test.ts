import { it } from 'vitest';
import { seasonTime } from '../../../src/samples/online-shop/season.ts';
import { SERVICE, START } from '../../../src/samples/online-shop/scenario.ts';
it('x', () => { const d = SERVICE.startDay - START; console.log('factor', seasonTime(SERVICE.startDay) / d, 9 * d / seasonTime(SERVICE.startDay)); });
