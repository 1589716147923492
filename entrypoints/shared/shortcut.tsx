import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Text } from '../../components/words.tsx';

/** Where people change them; plain text, for no page may link there. In Firefox it is behind the page's gear. */
const PAGE = import.meta.env.FIREFOX ? 'about:addons' : 'chrome://extensions/shortcuts';

/** Which keys open the popup, and where to change them: the browser knows, for people may change or remove them. */
export function Shortcut() {
  const [keys, setKeys] = useState<string | null>(null);
  useEffect(() => {
    const ask = async () => {
      const all = await browser.commands.getAll();
      setKeys(all.find(({ name }) => name === '_execute_action')?.shortcut ?? '');
    };
    void ask();
  }, []);
  if (keys === null) return null;
  return (
    <p>
      <Text of={keys === '' ? { key: 'help_shortcut_none' } : { key: 'help_shortcut', params: { keys } }} />{' '}
      <Text of={{ key: 'help_shortcut_page', params: { page: PAGE } }} />
    </p>
  );
}
