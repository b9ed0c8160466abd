import { useEffect, useState } from 'react';

/** One polite announcement per change, in the same words as the answer on screen. */
export function Announcer({ text }: { readonly text: string | undefined }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    // Waits for quick changes to settle, so that only the last is heard.
    const timer = setTimeout(() => setSaid(text ?? ''), 250);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div className="only-heard" aria-live="polite" role="status" aria-label="Answer">
      {said}
    </div>
  );
}
