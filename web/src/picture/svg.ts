/** The picture as one SVG that stands alone: for export and print. The canvas paints the same shapes. */
import { arrowPath, arrowSize, curvePath, trimmed } from './curve.ts';
import { headerShapes, scissorsShapes } from './furniture.ts';
import { measureInter } from './measure.ts';
import { FONT_FAMILY, type Ink, tokens } from './tokens.ts';
import type {
  Box,
  Bracket,
  Edge,
  PathShape,
  Picture,
  RectShape,
  Shape,
  TextShape,
} from './types.ts';

export interface SvgOptions {
  /** `@font-face` rules that carry the font inside, where the file leaves this machine. */
  readonly fontFace?: string;
  /** Said to screen readers after the title; the answer's sentence, for instance. */
  readonly description?: string;
}

type Paint = (ink: Ink) => string;

export function pictureSvg(picture: Picture, options: SvgOptions = {}): string {
  const paint: Paint = (ink) => tokens[picture.theme][ink];
  const { width, height } = picture;
  const edges = [...picture.edges].sort((a, b) => a.z - b.z);
  const body = [
    ...picture.brackets.map((bracket) => group(bracket, paint)),
    ...edges.map((edge) => edgeSvg(edge, paint)),
    ...picture.boxes.map((box) => group(box, paint)),
    ...edges.flatMap((edge) =>
      edge.cut ? placed(scissorsShapes(), edge.cut.x, edge.cut.y, paint) : [],
    ),
    ...picture.headers.map((header) => shapesSvg(headerShapes(header), paint)),
    placed(picture.legend.shapes, picture.legend.x, picture.legend.y, paint),
  ];
  const style = `text{font-family:${FONT_FAMILY}}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escapeXml(picture.title)}</title>`,
    `<desc id="description">${escapeXml(options.description ?? describe(picture))}</desc>`,
    `<style>${escapeXml(options.fontFace ?? '')}${escapeXml(style)}</style>`,
    hatchDefs(paint),
    `<rect width="100%" height="100%" fill="${paint('surface')}"/>`,
    ...body,
    '</svg>',
  ].join('\n');
}

function describe(picture: Picture): string {
  const columns = picture.headers.map((header) => `${header.title} ${header.count}`).join(', ');
  return `${columns}. ${picture.boxes.length} cards, ${picture.edges.length} links.`;
}

function hatchDefs(paint: Paint): string {
  return `<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="7" fill="${paint('hatch')}"/></pattern></defs>`;
}

function group(thing: Box | Bracket, paint: Paint): string {
  const title = thing.label ? `<title>${escapeXml(thing.label)}</title>` : '';
  const inside = thing.shapes.map((shape) => shapeSvg(shape, paint)).join('');
  return `<g transform="translate(${n(thing.x)} ${n(thing.y)})">${title}${inside}</g>`;
}

function placed(shapes: readonly Shape[], x: number, y: number, paint: Paint): string {
  return `<g transform="translate(${n(x)} ${n(y)})">${shapesSvg(shapes, paint)}</g>`;
}

const shapesSvg = (shapes: readonly Shape[], paint: Paint) =>
  shapes.map((shape) => shapeSvg(shape, paint)).join('');

function edgeSvg(edge: Edge, paint: Paint): string {
  const d = curvePath(trimmed(edge.points, edge.arrow ? arrowSize(edge.width) - 2 : 0));
  const ink = paint(edge.ink);
  const halo = edge.halo
    ? `<path d="${d}" fill="none" stroke="${paint('surface')}" stroke-width="${n(edge.width + 2 * edge.halo)}"/>`
    : '';
  const dash = edge.dash.length ? ` stroke-dasharray="${edge.dash.join(' ')}"` : '';
  const line = `<path d="${d}" fill="none" stroke="${ink}" stroke-width="${n(edge.width)}"${dash}/>`;
  const arrow = edge.arrow
    ? `<path d="${arrowPath(edge.points, arrowSize(edge.width))}" fill="${ink}"/>`
    : '';
  return `<g><title>${escapeXml(edge.label)}</title>${halo}${line}${arrow}</g>`;
}

function shapeSvg(shape: Shape, paint: Paint): string {
  if (shape.t === 'rect') return rectSvg(shape, paint);
  return shape.t === 'text' ? textSvg(shape, paint) : pathSvg(shape, paint);
}

function rectSvg(shape: RectShape, paint: Paint): string {
  const place = `x="${n(shape.x)}" y="${n(shape.y)}" width="${n(shape.w)}" height="${n(shape.h)}" rx="${n(shape.r)}"`;
  const hatch = shape.hatch ? `<rect ${place} fill="url(#hatch)"/>` : '';
  const ground = shape.hatch
    ? `<rect ${place} fill="${paint(shape.fill ?? 'surface')}"/>${hatch}`
    : '';
  const fill = shape.hatch || !shape.fill ? 'none' : paint(shape.fill);
  return `${ground}<rect ${place} fill="${fill}"${strokeSvg(shape, paint)}/>`;
}

function pathSvg(shape: PathShape, paint: Paint): string {
  const fill = shape.fill ? paint(shape.fill) : 'none';
  const where = `transform="translate(${n(shape.x)} ${n(shape.y)})"`;
  return `<path ${where} d="${shape.d}" fill="${fill}"${strokeSvg(shape, paint)} stroke-linecap="round" stroke-linejoin="round"/>`;
}

function strokeSvg(shape: RectShape | PathShape, paint: Paint): string {
  if (!shape.stroke) return '';
  const dash = shape.dash?.length ? ` stroke-dasharray="${shape.dash.join(' ')}"` : '';
  return ` stroke="${paint(shape.stroke)}" stroke-width="${n(shape.sw ?? 1)}"${dash}`;
}

function textSvg(shape: TextShape, paint: Paint): string {
  const anchor = shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`;
  // Kept to the measured width, so that nothing overlaps where the font is missing.
  const width = n(measureInter(shape.text, shape.size, shape.weight));
  return `<text x="${n(shape.x)}" y="${n(shape.y)}" font-size="${n(shape.size)}" font-weight="${shape.weight}" fill="${paint(shape.fill)}" textLength="${width}" lengthAdjust="spacingAndGlyphs"${anchor}>${escapeXml(shape.text)}</text>`;
}

const n = (value: number) => String(Math.round(value * 100) / 100);

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Also drops what XML 1.0 does not allow at all: control characters and lone surrogates. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, (char) => ESCAPES[char]!);
}
