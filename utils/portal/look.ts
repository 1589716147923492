/** Which component family drew an element: the new one calls its parts `zoom-…`, the old one `zm-…` (portal.md 5.1). */
export function lookOf(elements: readonly Element[]): 'new' | 'old' {
  const drawn = (family: string) =>
    elements.some(
      (element) =>
        element.matches(`[class^="${family}-"],[class*=" ${family}-"]`) ||
        element.querySelector(`[class^="${family}-"],[class*=" ${family}-"]`) !== null,
    );
  return drawn('zoom') && !drawn('zm') ? 'new' : 'old';
}
