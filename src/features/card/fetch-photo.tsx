import { useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import type { PhotoNotHere } from '#services/sharing/fetch-photo.ts';
import { useServices } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { Camera } from '#ui/icons.ts';

interface FetchPhotoProps {
  readonly id: string;
  readonly photoKey: string;
  readonly onHere: () => void;
}

/** A photo that another phone took: it is fetched when somebody wants to see it. */
export function FetchPhoto({ id, photoKey, onHere }: FetchPhotoProps) {
  const t = useWords('card');
  const { share } = useServices();
  const [state, setState] = useState<'idle' | 'busy' | PhotoNotHere['kind']>('idle');
  if (!share.isOn) return null;
  const press = async () => {
    setState('busy');
    const sharing = await share.open();
    const fetched = await sharing?.fetchPhoto({ id, key: photoKey });
    if (fetched?.ok) return onHere();
    setState(fetched?.error.kind ?? 'no-answer');
  };
  const isWaiting = state === 'idle' || state === 'busy';
  return (
    <>
      <Button look="plain" icon={Camera} onClick={() => void press()}>
        {state === 'busy' ? t('whole.busy') : t('whole.press')}
      </Button>
      <p role="status">{!isWaiting && t(`whole.not.${state}`)}</p>
    </>
  );
}
