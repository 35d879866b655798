import { mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import App from '../src/App.svelte';
import { answers } from '../dev/program';
import { toasts } from '../src/lib/toasts.svelte';
import { recording } from '../src/shell/recording.svelte';
import { session } from '../src/shell/session.svelte';

/** What was asked of the program, by command. */
let asked: { command: string; args: unknown }[] = [];

beforeEach(async () => {
  asked = [];
  window.location.hash = '#/customers/4';
  const answer = answers(false);
  mockIPC(
    (command, args) => {
      asked.push({ command, args });
      return answer(command, args);
    },
    { shouldMockEvents: true },
  );
  render(App);
  await waitFor(() => {
    expect(screen.getByRole('button', { name: 'Add: invoice' })).toBeTruthy();
  });
});
afterEach(() => {
  recording.close();
  cleanup();
  toasts.clear();
  session.app = undefined;
});

function saves(): unknown[] {
  return asked.filter((one) => one.command === 'record_save').map((one) => one.args);
}

test('a record is added from the key of its list; what is wrong stands at its field', async () => {
  await fireEvent.keyDown(document.body, { key: 'a' });
  const amount = await screen.findByLabelText('Amount');
  expect(screen.queryByLabelText('Key')).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => {
    expect(amount.getAttribute('aria-invalid')).toBe('true');
  });
  await fireEvent.input(amount, { target: { value: '29.00' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => {
    expect(toasts.list.map((toast) => toast.text)).toEqual(['Added: invoice.']);
  });
  const record = { kind: 'invoices', id: null, customer: 4 };
  expect(saves().at(-1)).toEqual({ draft: { record, values: { amount: '29.00' } } });
  expect(recording.asked).toBeNull();
});

test('a row opens its record, and a form that was left by mistake comes back as it was', async () => {
  await fireEvent.click(screen.getByRole('button', { name: '19 Nov 2026' }));
  const amount = await screen.findByLabelText<HTMLInputElement>('Amount');
  expect(amount.value).toBe('204.00');
  await fireEvent.input(amount, { target: { value: '205.00' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => {
    expect(toasts.list.map((toast) => toast.text)).toEqual(['Not saved.']);
  });
  expect(saves()).toEqual([]);
  toasts.list[0]?.offer?.run();
  const again = await screen.findByLabelText<HTMLInputElement>('Amount');
  expect(again.value).toBe('205.00');
});
