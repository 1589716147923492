import { readPortal } from '../../../utils/portal/index.ts';
import { checkKept, checkUnseen, type Stage, type Start } from './fuzz.ts';

/** Runs inside a real page, in a world of its own as a content script does. */

function frame(): HTMLIFrameElement {
  const made = document.createElement('iframe');
  made.style.width = '900px';
  document.body.append(made);
  return made;
}

/** Pages drawn in frames, so that the engine's own word on what is visible counts. */
function drawn(): Stage {
  const [one, other] = [frame(), frame()];
  const put = (into: HTMLIFrameElement, html: string): Document => {
    const document = into.contentDocument as Document;
    document.documentElement.innerHTML = html.replace(/<!doctype html>/i, '');
    return document;
  };
  return {
    parse: (html) => put(one, html),
    copy(document) {
      const fresh = put(other, '');
      fresh.documentElement.replaceWith(fresh.importNode(document.documentElement, true));
      return fresh;
    },
  };
}

const plain = (url: string) => {
  const { settings, recognition } = readPortal(document, url);
  return { recognition, settings: settings.map(({ id, value, lock }) => ({ id, value, lock })) };
};

Object.assign(globalThis, {
  portal: {
    read: plain,
    unseen: (starts: readonly Start[], runs: number) => checkUnseen(starts, runs, drawn()),
    kept: (starts: readonly Start[], runs: number) => checkKept(starts, runs, drawn()),
  },
});
