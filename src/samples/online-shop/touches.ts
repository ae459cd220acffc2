import { dayToIso } from '../../core/time.ts';
import { randomSource, type Random } from '../../statistics/random.ts';
import { knownOn, STREAMS, type Life } from './lives.ts';
import { DISCOUNT, END, RECOMMENDER, START, TOUCHES } from './scenario.ts';

export interface Touch {
  customer: number;
  day: number;
  channel: 'e-mail' | 'push';
  campaign: string;
  madeBy: 'ai' | 'person';
  format: 'text' | 'image' | 'video';
  opened: boolean;
  clicked: boolean;
  /** Clicked, and bought within three days. */
  converted: boolean;
}

const MONTH = 30;
const FORMATS = ['text', 'image', 'video'] as const;

/** Newsletters of every month, half of them written by AI; the recommender’s own messages; the discount’s. In the order of time. */
export function simulateTouches(seed: number, lives: readonly Life[]): Touch[] {
  const random = randomSource(seed, STREAMS.touches);
  const touches: Touch[] = [];
  const send = (customer: number, day: number, campaign: string, madeBy: Touch['madeBy']) =>
    touches.push(touch(lives[customer], customer, day, campaign, madeBy, random));
  for (let day = START + 9.4; day < END; day += MONTH) {
    const campaign = `Newsletter ${dayToIso(day).slice(0, 7)}`;
    lives.forEach((life, customer) => {
      const gets = random.uniform() < TOUCHES.newsletterShare;
      const madeBy = random.uniform() < 0.5 ? 'ai' : 'person';
      if (gets && knownOn(life, day)) send(customer, day, campaign, madeBy);
    });
  }
  for (let day = RECOMMENDER.startDay + 1.5; day < END; day += MONTH) {
    lives.forEach((life, customer) => {
      if (life.recommender) send(customer, day, RECOMMENDER.initiative, 'ai');
    });
  }
  lives.forEach((life, customer) => {
    if (life.discount) send(customer, DISCOUNT.startDay + 0.35, DISCOUNT.initiative, 'person');
  });
  return touches.sort((a, b) => a.day - b.day);
}

function touch(
  life: Life,
  customer: number,
  day: number,
  campaign: string,
  madeBy: Touch['madeBy'],
  random: Random,
): Touch {
  const opened = random.uniform() < TOUCHES.opened[madeBy];
  const clicked = opened && random.uniform() < TOUCHES.clickedOfOpened[madeBy];
  const converted = clicked && life.purchases.some((time) => time >= day && time < day + 3);
  const channel = random.uniform() < 0.7 ? 'e-mail' : 'push';
  const format = FORMATS[random.integer(FORMATS.length)];
  return { customer, day, channel, campaign, madeBy, format, opened, clicked, converted };
}
