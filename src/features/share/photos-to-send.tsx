import { useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import type { ParkedPhoto, PhotosNow } from '#services/sharing/photos-now.ts';
import type { Sharing } from '#services/sharing/sharing.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

interface PhotosToSendProps {
  readonly sharing: Pick<Sharing, 'sendPhotosAgain'>;
  readonly photos: PhotosNow;
}

/** Another try may end otherwise. */
const mayGo = ({ why }: ParkedPhoto): boolean => why === 'hub-full' || why === 'refused';

/** Photos on their way, and those that stay here, each with its reason. */
export function PhotosToSend({ sharing, photos: { waiting, parked } }: PhotosToSendProps) {
  const t = useWords('sharing');
  const [isTrying, setTrying] = useState(false);
  const again = async () => {
    setTrying(true);
    await sharing.sendPhotosAgain();
    setTrying(false);
  };
  const press = (
    <Button onClick={() => void again()}>{isTrying ? t('working') : t('photos.again')}</Button>
  );
  return (
    <>
      {waiting > 0 && <p>{t('photos.waiting', { count: waiting })}</p>}
      {parked.length > 0 && (
        <Notice tone="warn" actions={parked.some(mayGo) ? press : undefined}>
          <p>{t('photos.parked', { count: parked.length })}</p>
          <ul>
            {parked.map(({ id, why, of }) => (
              <li key={id}>
                <bdi>{of.name}</bdi>: {t(`photos.why.${why}`)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
