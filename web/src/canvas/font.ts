/** The font for a picture that leaves the page: inside an SVG file nothing of the page's styles reaches. */
import latinUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';

/** Inter's Latin letters as an `@font-face` rule (about 65 kB); empty where the font cannot be had. */
export async function interFontFace(): Promise<string> {
  try {
    const response = await fetch(latinUrl);
    if (!response.ok) return '';
    const data = await asDataUrl(await response.blob());
    return `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(${data}) format('woff2')}`;
  } catch {
    // Without it the file shows in another font, each text kept to its measured width.
    return '';
  }
}

function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('The font could not be read'));
    reader.readAsDataURL(blob);
  });
}
