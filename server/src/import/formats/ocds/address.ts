/** The address under which a notice can be read. */
import { listIn, objectIn, textIn } from '../json/text.ts';

const NOTICE = /notice/i;

/** A document that is a notice: of the award first, then of the contract, then of the tender. */
export function addressOf(release: unknown): string | undefined {
  const places = [
    ...listIn(release, 'awards'),
    ...listIn(release, 'contracts'),
    objectIn(release, 'tender'),
  ];
  for (const place of places) {
    for (const document of listIn(place, 'documents')) {
      const url = webAddress(textIn(document, 'url'));
      if (url && NOTICE.test(textIn(document, 'documentType') ?? '')) return url;
    }
  }
  return webAddress(textIn(release, 'url')) ?? webAddress(textIn(release, 'uri'));
}

export function webAddress(text: string | undefined): string | undefined {
  return text && /^https?:\/\/\S+$/.test(text) && text.length <= 2000 ? text : undefined;
}
