import { encode } from 'uqr';

const QUIET_ZONE = 4;

/**
 * A QR code (ISO/IEC 18004, level M, with its quiet zone) as an SVG of one path, to stand within a page. It brings its
 * own white ground, which scanners need on a dark page. `label` is what a screen reader says.
 */
export function qrSvg(text: string, label: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const path = data.map((modules, y) => rowPath(modules, y)).join('');
  const title = label.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${title}" shape-rendering="crispEdges">`
    + `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`;
}

function rowPath(modules: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < modules.length; x += 1) {
    if (modules[x] !== true) continue;
    let end = x;
    while (modules[end] === true) end += 1;
    path += `M${x} ${y}h${end - x}v1H${x}z`;
    x = end;
  }
  return path;
}
