import type { ImpactAnswer, ImpactRow, Question } from '@msp-impact/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { api } from './client.ts';
import { useRevision } from './revision.ts';

const PAGE = 1000;

export interface AllRows {
  readonly rows: readonly ImpactRow[];
  readonly total: number;
  /** Every row is here: only then may they be exported as the whole. */
  readonly complete: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

/** All rows of an answer: the first page is the answer itself, the rest comes by cursor. */
export function useAllRows(
  question: Question | undefined,
  first: ImpactAnswer | undefined,
): AllRows {
  const revision = useRevision();
  const start = question && first?.next ? first.next : undefined;
  const rest = useInfiniteQuery({
    queryKey: ['impact-rows', question, revision],
    enabled: start !== undefined,
    initialPageParam: start ?? '',
    queryFn: ({ pageParam, signal }) =>
      api.impact({ question: question ?? {}, limit: PAGE, cursor: pageParam }, signal),
    getNextPageParam: (page: ImpactAnswer) => page.next,
  });
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = rest;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);
  const rows = useMemo(
    () => [
      ...(first?.impacted ?? []),
      ...(start ? (rest.data?.pages ?? []) : []).flatMap((page) => page.impacted),
    ],
    [first, start, rest.data],
  );
  return {
    rows,
    total: first?.total ?? 0,
    complete: first !== undefined && rows.length >= first.total,
    error: rest.error,
    retry: () => void rest.fetchNextPage(),
  };
}
