import { useEffect, useState } from 'react';
import type { Photo } from '#domain/place/shared-fields.ts';
import { useWords } from '#i18n/use-words.ts';
import { useServices } from '#services/use-services.ts';
import { classes } from '#ui/classes.ts';
import styles from './card.module.css';
import { FetchPhoto } from './fetch-photo.tsx';

interface KeptPhotosProps {
  readonly name: string;
  readonly photos: readonly Photo[];
}

export function KeptPhotos({ name, photos }: KeptPhotosProps) {
  if (photos.length === 0) return null;
  return (
    <div className={classes(styles['photos'], photos.length > 1 && styles['several'])}>
      {photos.map((photo, i) => (
        <KeptPhoto key={photo.id} photo={photo} name={name} n={i + 1} />
      ))}
    </div>
  );
}

interface Whole {
  readonly address: string | undefined;
  /** This phone has looked for it, and does not have it. */
  readonly isMissing: boolean;
  readonly lookAgain: () => void;
}

/** The small picture in the record until the whole one is here, if this phone keeps it. */
function useWholePhoto(id: string): Whole {
  const { photos } = useServices();
  const [address, setAddress] = useState<string>();
  const [isMissing, setMissing] = useState(false);
  const [looks, setLooks] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each look is one more try.
  useEffect(() => {
    let made: string | undefined;
    let current = true;
    void photos.load(id).then((blob) => {
      if (!current) return;
      setMissing(!blob);
      if (!blob) return;
      made = URL.createObjectURL(blob);
      setAddress(made);
    });
    return () => {
      current = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [photos, id, looks]);
  return { address, isMissing, lookAgain: () => setLooks((count) => count + 1) };
}

interface KeptPhotoProps {
  readonly photo: Photo;
  readonly name: string;
  readonly n: number;
}

function KeptPhoto({ photo, name, n }: KeptPhotoProps) {
  const t = useWords('card');
  const whole = useWholePhoto(photo.id);
  return (
    <figure className={styles['figure']}>
      <img
        className={styles['photo']}
        src={whole.address ?? photo.thumb}
        width={photo.width}
        height={photo.height}
        alt={photo.words ?? t('photo', { n, name })}
        decoding="async"
      />
      {photo.words && (
        <figcaption aria-hidden className={styles['caption']}>
          {photo.words}
        </figcaption>
      )}
      {whole.isMissing && photo.key && (
        <FetchPhoto id={photo.id} photoKey={photo.key} onHere={whole.lookAgain} />
      )}
    </figure>
  );
}
