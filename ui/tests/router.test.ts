import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse, router } from '../src/lib/router.svelte';

let end: () => void;

beforeEach(() => {
  window.location.hash = '';
  end = router.start();
});
afterEach(() => {
  end();
});

function at(hash: string): void {
  window.location.hash = hash;
  window.dispatchEvent(new Event('hashchange'));
}

test('an address is a path and a query', () => {
  const { path, params } = parse('#/churn/2026-07?grain=month&plan=Pro&plan=Team');
  expect(path).toEqual(['churn', '2026-07']);
  expect(params.getAll('plan')).toEqual(['Pro', 'Team']);
});

test('a broken escape in a path is taken as it stands', () => {
  expect(parse('#/customers/%E0%A4%A').path).toEqual(['customers', '%E0%A4%A']);
});

test('another view keeps period, comparison and segment, and drops what is its own', () => {
  at('#/retention?to=2026-10&plan=Pro&plan=Team&measure=net-mrr&list=cohort%3A2026-05%3A5');
  const { path, params } = parse(router.href('/churn/2026-07'));
  expect(path).toEqual(['churn', '2026-07']);
  expect(params.get('to')).toBe('2026-10');
  expect(params.getAll('plan')).toEqual(['Pro', 'Team']);
  expect(params.has('measure')).toBe(false);
  expect(params.has('list')).toBe(false);
});

test('a change of this view keeps the rest of its query', () => {
  at('#/retention?to=2026-10&measure=net-mrr');
  const { params } = parse(router.hrefHere({ list: 'moved:2026-10:new', to: null }));
  expect(params.get('measure')).toBe('net-mrr');
  expect(params.get('list')).toBe('moved:2026-10:new');
  expect(params.has('to')).toBe(false);
});

test('a path that brings its own query keeps it', () => {
  expect(parse(router.href('/customers?show=customers%3Aleft')).params.get('show')).toBe(
    'customers:left',
  );
});

test('the place to come back to is path and query', () => {
  at('#/churn/2026-07?plan=Pro');
  expect(router.view).toBe('churn');
  expect(router.place).toBe('/churn/2026-07?plan=Pro');
});

test('what is being typed makes no step in the history', () => {
  at('#/customers');
  const before = window.history.length;
  router.replaceHere({ q: 'tern' });
  expect(router.params.get('q')).toBe('tern');
  expect(window.history.length).toBe(before);
});
