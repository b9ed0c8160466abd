import frame from './frame.module.css';
import { Header } from './Header.tsx';
import { LostBanner } from './LostBanner.tsx';
import { Screens } from './Screens.tsx';

/** Header, banner, screen. */
export function Frame() {
  return (
    <div className={frame.frame}>
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <Header />
      <LostBanner />
      <main id="content" tabIndex={-1} className={frame.main}>
        <Screens />
      </main>
    </div>
  );
}
