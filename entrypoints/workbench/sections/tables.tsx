import type { ComponentChild } from 'preact';
import { RunsTable } from '../../../components/runs-table.tsx';
import { GuideCard } from '../guide-card.tsx';
import { Help } from '../help.tsx';
import { Trouble } from '../trouble.tsx';
import type { Section } from './section.ts';

const wide = (table: ComponentChild) => <section class="card wide">{table}</section>;

export const runs: Section = {
  id: 'runs',
  name: { key: 'workbench_runs' },
  icon: 'sync',
  sub: { key: 'workbench_runs_sub' },
  Content: ({ stored }) => wide(<RunsTable runs={stored.runs} />),
};

export const help: Section = {
  id: 'help',
  name: { key: 'workbench_help' },
  icon: 'advice',
  Content: ({ stored, judged }) => (
    <>
      <GuideCard facts={stored.facts} />
      <Help />
      <Trouble stored={stored} judged={judged} />
    </>
  ),
};
