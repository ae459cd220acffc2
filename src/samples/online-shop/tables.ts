import { dayToIso } from '../../core/time.ts';
import { toSampleTable, type Cell } from '../csv-text.ts';
import type { SampleColumn, SampleTable } from '../sample.ts';
import type { CostRow } from './costs.ts';
import type { Life } from './lives.ts';
import type { Membership } from './memberships.ts';
import type { Order } from './orders.ts';
import type { Person } from './people.ts';
import { costOf, products } from './products.ts';
import { CONTROL, DISCOUNT, END, RECOMMENDER, START, TOUCHES } from './scenario.ts';
import type { Service } from './service.ts';
import type { Touch } from './touches.ts';
import type { Visit } from './visits.ts';

export interface Shop {
  lives: readonly Life[];
  people: readonly Person[];
  orders: readonly Order[];
  service: Service;
  costs: readonly CostRow[];
  visits(): readonly Visit[];
  touches(): readonly Touch[];
  memberships(): readonly Membership[];
}

const CURRENCY = 'EUR';

/** The shop as the files that its systems would export. */
export function* shopTables(shop: Shop): Iterable<SampleTable> {
  const orderId = (i: number) => `O${String(i + 1).padStart(6, '0')}`;
  yield table(
    'customers',
    'customer_id joined_at:timestamp name email birth_date:date gender country city segment channel language',
    peopleRows(shop),
  );
  yield table(
    'orders',
    'order_id customer_id ordered_at:timestamp amount:decimal margin:decimal discount:decimal currency channel coupon',
    map(shop.orders, ({ customer, day, amount, margin, discount, channel }, i) => [
      ...[orderId(i), customerId(customer), timestamp(day), amount, margin, discount, CURRENCY, channel],
      discount > 0 ? 'SPRING10' : null,
    ]),
  );
  yield table(
    'order_items',
    'order_id product_id quantity:integer unit_price:decimal amount:decimal category',
    itemRows(shop, orderId),
  );
  yield table(
    'products',
    'product_id name category price:decimal cost:decimal',
    map(products, (product) => [product.id, product.name, product.category, product.price, costOf(product)]),
  );
  yield table(
    'events',
    'session_id customer_id occurred_at:timestamp event channel device product_id',
    map(shop.visits(), ({ session, customer, day, event, channel, device, product }) => [
      ...[`S${session}`, customerId(customer), timestamp(day), event, channel, device, product],
    ]),
  );
  yield table(
    'touches',
    'customer_id occurred_at:timestamp channel campaign made_by format cost:decimal opened:boolean clicked:boolean converted:boolean',
    map(shop.touches(), ({ customer, day, channel, campaign, madeBy, format, opened, clicked, converted }) => [
      ...[customerId(customer), timestamp(day), channel, campaign, madeBy, format, TOUCHES.costEach],
      ...[opened, clicked, converted],
    ]),
  );
  yield table('conversations', CONVERSATIONS, conversationRows(shop));
  yield table(
    'surveys',
    'customer_id answered_at:timestamp kind score:integer comment',
    map(shop.service.surveys, ({ customer, day, kind, score, comment }) => [
      ...[customerId(customer), timestamp(day), kind, score, comment],
    ]),
  );
  yield table(
    'subscriptions',
    'customer_id started_at:date ended_at:date plan monthly_amount:decimal renewed:boolean',
    map(shop.memberships(), ({ customer, start, end, monthly, renewed }) => [
      ...[customerId(customer), dayToIso(start), end === null ? null : dayToIso(end), 'Club', monthly, renewed],
    ]),
  );
  yield table('initiatives', 'initiative started_at:date ended_at:date kind description', initiativeRows());
  yield table('assignments', 'initiative variant customer_id assigned_at:timestamp', assignmentRows(shop));
  yield table(
    'costs',
    'occurred_on:date category initiative amount:decimal currency',
    map(shop.costs, ({ day, category, initiative, amount }) => [dayToIso(day), category, initiative, amount, CURRENCY]),
  );
}

/** Columns as `name` or `name:kind`, separated by blanks; without a kind they are text. */
function table(name: string, columns: string, rows: Iterable<readonly Cell[]>): SampleTable {
  const parsed = columns.split(' ').map((column): SampleColumn => {
    const [title, kind = 'text'] = column.split(':');
    return { name: title!, kind: kind as SampleColumn['kind'] };
  });
  return toSampleTable(name, parsed, rows);
}

function* map<T>(items: readonly T[], row: (item: T, i: number) => readonly Cell[]): Iterable<readonly Cell[]> {
  for (let i = 0; i < items.length; i++) yield row(items[i], i);
}

function customerId(customer: number): string {
  return `C${String(customer + 1).padStart(5, '0')}`;
}

/** Every day of the log and every minute of a day as text: there are half a million times to write. */
const DATES = Array.from({ length: END - START }, (_, i) => dayToIso(START + i));
const MINUTES = Array.from({ length: 1440 }, (_, i) => `${two(Math.floor(i / 60))}:${two(i % 60)}`);

/** Cut to the second, and never after the end of the log. */
function timestamp(day: number): string {
  const time = Math.min(day, END - 1e-4) - START;
  const seconds = Math.floor((time % 1) * 86_400);
  return `${DATES[Math.floor(time)]} ${MINUTES[Math.floor(seconds / 60)]}:${two(seconds % 60)}`;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

function peopleRows({ lives, people }: Shop): Iterable<readonly Cell[]> {
  return map(people, ({ name, email, birthDate, gender, country, city, channel, language }, i) => [
    ...[customerId(i), timestamp(lives[i].purchases[0]), name, email, birthDate, gender, country, city],
    ...[lives[i].segment, channel, language],
  ]);
}

function* itemRows({ orders }: Shop, orderId: (i: number) => string): Iterable<readonly Cell[]> {
  for (let i = 0; i < orders.length; i++) {
    for (const { product, quantity, unitPrice, amount } of orders[i].lines) {
      yield [orderId(i), product.id, quantity, unitPrice, amount, product.category];
    }
  }
}

const CONVERSATIONS =
  'conversation_id customer_id opened_at:timestamp closed_at:timestamp channel handled_by contacts:integer ' +
  'resolved_first_contact:boolean wait_seconds:integer handle_seconds:integer text csat:integer';

function conversationRows({ service }: Shop): Iterable<readonly Cell[]> {
  return map(service.conversations, (conversation, i) => [
    ...[`T${i + 1}`, customerId(conversation.customer), timestamp(conversation.day), timestamp(conversation.closed)],
    ...[conversation.channel, conversation.handledBy, conversation.contacts, conversation.resolved],
    ...[conversation.waitSeconds, conversation.handleSeconds, conversation.text, conversation.csat],
  ]);
}

function initiativeRows(): Cell[][] {
  const day = dayToIso;
  return [
    [
      ...[RECOMMENDER.initiative, day(RECOMMENDER.startDay), null, 'ai'],
      'Recommendations by AI in the shop and by e-mail, switched on for a random half of the customers',
    ],
    [
      ...[DISCOUNT.initiative, day(DISCOUNT.startDay), day(DISCOUNT.startDay + DISCOUNT.validDays), 'discount'],
      'Ten percent off for customers with a full basket; a random half of them got no message',
    ],
  ];
}

function* assignmentRows({ lives }: Shop): Iterable<readonly Cell[]> {
  for (const [kind, { initiative, treated, startDay }] of [
    ['recommender', RECOMMENDER],
    ['discount', DISCOUNT],
  ] as const) {
    for (let i = 0; i < lives.length; i++) {
      const assigned = lives[i][kind];
      if (assigned === undefined) continue;
      yield [initiative, assigned ? treated : CONTROL, customerId(i), timestamp(startDay)];
    }
  }
}
