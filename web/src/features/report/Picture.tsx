import type { ReportPage } from '@msp-impact/contract';
import { useEffect, useMemo, useState } from 'react';
import { svgFile } from '../../canvas/svg-file.ts';
import { pictureOf } from '../../picture/picture.ts';
import s from './sheet.module.css';
import { viewOfReport } from './view-of-report.ts';

const WIDTH = 1060;

/** Drawn in light: it is on paper. An image, so that it prints as it is seen. */
export function ReportPicture({ page }: { readonly page: ReportPage }) {
  const picture = useMemo(
    () => pictureOf(viewOfReport(page), { width: WIDTH, theme: 'light' }),
    [page],
  );
  const [source, setSource] = useState<string>();
  useEffect(() => {
    let current = true;
    void svgFile(picture, page.picture.text).then((svg) => {
      if (current) setSource(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
    });
    return () => {
      current = false;
    };
  }, [picture, page.picture.text]);
  if (page.picture.ids.length === 0) return null;
  return (
    <figure className={s.picture}>
      {source && (
        <img src={source} alt={page.picture.text} width={picture.width} height={picture.height} />
      )}
    </figure>
  );
}
