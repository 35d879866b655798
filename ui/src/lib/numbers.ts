/** What a click on a number does while a key is held: Shift filters by it, Alt copies it. */
import type { Region } from '../bindings/Region';

interface Does {
  /** Shows only the customers of this list. */
  filter: (list: string) => void;
  copy: (text: string) => void;
}

/** Watches every `[data-number]`, whose value is the list behind it, if any; gives what ends it. */
export function watchNumbers({ filter, copy }: Does): () => void {
  const onClick = (event: MouseEvent) => {
    if (!event.shiftKey && !event.altKey) return;
    const number =
      event.target instanceof Element
        ? event.target.closest<HTMLElement>('[data-number]')
        : undefined;
    if (!number) return;
    const list = number.dataset['number'] ?? '';
    if (event.altKey) copy(number.textContent.trim());
    else if (list !== '') filter(list);
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
