import { useState } from 'preact/hooks';
import { Text, useReading } from '../../components/words.tsx';
import { TaughtDropped } from '../../components/taught-dropped.tsx';
import { toErrorInfo } from '../../utils/core/errors.ts';
import { errorWords } from '../../utils/model/error-words.ts';
import type { TaughtBook } from '../../utils/model/ports.ts';
import { SETTING_NAMES } from '../../utils/model/setting-names.ts';
import type { TaughtLocator } from '../../utils/model/settings.ts';
import { PAGE_NAMES, refusedWords } from '../../utils/model/taught-words.ts';
import type { Message } from '../../utils/model/words.ts';
import { send } from '../shared/acts.ts';
import { readTaughtFile, saveTaughtFile } from './taught-file.ts';

/** Controls a person pointed out: what, where, since when; to be forgotten, saved and read in. All or nothing of a file is taken. */
export function TaughtCard({ book }: { readonly book: TaughtBook }) {
  const { say } = useReading();
  const [notice, setNotice] = useState<Message | null>(null);
  const [refused, setRefused] = useState<readonly Message[]>([]);
  const { locators, dropped } = book;

  const attempt = async (work: () => Promise<Message | null>) => {
    setRefused([]);
    try {
      setNotice(await work());
    } catch (error) {
      setNotice(errorWords(toErrorInfo(error)).sentence);
    }
  };
  const forget = (locator: TaughtLocator) =>
    attempt(async () => {
      await send('taught/change', { forget: [locator] });
      return { key: 'teach_forgotten', params: { name: SETTING_NAMES[locator.setting] } };
    });
  const dismiss = () =>
    attempt(async () => {
      await send('taught/change', { dismiss: true });
      return null;
    });
  const onFile = (input: HTMLInputElement) =>
    attempt(async () => {
      const [file] = input.files ?? [];
      if (!file) return null;
      const read = await readTaughtFile(file);
      // The same file may be chosen again, mended.
      input.value = '';
      if (read === null) return { key: 'teach_not_json' };
      if (read.refused.length > 0) {
        setRefused(read.refused.map(refusedWords));
        return { key: 'teach_refused' };
      }
      await send('taught/change', { add: read.locators });
      return { key: 'teach_imported', params: { count: read.locators.length } };
    });

  return (
    <div class="card taught">
      {locators.length > 0 && (
        <div class="wide" tabIndex={0} role="group" aria-labelledby="taught">
          <table class="table">
            <thead>
              <tr>
                {(['teach_col_setting', 'teach_col_page', 'teach_col_when'] as const).map((key) => (
                  <th key={key} scope="col">
                    <Text of={{ key }} />
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {locators.map((locator) => (
                <tr key={`${locator.setting} ${locator.page} ${locator.tab}`}>
                  <th scope="row">
                    <Text of={SETTING_NAMES[locator.setting]} />
                  </th>
                  <td>
                    <Text of={PAGE_NAMES[locator.page]} />
                  </td>
                  <td>
                    <Text of={{ key: 'teach_at', params: { at: { at: locator.taughtAt, style: 'date' } } }} />
                  </td>
                  <td class="end">
                    <button
                      type="button"
                      class="btn small"
                      aria-label={`${say({ key: 'teach_forget' })}: ${say(SETTING_NAMES[locator.setting])}, ${say(PAGE_NAMES[locator.page])}`}
                      onClick={() => forget(locator)}
                    >
                      <Text of={{ key: 'teach_forget' }} />
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div class="in">
        {dropped.length > 0 && <TaughtDropped dropped={dropped} onDismiss={dismiss} />}
        {locators.length === 0 && (
          <p>
            <Text of={{ key: 'teach_none' }} />
          </p>
        )}
        <div class="row">
          {locators.length > 0 && (
            <button type="button" class="btn" onClick={() => saveTaughtFile(locators)}>
              <Text of={{ key: 'teach_export' }} />
            </button>
          )}
          <label class="btn file">
            <Text of={{ key: 'teach_import' }} />
            <input
              type="file"
              class="sr"
              accept=".json,application/json"
              onChange={({ currentTarget }) => onFile(currentTarget)}
            />
          </label>
        </div>
        <div role="status" class="help">
          {notice && (
            <p>
              <Text of={notice} />
            </p>
          )}
          {refused.length > 0 && (
            <ul>
              {refused.map((sentence) => (
                <li key={say(sentence)}>
                  <Text of={sentence} />
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
