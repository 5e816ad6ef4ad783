import { useWords } from '#i18n/use-words.ts';
import type { Belonging, Phone } from '#services/sharing/sharing.ts';

/** What people and phones are called on screen. */
export function useNames() {
  const t = useWords('people');
  const nameOf = ({ displayName, isMe }: Belonging): string => {
    const name = displayName ?? t('noName');
    return isMe ? t('you', { name }) : name;
  };
  /** Of several each has its number, in the order in which they came. */
  const phoneOf = ({ phones }: Belonging, { name, isThis }: Phone): string => {
    const at = phones.findIndex((phone) => phone.name === name);
    const words = phones.length > 1 ? t('phone.numbered', { n: at + 1 }) : t('phone.one');
    return isThis ? t('phone.this', { words }) : words;
  };
  return { nameOf, phoneOf };
}
