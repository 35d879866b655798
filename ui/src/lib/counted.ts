/** The few numbers the window writes by itself: rows while something runs, and when it ran. */
import type { Region } from '../bindings/Region';

const locales: Record<Region, string> = { GB: 'en-GB', US: 'en-US', NL: 'nl-NL', SE: 'sv-SE' };

export function counted(value: number, region: Region): string {
  return new Intl.NumberFormat(locales[region]).format(value);
}

/** `2026-11-20T09:31:00Z` as a day and a time of this computer; what is none stays as it is. */
export function moment(instant: string, region: Region): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const format = new Intl.DateTimeFormat(locales[region], {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return format.format(at);
}

/** `2026-12-01` as a day; what is none stays as it is. */
export function day(iso: string, region: Region): string {
  const at = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return iso;
  const format = new Intl.DateTimeFormat(locales[region], { dateStyle: 'medium', timeZone: 'UTC' });
  return format.format(at);
}
