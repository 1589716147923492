import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Text } from '../../components/words.tsx';

/** Which keys open the popup: the browser knows, for people may change or remove them. */
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
    <>
      <h2>
        <Text of={{ key: 'help_shortcut_title' }} />
      </h2>
      <p>
        <Text of={keys === '' ? { key: 'help_shortcut_none' } : { key: 'help_shortcut', params: { keys } }} />
      </p>
    </>
  );
}
