/** Focus inside a shadow root, by the names its parts carry. */
function focusedPart(root: ShadowRoot): string | null {
  const active = root.activeElement;
  return active instanceof HTMLElement ? (active.dataset['part'] ?? null) : null;
}

function disclosures(root: ShadowRoot): Map<string, HTMLDetailsElement> {
  const found = [...root.querySelectorAll<HTMLDetailsElement>('details[data-part]')];
  return new Map(found.map((details) => [details.dataset['part'] ?? '', details]));
}

/** Redraws inside a root and leaves what the reader had opened open, and focus where it was. */
export function keepingState(root: ShadowRoot, draw: () => void): void {
  const part = focusedPart(root);
  const before = new Map([...disclosures(root)].map(([name, details]) => [name, details.open]));
  draw();
  for (const [name, details] of disclosures(root)) details.open = before.get(name) ?? details.open;
  if (part === null) return;
  for (const element of root.querySelectorAll<HTMLElement>('[data-part]'))
    if (element.dataset['part'] === part && element.localName !== 'details') element.focus();
}
