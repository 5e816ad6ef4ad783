import { useWords } from '#i18n/use-words.ts';
import styles from './keep-safe.module.css';

/** What an iPhone shows: Share, then Add to Home Screen. Drawn, as the signs have no names there. */
export function HomeScreenPicture() {
  const t = useWords('add');
  return (
    <figure className={styles['picture']}>
      <div className={styles['step']}>
        <ShareSign />
        <span>{t('install.shareWord')}</span>
      </div>
      <span className={styles['then']} aria-hidden="true" />
      <div className={styles['step']}>
        <PlusSign />
        <span>{t('install.addWord')}</span>
      </div>
      <figcaption>{t('install.picture')}</figcaption>
    </figure>
  );
}

const ShareSign = () => (
  <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" className={styles['sign']}>
    <path d="M11 12H7.500v16h17V12H21M16 20V3.500M11 8.500l5-5 5 5" />
  </svg>
);

const PlusSign = () => (
  <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" className={styles['sign']}>
    <rect x="4" y="4" width="24" height="24" rx="6" />
    <path d="M16 10.500v11M10.500 16h11" />
  </svg>
);
