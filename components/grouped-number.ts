/** `812 3456 7890`: grouped 3-4-4 or 3-3-4, as Zoom writes it (portal.md 7.1). */
export function groupedNumber(number: string): string {
  return number.length === 11
    ? number.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3')
    : number.replace(/^(\d{3})(\d{3})(\d+)$/, '$1 $2 $3');
}
