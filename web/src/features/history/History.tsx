import { Button } from '@mantine/core';
import { EmptyState, ErrorState } from '../../ui/States.tsx';
import { ChangeEntry } from './ChangeEntry.tsx';
import css from './history.module.css';
import { takenBack } from './taken-back.ts';
import { useHistory } from './use-history.ts';

/** Every change of the data, newest first. */
export function History() {
  const history = useHistory();
  const changes = history.data?.pages.flatMap((page) => page.changes) ?? [];
  const taken = takenBack(changes);
  return (
    <section aria-label="Changes">
      <h2 className={css.title}>Changes</h2>
      {history.isError && (
        <ErrorState error={history.error} onRetry={() => void history.refetch()} />
      )}
      {history.isPending && <p className={css.quiet}>Loading the changes …</p>}
      {history.isSuccess && changes.length === 0 && (
        <EmptyState title="No changes yet">What is loaded or edited is listed here.</EmptyState>
      )}
      <ol className={css.list}>
        {changes.map((change) => (
          <ChangeEntry
            key={change.revision}
            change={change}
            takenBack={taken.get(change.revision)}
          />
        ))}
      </ol>
      {history.hasNextPage && (
        <Button
          variant="default"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          Show older changes
        </Button>
      )}
    </section>
  );
}
