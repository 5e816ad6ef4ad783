import styles from './map.module.css';

const copyrightPage = 'https://www.openstreetmap.org/copyright';

/** Whose data the streets are: always there, always readable, never behind a button. */
export function Attribution({ words }: { readonly words: string }) {
  const isOsm = /openstreetmap/i.test(words);
  return (
    <p className={styles['attribution']}>
      {isOsm ? (
        <a href={copyrightPage} target="_blank" rel="noreferrer noopener">
          {words}
        </a>
      ) : (
        words
      )}
    </p>
  );
}
