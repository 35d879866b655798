/** What the user decides about customers: said with the way back, everything shown anew. */
import type { Decision } from '../bindings/Decision';
import * as api from '../lib/api';
import { toasts } from '../lib/toasts.svelte';
import { say } from '../lib/words.svelte';
import { session } from './session.svelte';
import { undoing } from './steps';

/** Of these customers some are one, the others are kept apart; gives the one. */
export function join(all: readonly number[], one: readonly number[]): Promise<number | null> {
  return decided(api.decideJoin(all, one), say('ui-joined'));
}

/** These customers are kept apart. */
export function apart(all: readonly number[]): Promise<number | null> {
  return decided(api.decideApart(all), say('ui-apart-done'));
}

/** An account becomes a customer of its own. */
export function split(account: number): Promise<number | null> {
  return decided(api.decideSplit(account), say('ui-split-done'));
}

async function decided(asked: Promise<Decision>, said: string): Promise<number | null> {
  let customer: number | null = null;
  await session.attempt(async () => {
    const decision = await asked;
    customer = decision.customer;
    await session.refresh();
    const { change } = decision;
    toasts.show(said, { offer: change === null ? undefined : undoing(change) });
  });
  return customer;
}
