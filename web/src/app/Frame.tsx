import { useLocation, useSearch } from 'wouter';
import { Crash } from './Crash.tsx';
import { EditorSlot } from './EditorSlot.tsx';
import frame from './frame.module.css';
import { Header } from './Header.tsx';
import { LostBanner } from './LostBanner.tsx';
import { Screens } from './Screens.tsx';

/** Header, banner, screen. */
export function Frame() {
  const [path] = useLocation();
  const search = useSearch();
  return (
    <div className={frame.frame}>
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <Header />
      <LostBanner />
      <main id="content" tabIndex={-1} className={frame.main}>
        <Crash at={`${path}?${search}`}>
          <Screens />
        </Crash>
        <EditorSlot />
      </main>
    </div>
  );
}
