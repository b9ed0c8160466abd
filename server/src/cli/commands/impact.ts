import { type Basis, type Cause, KINDS, type Kind } from '@msp-impact/contract';
import { ask, type Solved } from '../../answers/ask.ts';
import { cliImpact, impactAnswer } from '../../answers/impact.ts';
import { percent, whole } from '../../text/figures.ts';
import type { CommandFile } from '../command.ts';
import { Usage } from '../failure.ts';
import { questionFailure } from '../ids.ts';
import { type Common, collect, collectAs, idAndLevel, pair, withCommon } from '../options.ts';
import { type Output, writeJson } from '../output.ts';
import { withSnapshot } from '../source.ts';
import { tableLines } from '../table.ts';

interface Options extends Common {
  readonly down?: { id: string; level: number }[];
  readonly isolate?: string[];
  readonly sever?: { from: string; to: string }[];
  readonly observed?: { id: string; level: number }[];
  readonly workarounds?: boolean;
}

/** Rows of the table; `--json` has all. */
const SHOWN = 200;
const NAMED = 12;

export const impact: CommandFile = {
  declare: (program, output) => {
    withCommon(program.command('impact'))
      .summary('who is hit when this stops')
      .description(
        'Who is hit when these nodes stop, with the level that is left and the way it came.',
      )
      .option(
        '--down <id[=level]>',
        'stops, or is left at this level (0 to 1)',
        collectAs((part) => idAndLevel(part, 0)),
      )
      .option('--isolate <zone>', 'every node of the zone is switched off', collect)
      .option('--sever <from->to>', 'cuts every link of the pair', collectAs(pair))
      .option(
        '--observed <id=level>',
        'seen for ourselves: replaces what is computed',
        collectAs((part) => idAndLevel(part)),
      )
      .option('--workarounds', 'counts other ways of working')
      .action((options: Options) => run(options, output));
  },
};

async function run(options: Options, output: Output): Promise<void> {
  const { down, isolate, sever, observed, workarounds } = options;
  if (!down && !isolate && !sever && !observed) {
    throw new Usage(
      'name what stops: --down ID, --isolate ZONE, --sever FROM->TO or --observed ID=LEVEL',
    );
  }
  const question = {
    ...(down ? { down } : {}),
    ...(isolate ? { isolate } : {}),
    ...(sever ? { sever } : {}),
    ...(observed ? { observed } : {}),
    ...(workarounds ? { workarounds } : {}),
  };
  await withSnapshot(options.graph, async (snapshot, source) => {
    const asked = ask(snapshot, question, '$');
    if (!asked.ok) throw questionFailure(snapshot, asked.faults);
    if (options.json) return writeJson(output, cliImpact(asked.value));
    return output.write(report(asked.value, source.describe(snapshot), output.width));
  });
}

const CAUSE_WORDS: Record<Cause, string> = {
  failed: 'failed',
  compromised: 'compromised',
  isolated: 'switched off',
  severed: 'cut itself off',
};

function report(solved: Solved, graph: string, width: number | undefined): string {
  const answer = impactAnswer(solved, SHOWN);
  const rows = answer.impacted.map((row) => [
    percent(row.level),
    row.state,
    row.kind,
    row.name,
    row.id,
    row.path.length > 1 ? row.path.join(' → ') : CAUSE_WORDS[row.cause],
  ]);
  const columns = [
    { head: 'LEFT', right: true },
    { head: 'STATE' },
    { head: 'KIND' },
    { head: 'NAME' },
    { head: 'ID' },
    { head: 'WAY' },
  ];
  const { people, settled } = answer.summary;
  const lines = [answer.sentence, ''];
  if (rows.length > 0) lines.push(...tableLines(columns, rows, width), '');
  if (answer.total > rows.length) {
    lines.push(`The first ${rows.length} of ${whole(answer.total)} are listed; --json gives all.`);
  }
  lines.push(
    ...named('On their last option', answer.atRisk),
    ...named('Not known', answer.unknown),
  );
  lines.push(
    people.known
      ? `People: ${whole(people.touched)} touched, ${whole(people.lost)} lost (people × what is lost).`
      : 'People: not known, no region has a population on record.',
  );
  if (!settled) lines.push('A circle did not settle within the bound: its levels are approximate.');
  lines.push(`${graph}. ${basisText(answer.basis)}`);
  return `${lines.join('\n')}\n`;
}

function named(title: string, nodes: readonly { id: string; kind: string }[]): string[] {
  if (nodes.length === 0) return [];
  const counts = KINDS.map((kind: Kind) => nodes.filter((node) => node.kind === kind).length);
  const kinds = KINDS.map((kind, i) => `${counts[i]} ${kind}${counts[i] === 1 ? '' : 's'}`);
  const ids = nodes.slice(0, NAMED).map((node) => node.id);
  const more = nodes.length > NAMED ? ', …' : '';
  return [`${title}: ${kinds.filter((_, i) => counts[i]).join(', ')}: ${ids.join(', ')}${more}`];
}

function basisText({ links, stated, reported, assumed, none }: Basis): string {
  return `Rests on ${whole(links)} links: ${stated} stated, ${reported} reported, ${assumed} assumed, ${none} without evidence.`;
}
