/** Ids from names. */

/** `Ärzte & Co. (UK)` → `arzte-co-uk`. A name without Latin letters gets a code made from it. */
export function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 150)
    .replace(/^-+|-+$/g, '');
  return plain || `x-${code(name)}`;
}

/** Names that are one for matching: `ACME  Ltd` and `Acme Ltd`. */
export function folded(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** FNV-1a over UTF-16, as eight hexadecimal digits. */
export function code(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
