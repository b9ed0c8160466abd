/**
 * What the rules look at: a graph, whole (a document) or as it would be after an edit
 * (a snapshot with the edit laid over it). The rules are written once, against this.
 */
import type { Contract, Dependency, GraphNode } from '@msp-impact/contract';

/** The fields of a dependency that rules concern. */
export type RuleLink = Pick<Dependency, 'id' | 'from' | 'to' | 'group' | 'weight'>;
/** Without a kind: it is not known yet, and nothing is judged by it. */
export type RuleNode = Pick<GraphNode, 'id' | 'parent' | 'groups' | 'workarounds'> &
  Partial<Pick<GraphNode, 'kind'>>;
export type RuleContract = Pick<Contract, 'id' | 'supplier' | 'dependencies'>;

export interface RuleView {
  node(id: string): RuleNode | undefined;
  hasDependency(id: string): boolean;
  linksInto(id: string): readonly RuleLink[];
}
