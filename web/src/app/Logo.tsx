import frame from './frame.module.css';

export function Logo() {
  return (
    <span className={frame.logo}>
      <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
        <g fill="none" strokeWidth="2.2" strokeLinecap="round">
          <path d="M5 12h6M11 12c3 0 4-6 8-6" stroke="var(--accent)" />
          <path d="M11 12c3 0 4 6 8 6" stroke="var(--reduced-line)" />
        </g>
        <g fill="var(--accent)">
          <circle cx="4.5" cy="12" r="3" />
          <circle cx="12" cy="12" r="2.4" />
          <circle cx="19.5" cy="6" r="2.8" />
        </g>
        <circle cx="19.5" cy="18" r="2.8" fill="var(--reduced-line)" />
      </svg>
      <span className={frame.logoName}>Impact mapper</span>
    </span>
  );
}
