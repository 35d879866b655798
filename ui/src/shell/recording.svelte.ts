/** The record that is being made or corrected by hand: one at a time, over whatever is shown. */
import type { RecordRef } from '../bindings/RecordRef';
import type { RecordSaved } from '../bindings/RecordSaved';
import * as api from '../lib/api';
import { router } from '../lib/router.svelte';
import { toasts } from '../lib/toasts.svelte';
import { session } from './session.svelte';
import { undoing } from './steps';

export interface Asked {
  record: RecordRef;
  /** Only these fields, for an act of its own such as ending a subscription. */
  only?: readonly string[];
  /** What the act sets besides. */
  set?: Readonly<Record<string, string>>;
  /** Its title, where it is not the form's. */
  title?: string;
  /** What was typed before it was left. */
  typed?: Readonly<Record<string, string>>;
}

class Recording {
  asked = $state.raw<Asked | null>(null);

  open(asked: Asked): void {
    this.asked = asked;
  }

  close(): void {
    this.asked = null;
  }
}

export const recording = new Recording();

/** Makes a new record of a kind. */
export function add(kind: RecordRef['kind'], customer: number | null = null): void {
  recording.open({ record: { kind, id: null, customer } });
}

/** Corrects a record. */
export function correct(kind: RecordRef['kind'], id: number): void {
  recording.open({ record: { kind, id, customer: null } });
}

/** Says what was done, with the way back, and shows everything anew. */
export async function did(saved: RecordSaved, record: RecordRef): Promise<void> {
  const made = record.kind === 'customers' && record.id === null;
  const here = router.view === 'customers' ? router.path[1] : undefined;
  // Whoever was corrected may be one with another customer now.
  const moved = saved.customer !== null && here !== undefined && here !== String(saved.customer);
  await session.refresh();
  if (saved.customer !== null && (made || (moved && record.kind === 'customers')))
    router.go(`/customers/${saved.customer}`);
  const offer = saved.change === null ? undefined : undoing(saved.change);
  if (offer) toasts.show(saved.said, { offer });
}

/** Deletes a record. */
export async function remove(record: RecordRef): Promise<void> {
  await session.attempt(async () => {
    const saved = await api.recordDelete(record);
    if (record.kind === 'customers') router.go('/customers');
    await did(saved, record);
  });
}
