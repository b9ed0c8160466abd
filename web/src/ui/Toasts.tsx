import { CloseButton } from '@mantine/core';
import { useEffect } from 'react';
import kit from './kit.module.css';
import { type Toast, useToasts } from './toasts.ts';

/** Long enough to read, and to reach Undo with the keyboard; a problem stays until closed. */
const SHOWN_MS = 5_000;
const WITH_ACTION_MS = 10_000;

/** The stack of toasts, once per page. */
export function Toasts() {
  const toasts = useToasts((s) => s.toasts);
  return (
    <div className={kit.toasts} role="status" aria-label="Messages">
      {toasts.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function OneToast({ toast }: { readonly toast: Toast }) {
  const remove = useToasts((s) => s.remove);
  useEffect(() => {
    if (toast.tone === 'problem') return;
    const timer = setTimeout(() => remove(toast.id), toast.action ? WITH_ACTION_MS : SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, remove]);
  const act = () => {
    toast.action?.run();
    remove(toast.id);
  };
  return (
    <div className={kit.toast} data-tone={toast.tone}>
      <span>{toast.text}</span>
      {toast.action && (
        <button type="button" className={kit.toastAction} onClick={act}>
          {toast.action.label}
        </button>
      )}
      <CloseButton aria-label="Close this message" onClick={() => remove(toast.id)} />
    </div>
  );
}
