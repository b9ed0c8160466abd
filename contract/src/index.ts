export * from './api/edit.ts';
export * from './api/impact.ts';
export * from './api/view.ts';
export * from './codes.ts';
export * from './graph-document.ts';
export * from './problem.ts';
export * from './question.ts';
export * from './scalars.ts';
