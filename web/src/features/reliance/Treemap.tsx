import { useElementSize } from '@mantine/hooks';
import type { ConcentrationAnswer } from '@msp-impact/contract';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { fitName, measureInter } from '../../picture/measure.ts';
import { sharePercent } from '../../ui/words.ts';
import picturesCss from './pictures.module.css';
import { type Tile, tilesOf } from './tiles.ts';

const HEIGHT = 404;
/** Two or three tiles need no more. */
const LOW = 220;
const FEW = 3;
const PAD = 9;
const SIZE = 12.5;
const NAME_AT = 20;
const SHARE_AT = 37;

/** Shares as areas: the larger the tile, the more rests on it. Each leads to Explore. */
export function Treemap(props: {
  readonly answer: ConcentrationAnswer;
  /** A share, in sharePercent, from which much rests on it. */
  readonly much: number;
  readonly hrefOf: (id: string) => string;
}) {
  const { shares, more } = props.answer;
  const { ref, width } = useElementSize();
  const height = shares.length + more > FEW ? HEIGHT : LOW;
  const tiles = useMemo(() => tilesOf(shares, more, width, height), [shares, more, width, height]);
  const most = shares[0]?.share ?? 1;
  return (
    <div ref={ref} className={picturesCss.treemap} style={{ height }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a drawing */}
      <svg width={width} height={height} role="group" aria-label="Shares as areas, largest first">
        {tiles.map((tile) =>
          tile.id === undefined ? (
            <g key="rest" className={picturesCss.restTile}>
              <TileBox tile={tile} most={most} />
            </g>
          ) : (
            <Link
              key={tile.id}
              href={props.hrefOf(tile.id)}
              aria-label={`${tile.name}, ${sharePercent(tile.share)}: see in Explore`}
              className={picturesCss.tile}
              data-much={tile.share * 100 >= props.much || undefined}
            >
              <TileBox tile={tile} most={most} />
            </Link>
          ),
        )}
      </svg>
    </div>
  );
}

/** Darker where more rests on it; the number says the same. */
function TileBox({ tile, most }: { readonly tile: Tile; readonly most: number }) {
  const room = tile.width - 2 * PAD;
  const share = sharePercent(tile.share);
  const name = fitName([tile.name], room, SIZE, 650, measureInter);
  const tint = Math.round(5 + 23 * (tile.share / most));
  const shareFits = measureInter(share, SIZE, 650) <= room;
  const fits = tile.height > SHARE_AT + 8 && shareFits;
  return (
    <>
      <title>{`${tile.name}: ${share}`}</title>
      <rect
        x={tile.x + 0.5}
        y={tile.y + 0.5}
        width={Math.max(0, tile.width - 1)}
        height={Math.max(0, tile.height - 1)}
        rx={5}
        style={
          tile.id === undefined
            ? {}
            : { fill: `color-mix(in srgb, var(--accent) ${tint}%, var(--surface))` }
        }
      />
      {tile.height > 15 && (
        <text
          x={tile.x + PAD}
          y={tile.y + Math.min(NAME_AT, tile.height / 2 + 4)}
          className={picturesCss.tileName}
        >
          {name.length > 2 ? name : shareFits && share}
        </text>
      )}
      {fits && name.length > 2 && (
        <text x={tile.x + PAD} y={tile.y + SHARE_AT} className={picturesCss.tileShare}>
          {share}
        </text>
      )}
    </>
  );
}
