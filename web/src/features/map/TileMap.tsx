import type { ViewNode } from '@msp-impact/contract';
import { Sign } from '../../ui/Sign.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { LOST_STEPS, lostStep, people, percentLost, rangeLost } from '../../ui/words.ts';
import s from './map.module.css';
import { blocksOf, type MapBlock } from './tiles.ts';

interface TileMapProps {
  readonly regions: readonly ViewNode[];
  readonly area: string | undefined;
  readonly selection: string | undefined;
  /** Regions that the filter leaves; the others stay in place, without a fill. */
  readonly matches: (region: ViewNode) => boolean;
  /** The same regions under plan B: each tile then says A and B. */
  readonly second?: ReadonlyMap<string, Pick<ViewNode, 'level' | 'range'>> | undefined;
  readonly onSelect: (id: string) => void;
}

/** Nations and their areas as tiles: the share lost in five steps, with the number in words. */
export function TileMap(props: TileMapProps) {
  const blocks = blocksOf(props.regions, props.area);
  if (blocks.length === 0) {
    return (
      <EmptyState title="No areas on record.">
        <p>Add areas to the data to see where people live who are hit.</p>
      </EmptyState>
    );
  }
  return (
    <div className={s.map}>
      <div className={s.blocks}>
        {blocks.map((block) => (
          <Block key={block.id} block={block} {...props} />
        ))}
      </div>
      <Legend />
    </div>
  );
}

function Block({ block, ...props }: TileMapProps & { readonly block: MapBlock }) {
  const { nation } = block;
  return (
    <section className={s.block} aria-label={block.name}>
      <h2>
        {nation ? (
          <button
            type="button"
            aria-pressed={nation.id === props.selection}
            onClick={() => props.onSelect(nation.id)}
          >
            {block.name}
          </button>
        ) : (
          block.name
        )}
        {nation && (
          <span className={s.nationWords}>
            <Sign state={nation.state} level={nation.level} /> {nationWords(nation, props.second)}
            {nation.population !== undefined && ` · ${people(nation.population)} people`}
          </span>
        )}
      </h2>
      <ul className={s.tiles}>
        {block.tiles.map((tile) => (
          <Tile key={tile.id} tile={tile} {...props} />
        ))}
      </ul>
      {block.tiles.length === 0 && <p className={s.nationWords}>No parts on record.</p>}
    </section>
  );
}

function Tile({ tile, ...props }: TileMapProps & { readonly tile: ViewNode }) {
  const matched = props.matches(tile);
  const lost = tile.state === 'unknown' || !matched ? 0 : lostStep(tile.level);
  return (
    <li>
      <button
        type="button"
        className={s.tile}
        data-lost={lost}
        data-state={tile.state}
        data-mine={tile.id === props.area || undefined}
        data-faint={matched ? undefined : true}
        aria-pressed={tile.id === props.selection}
        onClick={() => props.onSelect(tile.id)}
      >
        <span className={s.fill} aria-hidden="true" />
        <span className={s.name}>{tile.name}</span>
        <span className={s.words}>{tileWords(tile, props.second)}</span>
      </button>
    </li>
  );
}

type Left = Pick<ViewNode, 'level' | 'range'>;
type Second = TileMapProps['second'];

function tileWords(tile: ViewNode, second: Second): string {
  if (tile.state === 'unknown') return 'not known';
  const where = tile.population === undefined ? '' : ` · ${people(tile.population)}`;
  return `${lostWords(tile, second)}${where}`;
}

/** What is lost, as on its tiles and in the legend; of a nation that is not known, that. */
const nationWords = (nation: ViewNode, second: Second) =>
  nation.state === 'unknown' ? 'not known' : lostWords(nation, second);

/** "32 % lost (17–47 %)", "A 32 % (17–47 %), B 40 % lost". */
function lostWords(tile: ViewNode, second: Second): string {
  const other = second?.get(tile.id);
  if (second) return `A ${share(tile)}, B ${share(other ?? { level: 1 })} lost`;
  return tile.level < 1
    ? `${percentLost(tile.level)} lost${ends(tile)}`
    : `nothing lost${ends(tile)}`;
}

const share = (left: Left) => `${percentLost(left.level)}${ends(left)}`;
const ends = ({ range }: Left) => (range ? ` (${rangeLost(range)})` : '');

function Legend() {
  return (
    <div className={s.legend}>
      <span>Share lost</span>
      {LOST_STEPS.map((words, at) => (
        <span key={words} className={s.step} data-lost={at + 1}>
          <span className={s.fill} aria-hidden="true" /> {words}
        </span>
      ))}
      <span className={s.step} data-state="unknown">
        <span className={s.fill} aria-hidden="true" /> not known
      </span>
      <span className={s.note}>Each tile is an area; its size says nothing.</span>
    </div>
  );
}
