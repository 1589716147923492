import { browser } from 'wxt/browser';
import { CopyRow } from '../../components/copy-row.tsx';
import { Icon } from '../../components/icon.tsx';
import { Text } from '../../components/words.tsx';
import { entraRegistrations } from '../../utils/checks/index.ts';
import type { CloudId } from '../../utils/model/clouds.ts';
import { REDIRECTS } from '../../utils/model/redirects.ts';
import { copy } from '../shared/acts.ts';

/** Where the application is registered, and the addresses it must know: this browser's, and those of the others. */
export function Registration({ cloud }: { readonly cloud: CloudId }) {
  const own = browser.identity.getRedirectURL();
  const rows = [
    { name: { key: 'options_this_browser' }, value: own },
    { name: { key: 'options_redirect_firefox' }, value: REDIRECTS.firefox },
    { name: { key: 'options_redirect_unpacked' }, value: REDIRECTS.chrome },
  ] as const;
  return (
    <div>
      <div class="row">
        <h3>
          <Text of={{ key: 'options_redirect' }} />
        </h3>
        <a class="btn small" href={entraRegistrations(cloud)} target="_blank" rel="noreferrer">
          <Text of={{ key: 'options_register' }} />
          <Icon name="out" />
        </a>
      </div>
      <p class="help">
        <Text of={{ key: 'options_redirect_why' }} />
      </p>
      {rows
        .filter(({ value }, at) => at === 0 || value !== own)
        .map(({ name, value }) => (
          <CopyRow
            key={value}
            name={name}
            value={value}
            what={{ key: 'options_copy_redirect' }}
            onCopy={copy}
          />
        ))}
      <p class="help">
        <Text of={{ key: 'options_redirect_store' }} />
      </p>
    </div>
  );
}
