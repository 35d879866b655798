/** Drawings in the manner of the core's, for looking at the window without it. */
import type { Chart } from '../src/bindings/Chart';
import type { Mark } from '../src/bindings/Mark';
import type { MarkLine } from '../src/bindings/MarkLine';
import { cells } from './pieces';

const SVG = 'http://www.w3.org/2000/svg';

export interface Series {
  role: string;
  label: string;
  values: readonly number[];
}

const round = (value: number) => Math.round(value * 10) / 10;

function text(x: number, y: number, words: string, anchor = 'middle'): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="11" fill="var(--axis-text)">${words}</text>`;
}

function frame(width: number, height: number, body: string): string {
  return `<svg xmlns="${SVG}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`;
}

function finished(
  width: number,
  height: number,
  body: string,
  months: readonly string[],
  series: readonly Series[],
  summary: string,
): Chart {
  const left = 46;
  const step = (width - left) / months.length;
  const marks = months.map((key, at): Mark => {
    const lines = series.map((one): MarkLine => ({
      role: one.role,
      label: one.label,
      text: `${one.values[at] ?? 0}`,
    }));
    const spoken = `${key}, ${lines.map((line) => `${line.text} ${line.label}`).join(', ')}`;
    return {
      key,
      x: left + at * step,
      y: 4,
      width: step,
      height: height - 4,
      title: key,
      lines,
      spoken,
    };
  });
  return {
    svg: frame(width, height, body),
    width,
    height,
    marks,
    summary,
    table: {
      columns: [
        { key: 'period', label: 'Period', align: 'start', sortable: false },
        ...series.map((one) => ({
          key: one.role,
          label: one.label,
          align: 'end' as const,
          sortable: false,
        })),
      ],
      rows: months.map((key, at) => ({
        key,
        cells: cells(key, ...series.map((one) => `${one.values[at] ?? 0}`)),
        open: null,
      })),
      total: null,
      count: months.length,
    },
  };
}

interface Scale {
  y: (value: number) => number;
  grid: string;
}

function scale(width: number, height: number, low: number, high: number): Scale {
  const y = (value: number) => round(10 + ((high - value) / (high - low)) * (height - 40));
  const ticks = Array.from({ length: 6 }, (_, at) => low + ((high - low) * at) / 5);
  const grid = ticks
    .map((tick) => {
      const at = y(tick);
      const line = `<line x1="46" x2="${width}" y1="${at}" y2="${at}" stroke="var(--grid)"/>`;
      return line + text(40, at + 4, `${round(tick)}`, 'end');
    })
    .join('');
  return { y, grid };
}

function months(width: number, height: number, keys: readonly string[]): string {
  const step = (width - 46) / keys.length;
  return keys
    .map((key, at) => text(round(46 + (at + 0.5) * step), height - 8, key.slice(5)))
    .join('');
}

export function bars(
  width: number,
  height: number,
  keys: readonly string[],
  series: readonly Series[],
  summary: string,
): Chart {
  const tops = keys.map((_, at) =>
    series.reduce((sum, one) => sum + Math.max(one.values[at] ?? 0, 0), 0),
  );
  const lows = keys.map((_, at) =>
    series.reduce((sum, one) => sum + Math.min(one.values[at] ?? 0, 0), 0),
  );
  const { y, grid } = scale(width, height, Math.min(...lows) * 1.1, Math.max(...tops) * 1.1);
  const step = (width - 46) / keys.length;
  const drawn = keys
    .map((_, at) => {
      let [up, down] = [0, 0];
      return series
        .map((one) => {
          const value = one.values[at] ?? 0;
          const from = value >= 0 ? up : down;
          if (value >= 0) up += value;
          else down += value;
          const [top, bottom] = [y(Math.max(from, from + value)), y(Math.min(from, from + value))];
          return `<rect x="${round(46 + at * step + step * 0.25)}" y="${top}" width="${round(step * 0.5)}" height="${round(Math.max(bottom - top - 1, 0))}" fill="var(--${one.role})"/>`;
        })
        .join('');
    })
    .join('');
  return finished(width, height, grid + drawn + months(width, height, keys), keys, series, summary);
}

export function lines(
  width: number,
  height: number,
  keys: readonly string[],
  series: readonly Series[],
  summary: string,
): Chart {
  const all = series.flatMap((one) => one.values);
  const { y, grid } = scale(width, height, Math.min(...all) * 0.98, Math.max(...all) * 1.01);
  const step = (width - 46) / keys.length;
  const drawn = series
    .map((one) => {
      const points = one.values.map((value, at) => `${round(46 + (at + 0.5) * step)},${y(value)}`);
      return `<polyline points="${points.join(' ')}" fill="none" stroke="var(--${one.role})" stroke-width="2"/>`;
    })
    .join('');
  return finished(width, height, grid + drawn + months(width, height, keys), keys, series, summary);
}

export function spark(values: readonly number[]): Chart {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const points = values.map(
    (value, at) =>
      `${round((at / (values.length - 1)) * 168 + 2)},${round(24 - ((value - low) / (high - low || 1)) * 20)}`,
  );
  const body =
    `<polygon points="2,28 ${points.join(' ')} 170,28" fill="var(--c1)" opacity="0.09"/>` +
    `<polyline points="${points.join(' ')}" fill="none" stroke="var(--c1)" stroke-width="1.5"/>`;
  const table = { columns: [], rows: [], total: null, count: 0 };
  return { svg: frame(172, 28, body), width: 172, height: 28, marks: [], summary: 'Trend', table };
}
