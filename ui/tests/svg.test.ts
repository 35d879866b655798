import { expect, test } from 'vitest';
import { admit } from '../src/lib/svg';

const HOSTILE = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
  width="10" height="10" viewBox="0 0 10 10" onload="steal()" style="background:red">
  <script>steal()</script>
  <style>* { fill: red }</style>
  <foreignObject><div xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="steal()"/></div></foreignObject>
  <a href="https://example.com"><rect x="0" y="0" width="1" height="1"/></a>
  <image href="https://example.com/x.png"/>
  <use xlink:href="#p"/>
  <animate attributeName="x" to="5"/>
  <defs><pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 0L4 4"/></pattern></defs>
  <rect x="1" y="2" width="3" height="4" fill="url(#p)" onclick="steal()"/>
  <rect x="2" y="2" width="3" height="4" fill="url(https://example.com/#p)" class="x"/>
  <text x="1" y="1" fill="var(--axis-text)">Oct</text>
</svg>`;

const drawing = admit(HOSTILE, 'c1-');

test('shapes and words are let in', () => {
  expect(drawing?.querySelectorAll('rect').length).toBe(2);
  expect(drawing?.querySelector('text')?.textContent).toBe('Oct');
  expect(drawing?.querySelector('text')?.getAttribute('fill')).toBe('var(--axis-text)');
  expect(drawing?.getAttribute('viewBox')).toBe('0 0 10 10');
});

test('nothing that acts, styles or leads elsewhere is let in', () => {
  const names = [drawing, ...(drawing?.querySelectorAll('*') ?? [])].map((one) => one?.localName);
  for (const name of ['script', 'style', 'foreignObject', 'a', 'image', 'use', 'animate', 'img'])
    expect(names).not.toContain(name);
  const written = drawing?.outerHTML ?? '';
  for (const word of [
    'onload',
    'onclick',
    'onerror',
    'steal',
    'style',
    'href',
    'example.com',
    'class',
  ])
    expect(written).not.toContain(word);
});

test('ids and what refers to them get the name of their chart', () => {
  expect(drawing?.querySelector('pattern')?.id).toBe('c1-p');
  expect(drawing?.querySelector('rect')?.getAttribute('fill')).toBe('url(#c1-p)');
});

test('what is no drawing is nothing', () => {
  expect(admit('<html><body>no</body></html>', '')).toBeNull();
});
