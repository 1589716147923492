import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { EvidenceForm, type EvidenceChoices } from '../../../components/evidence-form.tsx';
import { Preview } from '../../../components/preview.tsx';
import { Text, useReading } from '../../../components/words.tsx';
import { managedPolicy } from '../../../utils/adapters/browser/policy.ts';
import { CHECKS } from '../../../utils/checks/index.ts';
import type { PolicyReading } from '../../../utils/model/policy.ts';
import type { Snapshot } from '../../../utils/model/snapshots.ts';
import type { Message } from '../../../utils/model/words.ts';
import { createMask, type Format, type PartId, timelines } from '../../../utils/report/index.ts';
import type { Stored } from '../../shared/load.ts';
import { fileName, PREVIEW_ROWS, previewText, saveEvidence } from '../evidence-file.ts';
import { evidenceInput } from '../evidence-input.ts';
import { momentTexts } from '../page-text.ts';
import { useSnapshots } from '../store.ts';
import type { Given, Section } from './section.ts';

const PARTS: readonly (readonly [PartId, Message])[] = [
  ['checks', { key: 'report_part_checks' }],
  ['settings', { key: 'report_part_settings' }],
  ['history', { key: 'report_part_history' }],
  ['permissions', { key: 'report_part_permissions' }],
  ['facts', { key: 'report_part_facts' }],
  ['policy', { key: 'report_part_policy' }],
];
const FORMATS: readonly (readonly [Format, Message | string])[] = [
  ['html', { key: 'report_format_html' }],
  ['markdown', 'Markdown'],
  ['csv', 'CSV'],
  ['json', 'JSON'],
];
/** The ticket is typed letter by letter; the preview follows when the hand rests, ms. */
const REST = 250;

/** Every moment a settings page was looked at or Entra was read, newest first. */
function momentsOf(snapshots: readonly Snapshot[], { facts }: Stored): number[] {
  const all = timelines(snapshots, facts).flatMap(({ sightings }) => sightings.map(({ seenAt }) => seenAt));
  const read = snapshots.flatMap(({ page, seenAt }) => (page === 'entra-apps' ? [seenAt] : []));
  return [...new Set([...all, ...read])].toSorted((a, b) => b - a);
}

/** The organisation's policy; `null` when it could not be read, `undefined` until it has answered. */
function usePolicy(): PolicyReading | null | undefined {
  const [policy, setPolicy] = useState<PolicyReading | null>();
  useEffect(() => {
    managedPolicy(CHECKS.map(({ id }) => id))
      .read()
      .then(setPolicy, () => setPolicy(null));
  }, []);
  return policy;
}

function Pack({ stored, judged, snapshots }: Given & { readonly snapshots: readonly Snapshot[] }) {
  const policy = usePolicy();
  const { say, now } = useReading();
  const moments = useMemo(() => momentsOf(snapshots, stored), [snapshots, stored]);
  const [choices, setChoices] = useState<EvidenceChoices<PartId, Format>>({
    parts: PARTS.map(([id]) => id),
    masked: true,
    ticket: '',
    before: moments[1] ?? null,
    after: null,
    format: 'html',
  });
  const [preview, setPreview] = useState<{ readonly text: string; readonly of: Format } | null>(null);
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState<Message | null>(null);
  const { version } = browser.runtime.getManifest();
  const { format } = choices;

  // What was made for another format would be drawn as what it is not.
  const shown = preview?.of === format ? preview.text : null;

  useEffect(() => {
    if (policy === undefined) return undefined;
    let current = true;
    const show = async () => {
      const text = await previewText(
        evidenceInput({ stored, judged }, snapshots, choices, { now, version, policy }),
        format,
        say,
      );
      if (current) setPreview({ text, of: format });
    };
    const failed = () => current && setNotice({ key: 'report_unmade' });
    const timer = setTimeout(() => void show().catch(failed), shown === null ? 0 : REST);
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // The minute that passes makes no other pack: its ages are those of when it was last chosen.
  }, [stored, snapshots, choices, policy]);

  const onSave = async () => {
    setBusy(true);
    setNotice({ key: 'report_making' });
    try {
      const input = evidenceInput({ stored, judged }, snapshots, choices, {
        now: Date.now(),
        version,
        policy: policy ?? null,
      });
      const bytes = await saveEvidence(input, format, say);
      setNotice({ key: 'report_saved', params: { size: Math.max(1, Math.round(bytes / 1000)) } });
    } catch {
      // Out of memory or disk: whatever it was, the person learns that there is no file, and nothing was lost.
      setNotice({ key: 'report_unmade' });
    }
    setBusy(false);
  };
  const address = stored.facts['microsoft/account']?.value.username;
  const texts = momentTexts(say, moments);
  return (
    <div class="ev">
      <EvidenceForm
        choices={choices}
        parts={PARTS}
        formats={FORMATS}
        moments={moments.map((at, index) => [at, texts[index] ?? ''] as const)}
        example={createMask().text(address?.includes('@') ? address : 'maya@example.com')}
        busy={busy}
        notice={notice}
        onChange={setChoices}
        onSave={() => void onSave()}
      />
      <Preview name={fileName(now, format)} text={shown} page={format === 'html'} most={PREVIEW_ROWS} />
    </div>
  );
}

export const evidence: Section = {
  id: 'evidence',
  name: { key: 'report_evidence' },
  icon: 'doc',
  sub: { key: 'report_evidence_sub' },
  Content: ({ stored, judged }) => {
    const snapshots = useSnapshots(stored);
    if (snapshots === 'failed')
      return (
        <p class="card prose">
          <Text of={{ key: 'popup_store_unreadable' }} />
        </p>
      );
    return snapshots && <Pack stored={stored} judged={judged} snapshots={snapshots} />;
  },
};
