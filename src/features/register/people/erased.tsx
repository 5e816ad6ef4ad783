import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Erasure, ReceiptOf } from '#services/sharing/receipts.ts';
import type { SharingNow } from '#services/sharing/sharing.ts';
import { Card } from '#ui/card.tsx';
import { List } from '#ui/list.tsx';
import { Stack } from '#ui/page.tsx';
import { useNames } from './names.ts';

/** What was erased everywhere, and which phones have not said yet that it is gone. */
export function Erased({ now }: { readonly now: SharingNow }) {
  const t = useWords('people');
  if (!now.mayErase || now.erased.length === 0) return null;
  return (
    <section aria-labelledby="erased-everywhere">
      <h2 id="erased-everywhere">{t('erased.title')}</h2>
      <Stack>
        <p>{t('erased.about')}</p>
        <List aria-labelledby="erased-everywhere">
          {now.erased.map((erasure) => (
            <li key={erasure.id}>
              <ErasureCard erasure={erasure} now={now} />
            </li>
          ))}
        </List>
      </Stack>
    </section>
  );
}

interface Parts {
  readonly erasure: Erasure;
  readonly now: SharingNow;
}

function ErasureCard({ erasure: { on, by, phones }, now: { people } }: Parts) {
  const t = useWords('people');
  const formats = useFormats();
  const { nameOf } = useNames();
  const gone = phones.filter(({ isGone }) => isGone).length;
  const whoErased = people.find(({ name }) => name === by);
  const day = formats.day(on);
  return (
    <Card>
      <h3>{whoErased ? t('erased.by', { day, name: nameOf(whoErased) }) : day}</h3>
      <p>
        {gone === phones.length
          ? t('erased.all', { count: phones.length })
          : t('erased.some', { gone, count: phones.length })}
      </p>
      <NotYet people={people} phones={phones.filter(({ isGone }) => !isGone)} />
    </Card>
  );
}

interface NotYetProps {
  readonly people: SharingNow['people'];
  readonly phones: readonly ReceiptOf[];
}

function NotYet({ people, phones }: NotYetProps) {
  const t = useWords('people');
  const formats = useFormats();
  const { nameOf, phoneOf } = useNames();
  if (phones.length === 0) return null;
  const lineOf = ({ member, phone }: ReceiptOf) => {
    const person = people.find(({ name }) => name === member);
    const found = person?.phones.find(({ name }) => name === phone);
    if (!person || !found) return t('noName');
    const which = { name: nameOf(person), phone: phoneOf(person, found) };
    const seen = found.seenOn && t('phone.seen', { day: formats.day(found.seenOn) });
    return [t('erased.whose', which), seen].filter(Boolean).join(' · ');
  };
  return (
    <>
      <p>{t('erased.notYet')}</p>
      <ul>
        {phones.map((phone) => (
          <li key={phone.phone}>{lineOf(phone)}</li>
        ))}
      </ul>
    </>
  );
}
