import { Link } from 'wouter';
import { EmptyState } from '../ui/States.tsx';

export function NotFound() {
  return (
    <EmptyState title="There is nothing at this address.">
      <p>
        The link may be cut short. <Link href="/">Go to Explore</Link>
      </p>
    </EmptyState>
  );
}
