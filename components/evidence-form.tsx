import type { Message } from '../utils/model/words.ts';
import { Choice } from './choice.tsx';
import { Icon } from './icon.tsx';
import { Segmented } from './segmented.tsx';
import { Text } from './words.tsx';

export interface EvidenceChoices<Part extends string, Format extends string> {
  readonly parts: readonly Part[];
  readonly masked: boolean;
  readonly ticket: string;
  /** ms since the epoch; `null`: nothing to compare with. */
  readonly before: number | null;
  /** ms since the epoch; `null`: now. */
  readonly after: number | null;
  readonly format: Format;
}

interface EvidenceFormProps<Part extends string, Format extends string> {
  readonly choices: EvidenceChoices<Part, Format>;
  readonly parts: readonly (readonly [id: Part, name: Message])[];
  readonly formats: readonly (readonly [id: Format, name: Message | string])[];
  /** Moments a page was looked at, newest first, each as text. */
  readonly moments: readonly (readonly [at: number, text: string])[];
  /** An address as it is masked. */
  readonly example: string;
  readonly busy: boolean;
  readonly notice: Message | null;
  readonly onChange: (choices: EvidenceChoices<Part, Format>) => void;
  readonly onSave: () => void;
}

const NONE = '';

/** What goes into an evidence pack, how, and the one button that makes it. */
export function EvidenceForm<Part extends string, Format extends string>(
  props: EvidenceFormProps<Part, Format>,
) {
  const { choices, parts, formats, moments, example, busy, notice, onChange, onSave } = props;
  const change = (some: Partial<EvidenceChoices<Part, Format>>) => onChange({ ...choices, ...some });
  const moment = (value: string) => (value === NONE ? null : Number(value));
  const options = moments.map(([at, text]) => (
    <option key={at} value={String(at)}>
      {text}
    </option>
  ));
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSave();
      }}
    >
      <div class="in stack">
        <fieldset>
          <legend>
            <Text of={{ key: 'report_goes_in' }} />
          </legend>
          {parts.map(([id, name]) => (
            <label class="ck" key={id}>
              <input
                type="checkbox"
                name={id}
                checked={choices.parts.includes(id)}
                onChange={({ currentTarget: { checked } }) =>
                  change({
                    parts: checked ? [...choices.parts, id] : choices.parts.filter((one) => one !== id),
                  })
                }
              />
              <Text of={name} />
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>
            <Text of={{ key: 'report_compare' }} />
          </legend>
          <Choice
            name="before"
            label={{ key: 'report_pick_before' }}
            value={choices.before === null ? NONE : String(choices.before)}
            onChange={(value) => change({ before: moment(value) })}
          >
            <option value={NONE}>
              <Text of={{ key: 'report_no_before' }} />
            </option>
            {options}
          </Choice>
          <Choice
            name="after"
            label={{ key: 'report_pick_after' }}
            value={choices.after === null ? NONE : String(choices.after)}
            onChange={(value) => change({ after: moment(value) })}
          >
            <option value={NONE}>
              <Text of={{ key: 'report_now' }} />
            </option>
            {options}
          </Choice>
        </fieldset>
        <fieldset>
          <legend>
            <Text of={{ key: 'report_names' }} />
          </legend>
          {[true, false].map((masked) => (
            <label class="ck" key={String(masked)}>
              <input
                type="radio"
                name="masked"
                value={String(masked)}
                checked={choices.masked === masked}
                onChange={() => change({ masked })}
              />
              <span>
                <Text of={masked ? { key: 'report_masked', params: { example } } : { key: 'report_full' }} />
              </span>
            </label>
          ))}
        </fieldset>
        <Segmented
          name="format"
          label={{ key: 'report_format' }}
          options={formats}
          value={choices.format}
          onChange={(format) => change({ format })}
        />
        <div class="fld">
          <label for="ticket">
            <Text of={{ key: 'report_ticket' }} />
          </label>
          <input
            id="ticket"
            name="ticket"
            value={choices.ticket}
            maxLength={120}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => change({ ticket: event.currentTarget.value })}
          />
        </div>
        <div class="acts">
          <button type="submit" class="btn main" aria-disabled={busy ? 'true' : undefined}>
            <Icon name="save" />
            <Text of={{ key: 'report_save' }} />
          </button>
          <span class="meta" role="status">
            <Text of={notice ?? { key: 'report_saves' }} />
          </span>
        </div>
      </div>
    </form>
  );
}
