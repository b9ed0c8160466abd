import { Link, useLocation, useSearch } from 'wouter';
import { Duplicates } from '../../features/parties/Duplicates.tsx';
import { Quality } from '../../features/quality/Quality.tsx';
import quality from '../../features/quality/quality.module.css';
import { WorkList } from '../../features/quality/WorkList.tsx';
import controls from '../../ui/controls.module.css';
import { useExploreLinks } from '../../url/use-reliance.ts';
import { edit } from '../editing.ts';
import s from '../reliance/screen.module.css';
import parts from './parts.module.css';

const PARTS = [
  { href: '/data', name: '← Data' },
  { href: '/data/quality', name: 'How good it is' },
  { href: '/data/not-known', name: 'What nobody knows' },
  { href: '/data/duplicates', name: 'Possible duplicates' },
] as const;

/** How good the data is, what nobody knows, which suppliers may be one. */
export function QualityScreen() {
  const [path] = useLocation();
  const { select } = useExploreLinks();
  const bar = <PartsBar path={path} />;
  return (
    <div className={s.screen}>
      {path === '/data/duplicates' ? (
        <Duplicates bar={bar} pad={quality.pad} hrefOf={select} />
      ) : path === '/data/not-known' ? (
        <WorkList bar={bar} hrefOf={select} />
      ) : (
        <Quality bar={bar} onEdit={({ type, id }) => edit({ type, id })} />
      )}
    </div>
  );
}

/** Each part has an address of its own; the view on Explore is carried along. */
function PartsBar({ path }: { readonly path: string }) {
  const search = useSearch();
  return (
    <nav className={s.bar} aria-label="Parts of the data">
      {PARTS.map(({ href, name }) => (
        <Link
          key={href}
          href={search ? `${href}?${search}` : href}
          className={`${controls.button} ${parts.part}`}
          aria-current={href === path ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
