/** The whole picture as a PNG, painted by the same code as the screen. */
import { HEADER_HEIGHT } from '../picture/furniture.ts';
import type { Picture } from '../picture/types.ts';
import { inkOf, paintBack, paintEdges, paintFront, paintHeaders } from './paint.ts';

/** Browsers refuse larger canvases. */
const MOST_PIXELS = 14_000;

export function picturePng(picture: Picture, scale: number): Promise<Blob> {
  const most = MOST_PIXELS / Math.max(picture.width, picture.height, HEADER_HEIGHT);
  const used = Math.min(scale, most);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(picture.width * used);
  canvas.height = Math.ceil(picture.height * used);
  const cxt = canvas.getContext('2d');
  if (!cxt) return Promise.reject(new Error('This browser gives no canvas to draw on'));
  cxt.fillStyle = inkOf(picture)('surface');
  cxt.fillRect(0, 0, canvas.width, canvas.height);
  cxt.scale(used, used);
  paintBack(cxt, picture);
  paintEdges(cxt, picture);
  paintFront(cxt, picture);
  paintHeaders(cxt, picture);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('The picture could not be made'));
    }, 'image/png');
  });
}
