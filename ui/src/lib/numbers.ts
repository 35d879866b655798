/** What a click on a number does while a key is held: Shift filters by it, Alt copies it. */
import type { Region } from '../bindings/Region';

interface Does {
  /** Shows only the customers of this list. */
  filter: (list: string) => void;
  copy: (plain: string) => void;
  /** In whose formats numbers stand. */
  region: () => Region;
}

/** What `[data-number]` stands for: the list behind it, if any, and the number for other programs. */
export function numberAt(
  target: EventTarget | null,
  region: Region,
): { list: string | null; plain: string } | undefined {
  const number = target instanceof Element ? target.closest<HTMLElement>('[data-number]') : null;
  if (!number) return undefined;
  const { number: list = '', raw, text = number.textContent } = number.dataset;
  return { list: list === '' ? null : list, plain: raw ?? bare(text.trim(), region) };
}

/** Watches every `[data-number]`; gives what ends it. */
export function watchNumbers({ filter, copy, region }: Does): () => void {
  const onClick = (event: MouseEvent) => {
    if (!event.shiftKey && !event.altKey) return;
    const number = numberAt(event.target, region());
    if (!number) return;
    if (event.altKey) copy(number.plain);
    else if (number.list !== null) filter(number.list);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', onClick, true);
  return () => {
    window.removeEventListener('click', onClick, true);
  };
}

const DECIMALS: Record<Region, string> = { GB: '.', US: '.', NL: ',', SE: ',' };

/** A number as programs take it: `−€1.284,50` is `-1284.50`; what is no number stays as it is. */
export function bare(text: string, region: Region): string {
  const digits = text.replace(DECIMALS[region] === ',' ? /[^\d,]/g : /[^\d.]/g, '');
  if (!/^\d/.test(digits)) return text;
  return `${text.includes('\u2212') ? '-' : ''}${digits.replace(',', '.')}`;
}
