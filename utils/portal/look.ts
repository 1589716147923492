/** Whether one of the elements, or a part of it, is of a component family, by the prefix of its class (portal.md 5.1). */
function isOf(family: string, elements: readonly Element[]): boolean {
  const parts = `[class^="${family}-"],[class*=" ${family}-"]`;
  return elements.some((element) => element.matches(parts) || element.querySelector(parts) !== null);
}

/** Which component family drew the elements, by the classes of their parts; the old one where both or neither did. */
export function lookOf(elements: readonly Element[]): 'new' | 'old' {
  return isOf('zoom', elements) && !isOf('zm', elements) ? 'new' : 'old';
}
