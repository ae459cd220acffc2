import { normalTwoSided } from '../../statistics/normal-tail.ts';
import { randomSource, type Random } from '../../statistics/random.ts';
import { pick } from './choose.ts';
import { comments, requests, type Mood } from './comments.ts';
import { STREAMS, type Contact, type Life } from './lives.ts';
import type { Person } from './people.ts';
import { END, SATISFACTION, START } from './scenario.ts';

export interface Conversation extends Contact {
  customer: number;
  closed: number;
  channel: 'chat' | 'e-mail' | 'phone';
  contacts: number;
  waitSeconds: number;
  handleSeconds: number;
  text: string | null;
  csat: number | null;
}

export interface SurveyAnswer {
  customer: number;
  day: number;
  kind: 'nps' | 'csat';
  score: number;
  comment: string | null;
}

export interface Service {
  conversations: Conversation[];
  surveys: SurveyAnswer[];
  /** Net promoter score to be expected of who answered last, −100 to 100. */
  nps: number;
}

const QUARTERLY = 91;
/** Who has bought within so many days is asked. */
const RECENT = 120;
/** A conversation is remembered for so many days. */
const REMEMBERED = 180;

/** Conversations of the lives, what customers thought of them, and the quarterly survey. */
export function simulateService(seed: number, lives: readonly Life[], people: readonly Person[]): Service {
  const random = randomSource(seed, STREAMS.service);
  const conversations: Conversation[] = [];
  const surveys: SurveyAnswer[] = [];
  const expected = new Map<number, number>();
  lives.forEach((life, customer) => {
    for (const contact of life.contacts) {
      const conversation = describe(contact, customer, people[customer], random);
      conversations.push(conversation);
      if (conversation.csat === null) continue;
      const comment = commentOn(conversation.csat >= 4 ? 'good' : conversation.csat === 3 ? 'middling' : 'bad');
      surveys.push({
        customer,
        day: conversation.closed,
        kind: 'csat',
        score: conversation.csat,
        comment: comment(people[customer], random),
      });
    }
  });
  for (let day = START + QUARTERLY; day < END; day += QUARTERLY) {
    lives.forEach((life, customer) => {
      const last = life.purchases.findLast((time) => time < day) ?? -Infinity;
      const asked = random.uniform() < SATISFACTION.nps.asked * SATISFACTION.nps.answers;
      if (!asked || last < day - RECENT) return;
      const remembered = life.contacts.findLast((contact) => contact.day < day && contact.day > day - REMEMBERED);
      const { plain, resolved, unresolved, spread } = SATISFACTION.nps;
      const mean = remembered ? (remembered.resolved ? resolved : unresolved) : plain;
      const score = rounded(mean + spread * random.normal(), 0, 10);
      const comment = commentOn(score >= 9 ? 'good' : score >= 7 ? 'middling' : 'bad');
      const answered = day + 3 * random.uniform();
      if (answered >= END) return;
      surveys.push({ customer, day: answered, kind: 'nps', score, comment: comment(people[customer], random) });
      expected.set(customer, promotersLessDetractors(mean, spread));
    });
  }
  const nps = (100 * [...expected.values()].reduce((sum, share) => sum + share, 0)) / expected.size;
  return {
    conversations: conversations.sort((a, b) => a.day - b.day),
    surveys: surveys.sort((a, b) => a.day - b.day),
    nps,
  };
}

/** Chance of a 9 or 10 less chance of a 6 or lower, of a normal score that is rounded. */
function promotersLessDetractors(mean: number, spread: number): number {
  return above((8.5 - mean) / spread) - above((mean - 6.5) / spread);
}

/** Chance of a standard normal draw above z. */
function above(z: number): number {
  const tail = normalTwoSided(z) / 2;
  return z < 0 ? 1 - tail : tail;
}

function describe(contact: Contact, customer: number, person: Person, random: Random): Conversation {
  const byPerson = contact.handledBy !== 'ai';
  const contacts = contact.resolved ? 1 : 2 + Number(random.uniform() < 0.3);
  const waitSeconds = Math.round((byPerson ? 420 : 4) * random.gamma(1.5));
  const handleSeconds = Math.round((byPerson ? 260 : 90) * contacts * random.gamma(2));
  const { csat } = SATISFACTION;
  const answers = random.uniform() < csat.answers;
  const score = rounded((contact.resolved ? csat.resolved : csat.unresolved) + csat.spread * random.normal(), 1, 5);
  const channel = pick(random, ['chat', 'chat', 'e-mail', 'phone'] as const);
  const text = pick(random, requests[person.language]);
  return {
    ...contact,
    ...{ customer, channel, contacts, waitSeconds, handleSeconds },
    closed: Math.min(
      END - 0.001,
      contact.day + (waitSeconds + handleSeconds) / 86_400 + (contacts - 1) * random.uniform(),
    ),
    text: channel === 'phone' ? null : text,
    csat: answers ? score : null,
  };
}

function commentOn(mood: Mood): (person: Person, random: Random) => string | null {
  return ({ language }, random) => (random.uniform() < 0.4 ? pick(random, comments[language][mood]) : null);
}

function rounded(score: number, lowest: number, highest: number): number {
  return Math.min(highest, Math.max(lowest, Math.round(score)));
}
