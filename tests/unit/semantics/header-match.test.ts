import { describe, expect, it } from 'vitest';
import { headerText, matchHeader } from '../../../src/semantics/header-match.ts';
import { headerWords } from '../../../src/semantics/header-words.ts';

describe('headerText', () => {
  it.each([
    ['CustomerID', 'customer id'],
    ['customer_id', 'customer id'],
    ['Customer Id', 'customer id'],
    ['USERID', 'userid'],
    ['HTTPStatus', 'http status'],
    ['Fecha de compra', 'fecha de compra'],
    ['Código_Cliente', 'codigo cliente'],
    ['  data-do-pedido ', 'data do pedido'],
    ['FOTotalBets2', 'fo total bets2'],
  ])('reads %s as words', (header, expected) => {
    expect(headerText(header)).toBe(expected);
  });
});

describe('matchHeader', () => {
  const orders = headerWords.orders!;

  it.each([
    ['customer_id', 'CustomerID'],
    ['customer_id', 'id_cliente'],
    ['customer_id', 'Código do cliente'],
    ['ordered_at', 'Fecha de compra'],
    ['ordered_at', 'dataPedido'],
    ['ordered_at', 'INVOICEDATE'],
    ['amount', 'Importe total'],
    ['amount', 'valor_pago'],
    ['order_id', 'Nº pedido'.replace('Nº', 'numero')],
  ])('knows %s as %s', (column, header) => {
    expect(matchHeader(header, orders[column])?.confidence).toBeGreaterThan(0.85);
  });

  it('is less sure of a header that only holds a name', () => {
    const held = matchHeader('shop order date utc', orders.ordered_at)!;
    expect(held.confidence).toBeLessThan(matchHeader('order date', orders.ordered_at)!.confidence);
    expect(held.name).toBe('order date');
  });

  it('does not find names inside other words', () => {
    expect(matchHeader('customary', { sure: 'custom' })).toBeUndefined();
    expect(matchHeader('totalitarian', orders.amount)).toBeUndefined();
  });
});
