import { reactive } from 'vue';
import { say } from './boot.js';

/** Dialog and toast of the page; both are drawn at the end of `<body>`, outside `#app` (portal.md 5.2). */
export const overlay = reactive({ dialog: null, toast: null });

/** Asks, and resolves with whether the person agreed. */
export function ask({ title, text, act }) {
  return new Promise((resolve) => {
    overlay.dialog = {
      title,
      text,
      act,
      close(agreed) {
        overlay.dialog = null;
        resolve(agreed);
      },
    };
  });
}

/** A toast at the top centre for about three seconds (portal.md 5.1). */
export function toast(text) {
  const shown = { text };
  overlay.toast = shown;
  setTimeout(() => {
    if (overlay.toast === shown || overlay.toast?.text === text) overlay.toast = null;
  }, 3000);
}

export const OverlayHost = {
  setup: () => ({ overlay, say }),
  template: `
    <ui-dialog v-if="overlay.dialog" :title="overlay.dialog.title" @close="overlay.dialog.close(false)">
      <p>{{ overlay.dialog.text }}</p>
      <template #footer>
        <ui-button kind="secondary" :label="say('cancel')" @press="overlay.dialog.close(false)" />
        <ui-button kind="primary" :label="overlay.dialog.act" @press="overlay.dialog.close(true)" />
      </template>
    </ui-dialog>
    <ui-toast v-if="overlay.toast" :text="overlay.toast.text" />`,
};
