const controls = () => [
  ...document.querySelectorAll<HTMLInputElement>('input, select, textarea, button'),
];

const nameOf = (control: HTMLElement): string => {
  const labels = 'labels' in control ? [...((control as HTMLInputElement).labels ?? [])] : [];
  const words = [
    control.getAttribute('aria-label'),
    ...labels.map(({ textContent }) => textContent),
  ];
  return words.filter(Boolean).join(' ') || control.textContent.trim();
};

/** Controls that have no words of their own; the page has some controls, or this is no test. */
export function allLabelled(): readonly string[] {
  const all = controls();
  if (all.length === 0) return ['no controls at all'];
  return all.filter((control) => nameOf(control) === '').map(({ outerHTML }) => outerHTML);
}

/** Controls that a thumb cannot hit: a native one counts with the label that covers it. */
export function tooSmall(least = 44): readonly string[] {
  return controls()
    .filter((control) => {
      const target = control.closest('label') ?? control;
      const { width, height } = target.getBoundingClientRect();
      return width < least || height < least;
    })
    .map(({ outerHTML }) => outerHTML);
}
