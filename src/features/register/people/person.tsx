import { useWords } from '#i18n/use-words.ts';
import type { Belonging, Sharing, SharingNow } from '#services/sharing/sharing.ts';
import { Card } from '#ui/card.tsx';
import { List } from '#ui/list.tsx';
import { Line, Stack } from '#ui/page.tsx';
import { ChangeRole } from './change-role.tsx';
import { useNames } from './names.ts';
import { PhoneLine } from './phone-line.tsx';
import { TakeOut } from './take-out.tsx';

interface Parts {
  readonly sharing: Sharing;
  readonly now: SharingNow;
  readonly person: Belonging;
}

/** One who belongs: what they see and do, their phones, and what may be done about them. */
export function Person({ sharing, now, person }: Parts) {
  const t = useWords('people');
  const roles = useWords('sharing');
  const { nameOf } = useNames();
  const { role, phones, mayChange } = person;
  const name = nameOf(person);
  return (
    <Card>
      <Stack gap="near">
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <p>
          <strong>{roles(`roles.${role}.name`)}</strong> {roles(`roles.${role}.means`)}
        </p>
        {phones.length === 0 ? (
          <p>{t('phone.none')}</p>
        ) : (
          <List aria-label={t('phone.list', { name })}>
            {phones.map((phone) => (
              <PhoneLine key={phone.name} sharing={sharing} person={person} phone={phone} />
            ))}
          </List>
        )}
        {mayChange && (
          <Line>
            <ChangeRole key={role} sharing={sharing} now={now} person={person} />
            <TakeOut sharing={sharing} person={person} />
          </Line>
        )}
      </Stack>
    </Card>
  );
}
