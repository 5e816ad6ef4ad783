/** What was pressed goes away with its line: who goes by keyboard or ear goes on from the title. */
export const focusTitle = (): void =>
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
