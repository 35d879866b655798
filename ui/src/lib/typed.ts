/** Numbers as people type them: with a comma or a point, with spaces between thousands. */

/** The number in hundredths, or undefined where it is none. `92,5` -> 9250. */
export function hundredths(text: string): number | undefined {
  return scaled(text.replace('%', ''), 2);
}

/** The number in units of 10^-digits, exact; undefined where it is none or has more decimals. */
export function scaled(text: string, digits: number): number | undefined {
  const bare = ungrouped(text.replace(/[\s\u00a0\u202f']/g, ''));
  const parts = /^(\d{1,12})(?:[.,](\d*))?$/.exec(bare);
  if (!parts) return undefined;
  const decimals = (parts[2] ?? '').replace(/0+$/, '');
  if (decimals.length > digits) return undefined;
  return Number(`${parts[1] ?? ''}${decimals.padEnd(digits, '0')}`);
}

/** Without marks between thousands: `50.000` and `1,284.50` as people write them. */
function ungrouped(text: string): string {
  const grouped = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)((?!\2)[.,]\d{1,2})?$/.exec(text);
  if (!grouped) return text;
  return (grouped[1] ?? '').replace(/[.,]/g, '') + (grouped[3] ?? '');
}

/** Back into a field: 9250 with two digits -> `92.5`. */
export function typed(value: number | null, digits: number): string {
  if (value === null) return '';
  const text = String(value).padStart(digits + 1, '0');
  if (digits === 0) return text;
  const decimals = text.slice(-digits).replace(/0+$/, '');
  return decimals === '' ? text.slice(0, -digits) : `${text.slice(0, -digits)}.${decimals}`;
}

/** Decimals of a currency's smallest unit: 2 for EUR, 0 for JPY. */
export function decimalsOf(currency: string): number {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}
