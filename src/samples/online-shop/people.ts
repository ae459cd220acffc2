import { dayToIso } from '../../core/time.ts';
import { randomSource } from '../../statistics/random.ts';
import { choose, pick } from './choose.ts';
import { STREAMS, type Life } from './lives.ts';

export interface Person {
  name: string;
  email: string;
  birthDate: string;
  gender: 'f' | 'm';
  country: (typeof COUNTRIES)[number]['code'];
  city: string;
  channel: string;
  language: 'es' | 'en';
}

const COUNTRIES = [
  { code: 'ES', language: 'es', cities: ['Madrid', 'Barcelona', 'Valencia', 'Sevilla', 'Bilbao', 'Málaga'] },
  { code: 'MX', language: 'es', cities: ['Ciudad de México', 'Guadalajara', 'Monterrey', 'Puebla'] },
  { code: 'GB', language: 'en', cities: ['London', 'Leeds', 'Bristol', 'Glasgow'] },
  { code: 'US', language: 'en', cities: ['New York', 'Austin', 'Chicago', 'Seattle'] },
] as const;
const COUNTRY_SHARES = [0.45, 0.25, 0.2, 0.1];

const FIRST_NAMES = {
  es: {
    f: ['María', 'Lucía', 'Carmen', 'Sofía', 'Elena', 'Paula', 'Ana', 'Ximena', 'Rocío', 'Inés'],
    m: ['Javier', 'Carlos', 'Diego', 'Andrés', 'Pablo', 'Álvaro', 'Luis', 'Mateo', 'Jorge', 'Íñigo'],
  },
  en: {
    f: ['Olivia', 'Emma', 'Grace', 'Chloe', 'Hannah', 'Amy', 'Ruth', 'Zoe', 'Megan', 'Alice'],
    m: ['Jack', 'Oliver', 'Henry', 'Liam', 'Noah', 'Daniel', 'Tom', 'Adam', 'Ryan', 'Sam'],
  },
};
const LAST_NAMES = {
  es: [
    'García',
    'Martínez',
    'López',
    'Sánchez',
    'Pérez',
    'Gómez',
    'Núñez',
    'Ibáñez',
    'Romero',
    'Vázquez',
    'Ortiz',
    'Peña',
  ],
  en: ['Smith', 'Jones', 'Taylor', 'Brown', 'Wilson', 'Evans', 'Walker', 'Wright', 'Hughes', 'Green', 'Baker', 'Clark'],
};

const CHANNELS = ['search', 'social', 'direct', 'referral', 'affiliate'];
const CHANNEL_SHARES = [0.34, 0.26, 0.2, 0.12, 0.08];

const OLDEST = -10_957;
const YEARS = 50;

/** Invented people; their addresses are of a domain that is reserved for examples. */
export function simulatePeople(seed: number, lives: readonly Life[]): Person[] {
  const random = randomSource(seed, STREAMS.customers);
  return lives.map((_, i) => {
    const { code, language, cities } = COUNTRIES[choose(random, COUNTRY_SHARES)];
    const gender = random.uniform() < 0.58 ? 'f' : 'm';
    const first = pick(random, FIRST_NAMES[language][gender]);
    const last = pick(random, LAST_NAMES[language]);
    const plain = `${first}.${last}`.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    return {
      name: `${first} ${last}`,
      email: `${plain}.${i + 1}@example.com`,
      birthDate: dayToIso(OLDEST + random.integer(YEARS * 365)),
      gender,
      country: code,
      city: pick(random, cities),
      channel: CHANNELS[choose(random, CHANNEL_SHARES)],
      language,
    };
  });
}
