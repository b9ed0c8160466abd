import { pictureSvg } from '../picture/svg.ts';
import type { Picture } from '../picture/types.ts';
import { interFontFace } from './font.ts';

/** An SVG that looks the same on any machine: the font is inside. `description`: the answer's sentence. */
export async function svgFile(picture: Picture, description?: string): Promise<string> {
  const fontFace = await interFontFace();
  return pictureSvg(picture, { fontFace, ...(description ? { description } : {}) });
}
