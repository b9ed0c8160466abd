import type { ViewRequest } from '@msp-impact/contract';

export type ViewOptions = Omit<ViewRequest, 'question'>;
