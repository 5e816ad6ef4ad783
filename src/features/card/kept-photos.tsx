import { useEffect, useState } from 'react';
import type { Photo } from '#domain/place/shared-fields.ts';
import { useWords } from '#i18n/use-words.ts';
import { useServices } from '#services/use-services.ts';
import { classes } from '#ui/classes.ts';
import styles from './card.module.css';

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

/** The small picture in the record until the whole one is here, if this phone keeps it. */
function useWholePhoto(id: string): string | undefined {
  const { photos } = useServices();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let current = true;
    void photos.load(id).then((blob) => {
      if (!blob || !current) return;
      made = URL.createObjectURL(blob);
      setAddress(made);
    });
    return () => {
      current = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [photos, id]);
  return address;
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
        src={whole ?? photo.thumb}
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
    </figure>
  );
}
