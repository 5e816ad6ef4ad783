import { useEffect, useRef } from 'react';
import { useWords } from '#i18n/use-words.ts';

/**
 * Names the file a step is about. Between steps the button that was pressed goes away: the focus it
 * leaves behind comes here, so that keys and screen readers go on where the new step begins.
 */
export function FileHeading({ name }: { readonly name: string }) {
  const t = useWords('import');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) heading.current?.focus();
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      <bdi>{t('inFile', { name })}</bdi>
    </h2>
  );
}
