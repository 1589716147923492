import { PopupFooter } from '../../components/popup-footer.tsx';
import { Icon } from '../../components/icon.tsx';
import { Text } from '../../components/words.tsx';

/** The store could not be opened: said as such, for an empty popup would read as "all gone". */
export function Unreadable() {
  return (
    <>
      <section class="state none">
        <Icon name="unknown" class="big" />
        <div role="status">
          <h1 tabIndex={-1}>
            <Text of={{ key: 'popup_store_unreadable' }} />
          </h1>
          <p>
            <Text of={{ key: 'popup_store_unreadable_why' }} />
          </p>
        </div>
      </section>
      <div class="scroll" />
      <PopupFooter workbench="workbench.html" options="options.html" help="workbench.html#help" />
    </>
  );
}
