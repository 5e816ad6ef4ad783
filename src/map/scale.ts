/** The longest round length that fits: 1, 2 or 5 with noughts. */
export function roundLength(metresMax: number): number {
  const power = 10 ** Math.floor(Math.log10(metresMax));
  const step = [5, 2, 1].find((times) => times * power <= metresMax) ?? 1;
  return step * power;
}
