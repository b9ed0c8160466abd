/** The three forms. */
import type { Contract, Dependency, GraphNode } from '@msp-impact/contract';
import { ContractFields } from './ContractFields.tsx';
import { type ContractDraft, readContract, showContract } from './draft/contract-draft.ts';
import { type LinkDraft, readLink, showLink } from './draft/link-draft.ts';
import { type NodeDraft, readNode, showNode } from './draft/node-draft.ts';
import type { FormKit } from './form-kit.ts';
import { LinkFields } from './LinkFields.tsx';
import { NodeFields } from './NodeFields.tsx';

export const nodeKit: FormKit<GraphNode, NodeDraft> = {
  type: 'node',
  show: showNode,
  read: readNode,
  nameOf: (node) => node.name,
  Fields: NodeFields,
};

export const linkKit: FormKit<Dependency, LinkDraft> = {
  type: 'dependency',
  show: showLink,
  read: readLink,
  nameOf: (link) => `the link from ${link.from} to ${link.to}`,
  Fields: LinkFields,
};

export const contractKit: FormKit<Contract, ContractDraft> = {
  type: 'contract',
  show: showContract,
  read: readContract,
  nameOf: (contract) => contract.title ?? contract.id,
  Fields: ContractFields,
};
