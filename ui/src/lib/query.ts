/** What is asked of every view, read from the address. */
import type { Grain } from '../bindings/Grain';
import type { Query } from '../bindings/Query';

const GRAINS: readonly Grain[] = ['week', 'month', 'quarter', 'year'];

export function queryOf(params: URLSearchParams, width: number): Query {
  const span = Number(params.get('span') ?? 'NaN');
  return {
    grain: GRAINS.find((grain) => grain === params.get('grain')) ?? 'month',
    to: params.get('to'),
    span: Number.isInteger(span) && span >= 0 && span <= 1200 ? span : null,
    compare: params.get('compare') === 'year' ? 'year' : 'before',
    plans: params.getAll('plan'),
    countries: params.getAll('country'),
    tiers: params.getAll('tier'),
    width,
  };
}
