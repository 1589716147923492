/** Small drawings of the page. */
const PATHS = {
  lock: '<rect x="4" y="8.8" width="12" height="8.4" rx="2" fill="currentColor"/><path d="M6.6 8.6V6.4a3.4 3.4 0 0 1 6.8 0v2.2" fill="none" stroke="currentColor" stroke-width="1.7"/>',
  unlock:
    '<rect x="4" y="8.8" width="12" height="8.4" rx="2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M6.6 8.6V6a3.4 3.4 0 0 1 6.5-1.4" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/>',
  down: '<path d="M4.8 7.5l5.2 5.2 5.2-5.2" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"/>',
  info: '<circle cx="10" cy="10" r="7.6" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M10 9.2v4.4" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/><circle cx="10" cy="6.4" r="1" fill="currentColor"/>',
  close: '<path d="M5 5l10 10M15 5L5 15" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/>',
  windows:
    '<path d="M2.5 2.5h7v7h-7zM10.5 2.5h7v7h-7zM2.5 10.5h7v7h-7zM10.5 10.5h7v7h-7z" fill="currentColor"/>',
};

const drawing = (name) =>
  `<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`;

export const Icons = Object.fromEntries(
  Object.keys(PATHS).map((name) => [`icon-${name}`, { template: drawing(name) }]),
);
