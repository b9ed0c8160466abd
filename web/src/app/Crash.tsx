import { Component, type ReactNode } from 'react';
import controls from '../ui/controls.module.css';
import { ErrorState } from '../ui/States.tsx';

interface CrashProps {
  /** A new value gives the screen another try: the address. */
  readonly at: string;
  readonly children: ReactNode;
}

/** A fault of ours takes one screen with it, never the page; the data is not touched by it. */
export class Crash extends Component<CrashProps, { readonly error: unknown; readonly at: string }> {
  override state = { error: undefined as unknown, at: this.props.at };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  static getDerivedStateFromProps(props: CrashProps, state: { at: string }) {
    return props.at === state.at ? null : { at: props.at, error: undefined };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return (
      <div style={{ padding: 20 }}>
        <h1 className="only-heard">This screen broke</h1>
        <ErrorState error={this.state.error} title="This screen broke. Do not take this as safe." />
        <p style={{ marginTop: 12 }}>
          <button
            type="button"
            className={controls.button}
            onClick={() => window.location.reload()}
          >
            Load it again
          </button>
        </p>
      </div>
    );
  }
}
