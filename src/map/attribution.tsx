import { useWords } from '#i18n/use-words.ts';
import styles from './map.module.css';

const copyrightPage = 'https://www.openstreetmap.org/copyright';

/**
 * Whose data the streets are. The first source is always there; where there are many, the others
 * are one press away, or they would cover the streets on a phone.
 */
export function Attribution({ words }: { readonly words: string }) {
  const t = useWords('map');
  const [first = '', ...others] = words.split(/(?<=\.)\s+/);
  const source = others.length > 0 ? first.replace(/\.$/, '') : first;
  return (
    <div className={styles['attribution']}>
      {/openstreetmap/i.test(source) ? (
        <a href={copyrightPage} target="_blank" rel="noreferrer noopener">
          {source}
        </a>
      ) : (
        source
      )}
      {others.length > 0 && (
        <details>
          <summary>{t('sources')}</summary>
          {others.join(' ')}
        </details>
      )}
    </div>
  );
}
