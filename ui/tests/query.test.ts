import { expect, test } from 'vitest';
import { queryOf } from '../src/lib/query';

test('an address without choices asks for months as the program thinks best', () => {
  expect(queryOf(new URLSearchParams(), 1024)).toEqual({
    grain: 'month',
    to: null,
    span: null,
    compare: 'before',
    plans: [],
    countries: [],
    tiers: [],
    width: 1024,
  });
});

test('choices at the top stand in the address', () => {
  const params = new URLSearchParams(
    'grain=quarter&to=2026-Q3&span=0&compare=year&country=NL&tier=Gold',
  );
  expect(queryOf(params, 640)).toMatchObject({
    grain: 'quarter',
    to: '2026-Q3',
    span: 0,
    compare: 'year',
    countries: ['NL'],
    tiers: ['Gold'],
  });
});

test('an address written by hand cannot ask for nonsense', () => {
  const query = queryOf(new URLSearchParams('grain=aeon&span=-3&compare=x'), 1024);
  expect(query).toMatchObject({ grain: 'month', span: null, compare: 'before' });
});
