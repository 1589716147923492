import { Text } from './words.tsx';

interface PopupFooterProps {
  readonly workbench: string;
  readonly options: string;
  readonly help: string;
}

/** The three ways out of the popup. */
export function PopupFooter({ workbench, options, help }: PopupFooterProps) {
  return (
    <footer>
      <a href={workbench} target="_blank" rel="noreferrer">
        <Text of={{ key: 'popup_workbench' }} />
      </a>
      <a href={options} target="_blank" rel="noreferrer">
        <Text of={{ key: 'popup_options' }} />
      </a>
      <a class="end" href={help} target="_blank" rel="noreferrer">
        <Text of={{ key: 'popup_help' }} />
      </a>
    </footer>
  );
}
