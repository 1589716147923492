import { useState } from 'preact/hooks';
import { Text, useReading } from './words.tsx';

interface PreviewProps {
  readonly name: string;
  /** The beginning of the file; `null`: not made yet. */
  readonly text: string | null;
  /** The text is a page, to be shown as one. */
  readonly page: boolean;
  /** Rows of each part it holds at most. */
  readonly most: number;
}

function Making() {
  return (
    <p class="quiet">
      <Text of={{ key: 'report_making' }} />
    </p>
  );
}

/** The page in a frame that may do nothing at all; until it stands there, a line says that it is being made. */
function Frame({ title, text }: { readonly title: string; readonly text: string }) {
  const [there, setThere] = useState(false);
  return (
    <>
      {!there && <Making />}
      <iframe
        title={title}
        sandbox=""
        srcdoc={text}
        class={there ? undefined : 'coming'}
        onLoad={() => setThere(true)}
      />
    </>
  );
}

/** What the file will be like. */
export function Preview({ name, text, page, most }: PreviewProps) {
  const { say } = useReading();
  const title = say({ key: 'report_preview' });
  return (
    <section class="card paper" aria-labelledby="preview">
      <header>
        <h2 id="preview">{title}</h2>
        <span class="meta">{name}</span>
      </header>
      <div class="in">
        {text === null ? (
          <Making />
        ) : page ? (
          <Frame title={title} text={text} />
        ) : (
          <pre tabIndex={0} role="group" aria-label={title}>
            {text}
          </pre>
        )}
        <p class="meta">
          <Text of={{ key: 'report_preview_cut', params: { most } }} />
        </p>
      </div>
    </section>
  );
}
