import { Link } from 'wouter';
import { EmptyState } from '../ui/States.tsx';

export function NotFound() {
  return (
    <>
      <h1 className="only-heard">Not found</h1>
      <EmptyState title="There is nothing at this address.">
        <p>
          The link may be cut short. <Link href="/">Go to Explore</Link>
        </p>
      </EmptyState>
    </>
  );
}
