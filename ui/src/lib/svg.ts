/** Drawings come as text and are let in piece by piece: shapes and words, nothing that acts. */

const SVG = 'http://www.w3.org/2000/svg';

const ELEMENTS = new Set(
  'svg g rect line polyline polygon path circle ellipse text tspan defs pattern'.split(' '),
);

const ATTRIBUTES = new Set(
  (
    'viewBox width height x y x1 x2 y1 y2 cx cy r rx ry d dx dy points transform id ' +
    'fill fill-opacity fill-rule stroke stroke-width stroke-dasharray stroke-linecap ' +
    'stroke-linejoin stroke-opacity opacity paint-order text-anchor dominant-baseline font-family ' +
    'font-size font-weight letter-spacing patternUnits patternContentUnits patternTransform'
  ).split(' '),
);

/** Only references into the same drawing. */
const REFERENCE = /^url\(#([\w-]+)\)$/;

function admitAttribute(to: Element, name: string, value: string, prefix: string): void {
  if (!ATTRIBUTES.has(name)) return;
  if (name === 'id') to.setAttribute(name, `${prefix}${value}`);
  else if (!/url\s*\(/i.test(value)) to.setAttribute(name, value);
  else {
    const target = REFERENCE.exec(value.trim())?.[1];
    if (target !== undefined) to.setAttribute(name, `url(#${prefix}${target})`);
  }
}

function admitElement(from: Element, prefix: string): Element | null {
  if (from.namespaceURI !== SVG || !ELEMENTS.has(from.localName)) return null;
  const to = document.createElementNS(SVG, from.localName);
  for (const { name, value } of from.attributes) admitAttribute(to, name, value, prefix);
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) to.append(child.textContent ?? '');
    else if (child.nodeType === Node.ELEMENT_NODE) {
      const admitted = admitElement(child as Element, prefix);
      if (admitted) to.append(admitted);
    }
  }
  return to;
}

/** The drawing with everything else left out; its ids get the prefix, so that two never meet. */
export function admit(svg: string, prefix: string): Element | null {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  if (parsed.querySelector('parsererror')) return null;
  const root = parsed.documentElement;
  return root.localName === 'svg' ? admitElement(root, prefix) : null;
}
