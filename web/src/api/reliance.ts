/** What the Reliance screen asks, one hook each. `undefined` in place of a request asks nothing. */
import type {
  ConcentrationAnswer,
  ConcentrationChoices,
  ConcentrationQuery,
  ConcentrationRequest,
  Contract,
  DecideByAnswer,
  DecideByQuery,
  FourthPartiesAnswer,
  OverTimeAnswer,
  ReplaceMatrixAnswer,
  SingleSourceAnswer,
  WhatIfAnswer,
  WhatIfRequest,
} from '@msp-impact/contract';
import { api, call } from './client.ts';
import { useAnswer } from './use-answer.ts';

/** Rows of the lists that are fetched; what is beyond is counted by the answer. */
export const LISTED = 1000;
/** Enough for a file of everything. */
export const EVERY_ROW = 100_000;

export const askConcentration = (query: ConcentrationQuery, signal?: AbortSignal) =>
  call<ConcentrationAnswer>('/concentration', { query, signal });

export const useConcentration = (query: ConcentrationQuery | undefined) =>
  useAnswer('concentration', query, askConcentration);

export const useConcentrationChoices = () =>
  useAnswer('concentration-choices', {}, (_, signal) =>
    call<ConcentrationChoices>('/concentration/choices', { signal }),
  );

export const useOverTime = (query: ConcentrationRequest | undefined) =>
  useAnswer('concentration-over-time', query, (request, signal) =>
    call<OverTimeAnswer>('/concentration/over-time', { query: request, signal }),
  );

export const useDecideBy = (query: DecideByQuery | undefined) =>
  useAnswer('decide-by', query, (request, signal) =>
    call<DecideByAnswer>('/contracts/decide-by', { query: request, signal }),
  );

const listed = { limit: LISTED };

export const useFourthParties = () =>
  useAnswer('fourth-parties', listed, (query, signal) =>
    call<FourthPartiesAnswer>('/fourth-parties', { query, signal }),
  );

export const useSingleSource = () =>
  useAnswer('single-source', listed, (query, signal) =>
    call<SingleSourceAnswer>('/single-source', { query, signal }),
  );

export const useReplaceMatrix = () =>
  useAnswer('replace-matrix', listed, (query, signal) =>
    call<ReplaceMatrixAnswer>('/replace-matrix', { query, signal }),
  );

/** Can take seconds on a large graph: ask on demand. */
export const useWhatIf = (request: WhatIfRequest | undefined) =>
  useAnswer('what-if', request, (body, signal) =>
    call<WhatIfAnswer>('/what-if', { method: 'POST', body, signal }),
  );

interface ContractPage {
  readonly revision: number;
  readonly total: number;
  readonly items: readonly { readonly item: Contract }[];
  readonly next?: string;
}

/** Pages of contracts that are fetched; what is beyond is counted. */
const MOST_PAGES = 10;

/** The first ten thousand contracts on record, by id. */
export const useContracts = (wanted: boolean) =>
  useAnswer('contracts', wanted ? listed : undefined, async (query, signal) => {
    const contracts: Contract[] = [];
    let page = await call<ContractPage>('/contracts', { query, signal });
    for (let pages = 1; ; pages++) {
      contracts.push(...page.items.map((one) => one.item));
      if (page.next === undefined || pages === MOST_PAGES) break;
      page = await call<ContractPage>('/contracts', {
        query: { ...query, cursor: page.next },
        signal,
      });
    }
    return { revision: page.revision, total: page.total, contracts };
  });

/** A name for an id in an address; an id that stands for nothing is its own name. */
export const useName = (id: string | undefined) =>
  useAnswer(
    'name',
    id === undefined ? undefined : { id },
    (request) =>
      api.node(request.id).then(
        ({ item }) => ({ id: item.id, name: item.name }),
        () => ({ id: request.id, name: request.id }),
      ),
    (old) => old.id === id,
  ).data?.name ?? id;
