import { expect, test } from 'vitest';
import { decimalsOf, hundredths, scaled, typed } from '../src/lib/typed';

test.each([
  ['90', 9000],
  ['92,5', 9250],
  ['92.50 %', 9250],
  ['0.05', 5],
  ['50.000', 5_000_000],
  ['1.284,50', 128_450],
  ['1,284.5', 128_450],
  ['1 284,50', 128_450],
])('%s is %d hundredths', (text, value) => {
  expect(hundredths(text)).toBe(value);
});

test.each(['', '7O,00', '-1', '1.2.3', '1,2345', '9e3'])('“%s” is no number', (text) => {
  expect(hundredths(text)).toBeUndefined();
});

test('a number comes back into its field as it was', () => {
  expect(typed(9250, 2)).toBe('92.5');
  expect(typed(9000, 2)).toBe('90');
  expect(typed(5, 2)).toBe('0.05');
  expect(typed(null, 2)).toBe('');
  expect(scaled(typed(128_450, 2), 2)).toBe(128_450);
});

test('a currency has its own decimals', () => {
  expect(decimalsOf('EUR')).toBe(2);
  expect(decimalsOf('JPY')).toBe(0);
});
