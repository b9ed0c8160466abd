import type { Kind, ScenarioTemplate } from '@msp-impact/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useSamplePlan, useTemplates } from '../../api/plans.ts';
import { plansApi } from '../../api/simulate.ts';
import controls from '../../ui/controls.module.css';
import { planText } from '../../ui/hour-words.ts';
import { NodePicker } from '../../ui/NodePicker.tsx';
import { Section } from '../../ui/Panel.tsx';
import { ErrorState } from '../../ui/States.tsx';
import type { PlanRef } from '../../url/hours-view.ts';
import { normalPlan } from '../../url/scenario-codec.ts';
import s from './scenario.module.css';

interface TemplatesProps {
  readonly nameOf: (id: string) => string;
  /** Id of the sample that is loaded, which may come with a plan of its own. */
  readonly sample: string | undefined;
  readonly onOpen: (plan: PlanRef) => void;
}

/** What one can start from: the incident as it was, and typical ones. */
export function Templates({ nameOf, sample, onOpen }: TemplatesProps) {
  const templates = useTemplates();
  const own = useSamplePlan(sample).data;
  return (
    <Section title="Start from">
      <div className={s.list}>
        {own && (
          <div className={s.template}>
            <strong>{own.name}</strong>
            <p>The incident of this sample, as it was.</p>
            <span>
              <button
                type="button"
                className={controls.primary}
                onClick={() => onOpen({ draft: normalPlan(own) })}
              >
                Open this plan
              </button>
            </span>
          </div>
        )}
        {templates.error && (
          <ErrorState error={templates.error} onRetry={() => void templates.refetch()} />
        )}
        {templates.data?.templates.map((template) => (
          <Template key={template.id} template={template} nameOf={nameOf} onOpen={onOpen} />
        ))}
      </div>
    </Section>
  );
}

interface TemplateProps extends Omit<TemplatesProps, 'sample'> {
  readonly template: ScenarioTemplate;
}

function Template({ template, nameOf, onOpen }: TemplateProps) {
  const [picking, setPicking] = useState(false);
  const make = useMutation({
    mutationFn: (node: string) => plansApi.fromTemplate(template.id, node),
    onSuccess: ({ scenario }) =>
      onOpen({
        draft: normalPlan({ ...scenario, note: scenario.note && planText(scenario.note) }),
      }),
  });
  const { suggestion } = template;
  return (
    <div className={s.template}>
      <strong>{planText(template.title)}</strong>
      <p>{planText(template.summary)}</p>
      <span className={s.saveRow}>
        {suggestion && (
          <button
            type="button"
            className={controls.button}
            disabled={make.isPending}
            aria-label={`${template.title}: use ${nameOf(suggestion)}`}
            onClick={() => make.mutate(suggestion)}
          >
            Use {nameOf(suggestion)}
          </button>
        )}
        <button
          type="button"
          className={controls.link}
          aria-label={`${template.title}: choose another`}
          onClick={() => setPicking(!picking)}
        >
          Another
        </button>
      </span>
      {picking && (
        <NodePicker
          label={`For whom: ${template.title}`}
          hideLabel
          autoFocus
          kinds={template.kinds as Kind[]}
          onPick={(node) => make.mutate(node.id)}
        />
      )}
      {make.error && <ErrorState error={make.error} />}
    </div>
  );
}
