import { Link, useLocation, useSearch } from 'wouter';
import controls from '../ui/controls.module.css';
import { Finder } from './Finder.tsx';
import frame from './frame.module.css';
import { HeaderInfo } from './HeaderInfo.tsx';
import { Logo } from './Logo.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';

/** Only screens that exist. The view's own address is kept while another screen is looked at. */
const TABS = [
  { href: '/', name: 'Explore' },
  { href: '/reliance', name: 'Reliance' },
  { href: '/hours', name: 'Hour by hour' },
  { href: '/incident', name: 'Incident' },
  { href: '/data', name: 'Data' },
] as const;

export function Header() {
  const [path] = useLocation();
  const search = useSearch();
  return (
    <header className={frame.header}>
      <Logo />
      <nav aria-label="Screens" className={frame.tabs}>
        {TABS.map((tab) => (
          <Link
            key={tab.href}
            href={search ? `${tab.href}?${search}` : tab.href}
            aria-current={path === tab.href || path.startsWith(`${tab.href}/`) ? 'page' : undefined}
          >
            {tab.name}
          </Link>
        ))}
      </nav>
      <span className={frame.grow} />
      <Finder />
      <HeaderInfo />
      <Link
        href={search ? `/report?${search}` : '/report'}
        aria-current={path === '/report' ? 'page' : undefined}
        className={`${controls.primary} ${controls.tall}`}
      >
        Report
      </Link>
      <ThemeMenu />
    </header>
  );
}
